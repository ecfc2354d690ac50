package cn.zhitong.assistant.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and codes that people read out on the telephone: no I, L, O, U, 0, 1. */
public final class CaseCodes {
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private CaseCodes() {}

  /** {@code ZT20251121-7K3M9Q}: 29 bits a day, so that a clash is rare; it is then drawn again. */
  public static String number(LocalDate day) {
    return "ZT" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + random(6);
  }

  /** 59 bits: with look-ups limited it cannot be guessed. */
  public static String trackingCode() {
    return random(12);
  }

  /** Random text that a digest of what came in is salted with. */
  public static String salt() {
    return random(26);
  }

  /** Upper case, without the blanks and dashes that people put in. */
  static String normal(String code) {
    return typedNumber(code).replace("-", "");
  }

  /** A number as it was given out, however an input method writes it: in full width, with －. */
  public static String typedNumber(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Cf}]", "")
            .replaceAll("\\p{Pd}|[−_]", "-")
            .replaceAll("-{2,}", "-");
  }

  /** Takes as long whether they differ early or late. */
  public static boolean matches(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), normal(given).getBytes(StandardCharsets.UTF_8));
  }

  private static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
