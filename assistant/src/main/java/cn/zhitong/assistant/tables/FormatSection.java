package cn.zhitong.assistant.tables;

import java.util.Locale;

/**
 * One section of a number format, with colours, locales, quoted text and escapes taken out before
 * its letters are judged: {@code [Red]} and {@code 0"月"} are no dates.
 *
 * @param condition or null
 * @param literal the text it shows when it has no place for a number
 * @param pattern placeholders, letters of dates and the marks between them
 */
record FormatSection(NumberFormat.Condition condition, String literal, String pattern) {

  static FormatSection of(String code) {
    NumberFormat.Condition condition = null;
    StringBuilder literal = new StringBuilder();
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"') {
        int end = code.indexOf('"', i + 1);
        String text = code.substring(i + 1, end < 0 ? code.length() : end);
        literal.append(text);
        mark(pattern, text);
        i = end < 0 ? code.length() : end;
      } else if (c == '[') {
        int end = code.indexOf(']', i);
        String bracket = code.substring(i + 1, end < 0 ? code.length() : end);
        condition = condition == null ? NumberFormat.Condition.of(bracket) : condition;
        if (elapsed(bracket)) {
          pattern.append(bracket);
        }
        i = end < 0 ? code.length() : end;
      } else if (c == '\\' || c == '!') {
        String text = i + 1 < code.length() ? code.substring(i + 1, i + 2) : "";
        literal.append(text);
        mark(pattern, text);
        i++;
      } else if (c == '_' || c == '*') {
        i++;
      } else {
        literal.append("0#?@".indexOf(c) < 0 ? String.valueOf(c) : "");
        pattern.append(c);
      }
    }
    return new FormatSection(condition, literal.toString().strip(), pattern.toString());
  }

  /** Marks that a number's groups are parted by go in; letters would be taken for dates. */
  private static void mark(StringBuilder pattern, String text) {
    if (text.matches("[-/() ]")) {
      pattern.append(text);
    }
  }

  private static boolean elapsed(String bracket) {
    return bracket.matches("(?i)h{1,5}|m{1,5}|s{1,5}");
  }

  private String letters() {
    return pattern
        .toLowerCase(Locale.ROOT)
        .replace("general", "")
        .replace("g/通用格式", "")
        .replace("通用格式", "");
  }

  boolean hasNumber() {
    return !letters().equals(pattern.toLowerCase(Locale.ROOT)) || pattern.matches("(?s).*[0#?@].*");
  }

  boolean date() {
    String letters = letters();
    // e alone is the year of Chinese formats; in 0.00E+00 it is the exponent.
    return letters.matches("(?s).*[ymdhs].*") || letters.matches("(?s)[^0#?]*e[^0#?]*");
  }

  /** Whether it shows the time of day alone. */
  boolean timeOnly() {
    String letters = letters().replaceAll("am/pm|a/p", "");
    return !letters.matches("(?s).*[yde].*") && letters.matches("(?s).*[hs].*");
  }

  boolean percent() {
    return pattern.contains("%");
  }

  /** A number's text with the format's leading zeros, and its marks between digits. */
  String filled(String number) {
    int point = pattern.indexOf('.');
    String whole = point < 0 ? pattern : pattern.substring(0, point);
    int zeros = (int) whole.chars().filter(c -> c == '0').count();
    if (zeros < 2 || percent() || pattern.matches("(?s).*[Ee][+-].*")) {
      return number;
    }
    boolean negative = number.startsWith("-");
    String digits = negative ? number.substring(1) : number;
    int dot = digits.indexOf('.');
    String before = dot < 0 ? digits : digits.substring(0, dot);
    String padded = "0".repeat(Math.max(0, zeros - before.length())) + before;
    return (negative ? "-" : "") + marked(padded, whole) + (dot < 0 ? "" : digits.substring(dot));
  }

  /** From the right, a digit for each placeholder; what is left over stands before the first. */
  private static String marked(String digits, String whole) {
    int first = 0;
    while (first < whole.length() && "0#?".indexOf(whole.charAt(first)) < 0) {
      first++;
    }
    int last = whole.length();
    while (last > first && "0#?".indexOf(whole.charAt(last - 1)) < 0) {
      last--;
    }
    StringBuilder text = new StringBuilder();
    int next = digits.length() - 1;
    for (int i = last - 1; i >= first && next >= 0; i--) {
      char c = whole.charAt(i);
      if ("0#?".indexOf(c) >= 0) {
        text.append(digits.charAt(next--));
      } else if (c != ',') {
        text.append(c);
      }
    }
    while (next >= 0) {
      text.append(digits.charAt(next--));
    }
    return text.reverse().toString();
  }
}
