package cn.zhitong.assistant.application;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Numbers that people read out on the telephone: no I, L, O, U, 0, 1. */
final class ApplicationNumbers {
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** How often a number that was taken is drawn anew. */
  static final int TRIES = 3;

  /** 34 bits a day: a clash is rare, and is drawn again. */
  private static final int LENGTH = 7;

  private ApplicationNumbers() {}

  /** {@code SB20251121-7K3M9QX}. */
  static String next(LocalDate day) {
    StringBuilder text = new StringBuilder("SB");
    text.append(day.format(DateTimeFormatter.BASIC_ISO_DATE)).append('-');
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
