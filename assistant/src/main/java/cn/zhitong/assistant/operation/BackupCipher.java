package cn.zhitong.assistant.operation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.spec.KeySpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What a backup is encrypted by; the file says it at its start. */
enum BackupCipher {
  /** AES-256-GCM, key by PBKDF2 with HMAC-SHA256: the JDK's. */
  AES("ZTBACKUP1\n", "AES", 256, "PBKDF2WithHmacSHA256"),
  /** SM4-GCM (GB/T 32907), key by PBKDF2 with HMAC-SM3: BouncyCastle's. */
  SM4("ZTBACKUP2\n", "SM4", 128, "PBKDF2WithHmacSM3");

  /** Bytes at a file's start that name its cipher. */
  static final int MAGIC = 10;

  /** What OWASP's password storage sheet asks of PBKDF2 with SHA-256; about .3 s. */
  private static final int ROUNDS = 600_000;

  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private final byte[] magic;
  private final String algorithm;
  private final int keyBits;
  private final String derivation;

  BackupCipher(String magic, String algorithm, int keyBits, String derivation) {
    this.magic = magic.getBytes(StandardCharsets.US_ASCII);
    this.algorithm = algorithm;
    this.keyBits = keyBits;
    this.derivation = derivation;
  }

  /** By name, in any case; empty for none of them. */
  static Optional<BackupCipher> named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().equals(name.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** Of a file that starts so; empty where it is not encrypted. */
  static Optional<BackupCipher> ofStart(byte[] start) {
    return Arrays.stream(values())
        .filter(one -> start.length >= MAGIC && Arrays.equals(start, 0, MAGIC, one.magic, 0, MAGIC))
        .findFirst();
  }

  byte[] magic() {
    return magic.clone();
  }

  SecretKeySpec key(char[] passphrase, byte[] salt) throws GeneralSecurityException {
    KeySpec from = new PBEKeySpec(passphrase, salt, ROUNDS, keyBits);
    SecretKeyFactory factory =
        this == AES
            ? SecretKeyFactory.getInstance(derivation)
            : SecretKeyFactory.getInstance(derivation, BOUNCY_CASTLE);
    return new SecretKeySpec(factory.generateSecret(from).getEncoded(), algorithm);
  }

  Cipher cipher() throws GeneralSecurityException {
    String transformation = algorithm + "/GCM/NoPadding";
    return this == AES
        ? Cipher.getInstance(transformation)
        : Cipher.getInstance(transformation, BOUNCY_CASTLE);
  }
}
