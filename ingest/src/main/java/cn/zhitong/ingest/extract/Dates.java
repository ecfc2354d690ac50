package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.outline.Numeral;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as government texts write them: 2025年4月20日, 二〇二五年四月二十日, 2025-04-20, 2025/4/20. */
final class Dates {
  private static final String HAN_DIGITS = "[〇○Ｏ零一二三四五六七八九]";
  private static final String DIGIT = "[0-9０-９]";

  /** A date anywhere; groups 1-3 with 年月日, 4-6 with dashes. */
  static final String DATE =
      "(?:((?:"
          + DIGIT
          + "{4}|"
          + HAN_DIGITS
          + "{4}))\\s*年\\s*((?:"
          + DIGIT
          + "{1,2}|[一二三四五六七八九十]{1,2}))\\s*月\\s*((?:"
          + DIGIT
          + "{1,2}|[一二三四五六七八九十]{1,3}))\\s*日|(?<![0-9])([12][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9]))";

  static final Pattern ANY = Pattern.compile(DATE);

  private Dates() {}

  /** A date with its place in the text that was searched. */
  record Found(LocalDate date, int start, int end) {}

  static List<Found> all(String text) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = ANY.matcher(text);
    while (matcher.find()) {
      LocalDate date = read(matcher, 0);
      if (date != null) {
        found.add(new Found(date, matcher.start(), matcher.end()));
      }
    }
    return found;
  }

  /** The first date of a text, or null. */
  static LocalDate first(String text) {
    List<Found> all = all(text);
    return all.isEmpty() ? null : all.get(0).date();
  }

  /**
   * The date that {@link #DATE} matched within a larger pattern.
   *
   * @param before number of groups in front of it
   * @return null when there is no such day
   */
  static LocalDate read(Matcher matcher, int before) {
    int at = matcher.group(before + 1) != null ? before + 1 : before + 4;
    if (matcher.group(at) == null) {
      return null;
    }
    try {
      return LocalDate.of(
          year(matcher.group(at)),
          Numeral.parse(matcher.group(at + 1)),
          Numeral.parse(matcher.group(at + 2)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int year(String text) {
    return Numeral.parse(text.replace('○', '〇').replace('Ｏ', '〇'));
  }
}
