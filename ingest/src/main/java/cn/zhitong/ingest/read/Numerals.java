package cn.zhitong.ingest.read;

import java.util.Locale;

/** Renders a list number as the office program prints it. */
final class Numerals {
  private static final String[] DIGITS = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final String[] LEGAL = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };

  private Numerals() {}

  /**
   * @param format name of the number format in WordprocessingML ({@code chineseCounting} …)
   */
  static String render(String format, int n) {
    return switch (format) {
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "koreanCounting" ->
          chinese(n, DIGITS, "十", "百");
      case "chineseLegalSimplified", "ideographLegalTraditional" -> chinese(n, LEGAL, "拾", "佰");
      case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> digits(n);
      case "ideographTraditional" -> nth(STEMS, n);
      case "ideographZodiac" -> nth(BRANCHES, n);
      case "ideographEnclosedCircle" -> nth("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", n);
      case "numberInDash" -> "- " + n + " -";
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> circled(n);
      case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(n);
      case "decimalZero" -> n < 10 ? "0" + n : Integer.toString(n);
      case "decimalEnclosedParen" -> "(" + n + ")";
      case "decimalEnclosedFullstop" -> n + ".";
      case "upperLetter" -> letter(n);
      case "lowerLetter" -> letter(n).toLowerCase(Locale.ROOT);
      case "upperRoman" -> roman(n).toUpperCase(Locale.ROOT);
      case "lowerRoman" -> roman(n);
      case "none", "bullet" -> "";
      default -> Integer.toString(n);
    };
  }

  private static String chinese(int n, String[] digits, String ten, String hundred) {
    if (n <= 0 || n > 999) {
      return Integer.toString(n);
    }
    StringBuilder out = new StringBuilder();
    if (n >= 100) {
      out.append(digits[n / 100]).append(hundred);
      if (n % 100 > 0 && n % 100 < 10) {
        out.append("零");
      }
    }
    int rest = n % 100;
    if (rest >= 10) {
      out.append(rest < 20 && n < 100 ? "" : digits[rest / 10]).append(ten);
    }
    if (rest % 10 > 0) {
      out.append(digits[rest % 10]);
    }
    return out.toString();
  }

  private static String nth(String signs, int n) {
    return n >= 1 && n <= signs.length() ? signs.substring(n - 1, n) : Integer.toString(n);
  }

  private static String digits(int n) {
    StringBuilder out = new StringBuilder();
    Integer.toString(n).chars().forEach(c -> out.append(DIGITS[c - '0']));
    return out.toString();
  }

  private static String fullWidth(int n) {
    StringBuilder out = new StringBuilder();
    Integer.toString(n).chars().forEach(c -> out.append((char) (c - '0' + '０')));
    return out.toString();
  }

  private static String circled(int n) {
    return n >= 1 && n <= 20 ? String.valueOf((char) ('①' + n - 1)) : Integer.toString(n);
  }

  /** A … Z, AA, BB …: as Word counts on. */
  private static String letter(int n) {
    return n < 1 ? "" : String.valueOf((char) ('A' + (n - 1) % 26)).repeat((n - 1) / 26 + 1);
  }

  private static String roman(int n) {
    StringBuilder out = new StringBuilder();
    int rest = n;
    for (int i = 0; i < ROMAN.length && rest > 0 && n < 4000; i++) {
      while (rest >= ROMAN_VALUES[i]) {
        out.append(ROMAN[i]);
        rest -= ROMAN_VALUES[i];
      }
    }
    return out.isEmpty() ? Integer.toString(n) : out.toString();
  }
}
