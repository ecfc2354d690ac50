package cn.zhitong.ingest.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Digest {
  private final MessageDigest sha256;

  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static String of(String text) {
    return new Digest().add(text).hex();
  }

  public Digest add(byte[] bytes, int length) {
    sha256.update(bytes, 0, length);
    return this;
  }

  /** Adds a part with its end marked, so that "ab", "c" and "a", "bc" differ. */
  public Digest add(String part) {
    sha256.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    return this;
  }

  /** The digest; what is added afterwards starts a new one. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
