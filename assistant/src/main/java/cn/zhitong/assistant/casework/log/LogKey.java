package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.assistant.security.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key of the case log, which the database does not know: seals each case's row (HMAC-SHA256)
 * and signs the daily heads (Ed25519), so that who administers the database cannot reckon either
 * anew.
 */
final class LogKey {
  /** Hex digits of the public key's digest that name a key. */
  private static final int ID_LENGTH = 12;

  private static final int SEED_BYTES = 32;
  private static final String ALGORITHM = "Ed25519";

  private final byte[] secret;
  private final KeyPair pair;

  private LogKey(byte[] secret) {
    this.secret = secret;
    this.pair = pair(Hmac.sha256(secret, "log head".getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * @param secret any text that nobody can guess; all nodes on a database have the same
   */
  static LogKey of(String secret) {
    return new LogKey(secret.strip().getBytes(StandardCharsets.UTF_8));
  }

  /** The JDK makes an Ed25519 pair of 32 random bytes, and gives no other way from such a seed. */
  private static KeyPair pair(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(java.security.spec.NamedParameterSpec.ED25519, new Seed(seed));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
    }
  }

  /** Names the key without telling it. */
  String id() {
    return EventChain.sha256(publicKey()).substring(0, ID_LENGTH);
  }

  /** X.509 form, base64. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  /** Of a case's row: with the key's name, so that another key's seal is told from a wrong one. */
  String seal(String content) {
    byte[] mac = Hmac.sha256(secret, content.getBytes(StandardCharsets.UTF_8));
    return id() + ":" + HexFormat.of().formatHex(mac);
  }

  /** Why a seal does not hold, in Chinese; empty when it does. */
  Optional<String> problem(String seal, String content) {
    if (seal == null) {
      return Optional.of("办件没有签封");
    }
    if (!seal.startsWith(id() + ":")) {
      return Optional.of("办件由另一把密钥签封");
    }
    return seal.equals(seal(content)) ? Optional.empty() : Optional.of("签封不符，办件或其记录被改动过");
  }

  String sign(String content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("its own key signs", e);
    }
  }

  boolean signed(String content, String signature) {
    return verifies(pair.getPublic(), content, signature);
  }

  private static boolean verifies(PublicKey key, String content, String signature) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(content.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Gives the same bytes to whoever asks: a pair made of them is always the same. */
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != SEED_BYTES) {
        throw new IllegalStateException("an Ed25519 seed has 32 bytes, not " + bytes.length);
      }
      System.arraycopy(seed, 0, bytes, 0, SEED_BYTES);
    }
  }
}
