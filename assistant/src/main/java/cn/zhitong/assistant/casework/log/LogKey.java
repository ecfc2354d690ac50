package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.assistant.security.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key of the case log, which the database does not know: seals each case's row and signs the
 * daily heads, so that who administers the database cannot reckon either anew. What is new is
 * written by the configured cryptography; what was written by the other still holds.
 */
final class LogKey {
  /** Hex digits of the public key's digest that name a key. */
  private static final int ID_LENGTH = 12;

  /** Stands before the digits of a seal by SM3. */
  private static final String SM3 = "sm3:";

  private final byte[] secret;
  private final HeadSigner ed25519;
  private final HeadSigner sm2;
  private final LogCryptography cryptography;

  private LogKey(byte[] secret, LogCryptography cryptography) {
    this.secret = secret;
    this.cryptography = cryptography;
    this.ed25519 = new Ed25519Signer(Hmac.sha256(secret, utf8("log head")));
    this.sm2 = new Sm2Signer(Hmac.sm3(secret, utf8("log head sm2")));
  }

  /**
   * @param secret any text that nobody can guess; all nodes on a database have the same
   */
  static LogKey of(String secret, LogCryptography cryptography) {
    return new LogKey(utf8(secret.strip()), cryptography);
  }

  /** Names the key without telling it, the same whatever the cryptography. */
  String id() {
    return EventChain.sha256(ed25519.publicKey()).substring(0, ID_LENGTH);
  }

  /** X.509 form, base64: what new heads are signed with. */
  String publicKey() {
    return signer().publicKey();
  }

  private HeadSigner signer() {
    return cryptography == LogCryptography.SM ? sm2 : ed25519;
  }

  /** Of a case's row: with the key's name, so that another key's seal is told from a wrong one. */
  String seal(String content) {
    return seal(content, cryptography);
  }

  private String seal(String content, LogCryptography by) {
    String mac =
        by == LogCryptography.SM
            ? SM3 + HexFormat.of().formatHex(Hmac.sm3(secret, utf8(content)))
            : HexFormat.of().formatHex(Hmac.sha256(secret, utf8(content)));
    return id() + ":" + mac;
  }

  /** Why a seal does not hold, in Chinese; empty when it does. */
  Optional<String> problem(String seal, String content) {
    if (seal == null) {
      return Optional.of("办件没有签封");
    }
    if (!seal.startsWith(id() + ":")) {
      return Optional.of("办件由另一把密钥签封");
    }
    LogCryptography by =
        seal.startsWith(SM3, id().length() + 1)
            ? LogCryptography.SM
            : LogCryptography.INTERNATIONAL;
    return seal.equals(seal(content, by)) ? Optional.empty() : Optional.of("签封不符，办件或其记录被改动过");
  }

  String sign(String content) {
    return signer().sign(content);
  }

  /** Whether it is this key's, by either cryptography. */
  boolean signed(String content, String signature) {
    return ed25519.verifies(content, signature) || sm2.verifies(content, signature);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
