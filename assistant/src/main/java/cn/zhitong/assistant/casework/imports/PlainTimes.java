package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.tables.SerialDate;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as lists write them, in ISO's form. */
final class PlainTimes {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})[-/.年]\\s?(\\d{1,2})[-/.月]\\s?(\\d{1,2})日?(?:\\s*(?:T|星期.|周.|\\(.{1,3}\\))?\\s*"
              + "(上午|下午|晚上|中午|凌晨)?\\s*(\\d{1,2})[:时点](?:(\\d{1,2})分?)?(?::?(\\d{1,2})(?:\\.\\d+)?)?秒?)?");

  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[ T]?(\\d{2}):?(\\d{2})(?::?(\\d{2}))?)?");

  private static final Pattern NO_YEAR =
      Pattern.compile("(\\d{1,2})月(\\d{1,2})日\\s*(?:(\\d{1,2})[:时点](?:(\\d{1,2})分?)?)?");

  private static final int LONGEST = 40;

  private PlainTimes() {}

  /**
   * {@code 2017-3-2 18:19:14}, {@code 2025年9月26日 9时30分}, {@code 20261123}, {@code 11月24日} (the last
   * one before today), or the number of a day, as spreadsheets count them.
   *
   * @return ISO 8601, or the text as it came where it is none of these
   */
  static String iso(String given, LocalDate today) {
    if (given == null || given.length() > LONGEST) {
      return given;
    }
    String text = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
    Matcher full = TIME.matcher(text);
    if (full.matches()) {
      return day(full.group(1), full.group(2), full.group(3))
          + time(hour(full.group(4), full.group(5)), full.group(6), full.group(7));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches() && exists(compact)) {
      return day(compact.group(1), compact.group(2), compact.group(3))
          + time(compact.group(4), compact.group(5), compact.group(6));
    }
    Matcher short_ = NO_YEAR.matcher(text);
    if (short_.matches()) {
      return withYear(short_, today, given);
    }
    String serial = SerialDate.ofPlainNumber(text);
    return serial == null ? given : serial;
  }

  private static boolean exists(Matcher compact) {
    try {
      return LocalDate.parse(day(compact.group(1), compact.group(2), compact.group(3))).getYear()
          >= 2000;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String withYear(Matcher time, LocalDate today, String given) {
    try {
      int month = Integer.parseInt(time.group(1));
      int dayOfMonth = Integer.parseInt(time.group(2));
      LocalDate day = LocalDate.of(today.getYear(), month, dayOfMonth);
      return (day.isAfter(today) ? LocalDate.of(today.getYear() - 1, month, dayOfMonth) : day)
          + time(time.group(3), time.group(4), null);
    } catch (DateTimeException e) {
      return given;
    }
  }

  private static String hour(String half, String hour) {
    if (half == null || hour == null) {
      return hour;
    }
    int number = Integer.parseInt(hour);
    boolean afternoon = "下午晚上".contains(half) || half.equals("中午") && number < 11;
    return String.valueOf(afternoon && number < 12 ? number + 12 : number);
  }

  private static String day(String year, String month, String day) {
    return year + "-" + two(month) + "-" + two(day);
  }

  private static String time(String hour, String minute, String second) {
    return hour == null ? "" : "T" + two(hour) + ":" + two(minute) + ":" + two(second);
  }

  private static String two(String digits) {
    return digits == null ? "00" : digits.length() == 1 ? "0" + digits : digits;
  }
}
