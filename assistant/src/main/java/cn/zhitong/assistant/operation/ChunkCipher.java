package cn.zhitong.assistant.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM over chunks in their order. The header is magic, 16 bytes of salt, 7 bytes that all
 * nonces begin with; it is authenticated with each chunk.
 */
final class ChunkCipher {
  static final byte[] MAGIC = "ZTBACKUP1\n".getBytes(StandardCharsets.US_ASCII);
  static final int CHUNK = 1 << 20;
  static final int TAG = 16;

  private static final int SALT = 16;
  private static final int PREFIX = 7;
  static final int HEADER = MAGIC.length + SALT + PREFIX;

  /** What OWASP's password storage sheet asks of PBKDF2 with SHA-256; about .3 s. */
  private static final int ROUNDS = 600_000;

  private final SecretKeySpec key;
  private final byte[] header;
  private int number;

  private ChunkCipher(SecretKeySpec key, byte[] header) {
    this.key = key;
    this.header = header;
  }

  static ChunkCipher of(char[] passphrase, byte[] header) throws IOException {
    if (header.length != HEADER
        || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("文件开头不完整");
    }
    byte[] salt = Arrays.copyOfRange(header, MAGIC.length, MAGIC.length + SALT);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(passphrase, salt, ROUNDS, 256))
              .getEncoded();
      return new ChunkCipher(new SecretKeySpec(key, "AES"), header);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  byte[] encrypt(byte[] chunk, int length, boolean last) throws GeneralSecurityException {
    return cipher(Cipher.ENCRYPT_MODE, last).doFinal(chunk, 0, length);
  }

  byte[] decrypt(byte[] sealed, boolean last) throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed);
  }

  private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(PREFIX + 5)
            .put(header, HEADER - PREFIX, PREFIX)
            .putInt(number++)
            .put((byte) (last ? 1 : 0))
            .array();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(header);
    return cipher;
  }
}
