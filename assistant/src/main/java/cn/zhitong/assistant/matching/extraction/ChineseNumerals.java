package cn.zhitong.assistant.matching.extraction;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in figures or in Chinese numerals, with 万 and 亿: 2000, 1.5, 五十, 一百二十, 两, 半. */
final class ChineseNumerals {
  private static final String DIGITS = "零一二三四五六七八九";

  private ChineseNumerals() {}

  static Optional<BigDecimal> parse(String text) {
    String plain = text.replace(",", "").replace("，", "").replace('〇', '零').replace('两', '二');
    if (plain.matches("[0-9０-９.．]+")) {
      return Optional.of(new BigDecimal(halfWidth(plain)));
    }
    if ("半".equals(plain)) {
      return Optional.of(new BigDecimal("0.5"));
    }
    int point = plain.indexOf('点');
    if (point > 0) {
      StringBuilder digits = new StringBuilder();
      for (char c : plain.substring(point + 1).toCharArray()) {
        digits.append(DIGITS.indexOf(c));
      }
      return parse(plain.substring(0, point))
          .map(whole -> whole.add(new BigDecimal("0." + digits)));
    }
    return plain.matches("[" + DIGITS + "十百千万亿]+")
        ? Optional.of(BigDecimal.valueOf(units(plain)))
        : Optional.empty();
  }

  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder();
    for (char c : text.toCharArray()) {
      half.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c == '．' ? '.' : c);
    }
    return half.toString();
  }

  private static long units(String text) {
    if (text.matches("[" + DIGITS + "]{2,}")) {
      long value = 0;
      for (char c : text.toCharArray()) {
        value = value * 10 + DIGITS.indexOf(c);
      }
      return value;
    }
    long total = 0;
    long section = 0;
    long digit = 0;
    for (char c : text.toCharArray()) {
      int value = DIGITS.indexOf(c);
      if (value >= 0) {
        digit = value;
        continue;
      }
      long unit = factor(c);
      if (unit >= 10_000) {
        total = (total + section + digit) * unit;
        section = 0;
      } else {
        section += (digit == 0 ? 1 : digit) * unit;
      }
      digit = 0;
    }
    return total + section + digit;
  }

  /** 万 is 10000; 1 for the empty string, 百万 is the product. */
  static BigDecimal scale(String text) {
    BigDecimal value = BigDecimal.ONE;
    for (char c : text.toCharArray()) {
      value = value.multiply(BigDecimal.valueOf(factor(c)));
    }
    return value;
  }

  private static long factor(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      default -> 1;
    };
  }
}
