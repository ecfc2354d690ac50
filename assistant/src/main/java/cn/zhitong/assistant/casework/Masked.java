package cn.zhitong.assistant.casework;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Personal data made unreadable, for lists and everywhere else where nobody needs it. */
public final class Masked {
  /** 18 digits, the last may be X; not inside a longer number. */
  private static final Pattern IDENTITY_CARD =
      Pattern.compile("(?<![0-9A-Za-z])\\d{17}[0-9Xx](?![0-9A-Za-z])");

  private static final Pattern MOBILE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
  private static final Pattern LANDLINE = Pattern.compile("(?<!\\d)0\\d{2,3}-?\\d{7,8}(?!\\d)");
  private static final Pattern BANK_CARD = Pattern.compile("(?<!\\d)\\d{16,19}(?!\\d)");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

  private Masked() {}

  /** Numbers and addresses in free text. Credit codes (18 letters and digits) stay. */
  public static String text(String text) {
    if (text == null) {
      return null;
    }
    String masked = replace(IDENTITY_CARD, text, 6, 4);
    masked = replace(BANK_CARD, masked, 4, 4);
    masked = replace(MOBILE, masked, 3, 4);
    masked = replace(LANDLINE, masked, 4, 2);
    return replace(EMAIL, masked, 1, 4);
  }

  /** 张三丰 → 张**. */
  public static String name(String name) {
    if (name == null || name.isEmpty()) {
      return name;
    }
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }

  /** 13812345678 → 138****5678. */
  public static String phone(String phone) {
    if (phone == null || phone.length() < 7) {
      return phone == null ? null : "*".repeat(phone.length());
    }
    return keep(phone, 3, 4);
  }

  private static String replace(Pattern pattern, String text, int head, int tail) {
    return pattern
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(keep(match.group(), head, tail)));
  }

  private static String keep(String text, int head, int tail) {
    int hidden = text.length() - head - tail;
    return hidden <= 0
        ? "*".repeat(text.length())
        : text.substring(0, head) + "*".repeat(hidden) + text.substring(text.length() - tail);
  }
}
