package cn.zhitong.assistant.citation;

import java.math.BigDecimal;

/** Reads Chinese numerals: 五十万, 一百二十, 二〇二五, 两, 三点五, 伍拾. */
final class ChineseNumber {
  private static final String DIGITS = "零一二三四五六七八九";

  private ChineseNumber() {}

  /**
   * @param text numerals only
   */
  static BigDecimal parse(String text) {
    String plain = plain(text);
    int point = plain.indexOf('点');
    String whole = point < 0 ? plain : plain.substring(0, point);
    BigDecimal value =
        whole.matches("[" + DIGITS + "]{2,}") ? digits(whole) : BigDecimal.valueOf(units(whole));
    return point < 0
        ? value
        : value.add(digits(plain.substring(point + 1)).movePointLeft(plain.length() - point - 1));
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : text.toCharArray()) {
      int formal = "壹贰叁肆伍陆柒捌玖拾佰仟〇两".indexOf(c);
      plain.append(formal < 0 ? c : "一二三四五六七八九十百千零二".charAt(formal));
    }
    return plain.toString();
  }

  private static BigDecimal digits(String text) {
    StringBuilder arabic = new StringBuilder();
    for (char c : text.toCharArray()) {
      arabic.append(DIGITS.indexOf(c));
    }
    return new BigDecimal(arabic.toString());
  }

  private static long units(String text) {
    long total = 0;
    long section = 0;
    long digit = 0;
    for (char c : text.toCharArray()) {
      int value = DIGITS.indexOf(c);
      if (value >= 0) {
        digit = value;
        continue;
      }
      long unit = unit(c);
      if (unit >= 10_000) {
        section += digit;
        // 一万亿: the larger unit multiplies everything before it.
        total = unit > 10_000 ? (total + section) * unit : total + section * unit;
        section = 0;
      } else {
        section += (digit == 0 ? 1 : digit) * unit;
      }
      digit = 0;
    }
    return total + section + digit;
  }

  /** What a multiplier is worth; 1 for the empty string. */
  static BigDecimal multiplier(String text) {
    long value = 1;
    for (char c : text.toCharArray()) {
      value *= unit(c);
    }
    return BigDecimal.valueOf(value);
  }

  private static long unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      default -> throw new IllegalArgumentException("not a numeral: " + c);
    };
  }
}
