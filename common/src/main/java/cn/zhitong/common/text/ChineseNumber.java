package cn.zhitong.common.text;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers: 五十万, 一百二十, 二〇二五, 两, 三点五, 伍拾, 半, and figures as they are typed. */
public final class ChineseNumber {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String HALF = "半";

  private ChineseNumber() {}

  /**
   * @param text numerals only
   */
  public static BigDecimal parse(String text) {
    String plain = plain(text);
    int point = plain.indexOf('点');
    String whole = point < 0 ? plain : plain.substring(0, point);
    BigDecimal value =
        whole.matches("[" + DIGITS + "]{2,}") ? digits(whole) : BigDecimal.valueOf(units(whole));
    return point < 0
        ? value
        : value.add(digits(plain.substring(point + 1)).movePointLeft(plain.length() - point - 1));
  }

  /** A number in figures or in numerals; empty where it is neither. */
  public static Optional<BigDecimal> figure(String text) {
    String plain = halfWidth(text.replace(",", "").replace("，", ""));
    if (plain.matches("\\d+(?:\\.\\d+)?")) {
      return Optional.of(new BigDecimal(plain));
    }
    if (HALF.equals(plain)) {
      return Optional.of(new BigDecimal("0.5"));
    }
    return plain.matches("[零〇两一二三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?")
        ? Optional.of(parse(plain))
        : Optional.empty();
  }

  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder();
    for (char c : text.toCharArray()) {
      half.append(c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c == '．' ? '.' : c);
    }
    return half.toString();
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
  public static BigDecimal multiplier(String text) {
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
