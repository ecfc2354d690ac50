package cn.zhitong.assistant.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets and their digests. */
final class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** No 0 O 1 l I: first passwords are typed off a screen. */
  private static final String LEGIBLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private Tokens() {}

  /** 256 random bits, URL-safe. */
  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** 16 legible characters, about 93 bits. */
  static String password() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      text.append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
    }
    return text.toString();
  }

  static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Takes as long whether they differ early or late, or in length. */
  static boolean same(String a, String b) {
    return MessageDigest.isEqual(digest(a), digest(b));
  }
}
