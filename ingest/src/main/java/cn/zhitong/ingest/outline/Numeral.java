package cn.zhitong.ingest.outline;

/** Numbers as outlines print them: 十二, 一百零三, 12, １２. */
public final class Numeral {
  private static final String DIGITS = "零一二三四五六七八九";

  private Numeral() {}

  /**
   * Value of a Chinese or Arabic number below 10,000; also of digits written one by one (二〇二五).
   *
   * @return -1 when the text is none
   */
  public static int parse(String text) {
    String plain = text.replaceAll("[\\s　]", "").replace('〇', '零').replace('○', '零');
    plain = plain.replace("两", "二").replace("廿", "二十");
    if (plain.isEmpty()) {
      return -1;
    }
    if (Character.isDigit(plain.charAt(0))) {
      return arabic(plain);
    }
    boolean units = plain.matches(".*[十百千].*");
    return units ? withUnits(plain) : digitByDigit(plain);
  }

  private static int arabic(String text) {
    int value = 0;
    for (char c : text.toCharArray()) {
      int digit = Character.digit(c, 10);
      if (digit < 0 || value > 99_999) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int digitByDigit(String text) {
    int value = 0;
    for (char c : text.toCharArray()) {
      int digit = DIGITS.indexOf(c);
      if (digit < 0 || value > 999) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int withUnits(String text) {
    int total = 0;
    int digit = -1;
    for (char c : text.toCharArray()) {
      int unit = "十百千".indexOf(c);
      if (unit >= 0) {
        int size = unit == 0 ? 10 : unit == 1 ? 100 : 1000;
        total += (digit < 0 ? 1 : digit) * size;
        digit = 0;
      } else {
        digit = DIGITS.indexOf(c);
        if (digit < 0) {
          return -1;
        }
      }
    }
    return total + Math.max(digit, 0);
  }
}
