package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.tables.SerialDate;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the day of a payment in the forms that lists have it; what has two readings is not read.
 */
final class PayDayReader {
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})(?:日|号)?(?:[T ]?\\d{1,2}[:时].{0,30})?");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(\\d{2})年(\\d{1,2})月(\\d{1,2})(?:日|号)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?: \\d{1,2}:.{0,20})?");
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\d{4}|\\d{6})?");
  private static final Pattern NUMERALS =
      Pattern.compile(
          "([零〇○一二三四五六七八九]{4})年([一二三四五六七八九]|十[一二]?)月([一二三四五六七八九]|[一二三]?十[一二三四五六七八九]?)[日号]?");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.{0,30}(?:Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern AROUND_WORD = Pattern.compile(" ?([年月日号]) ?");
  private static final Pattern AROUND_MARK =
      Pattern.compile(" ?([-/.]) ?(?=\\d{1,4}(?:[-/.月日]|$))");
  private static final Pattern NO_DAY = Pattern.compile("[^0-9年月日/.\\-].{0,20}$");
  private static final Pattern ABOVE =
      Pattern.compile("(?:拨付|支付|到账|付款|兑付|发放|打款|拨款)(?:日期|时间)?[:：]?(.{6,20})");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private PayDayReader() {}

  static LocalDate day(String text) throws UnreadableCell {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    String words = AROUND_WORD.matcher(narrow).replaceAll("$1");
    String plain = AROUND_MARK.matcher(words).replaceAll("$1");
    try {
      LocalDate day = read(plain);
      if (day == null) {
        throw new UnreadableCell("日期“" + text + "”读不懂，请写成 2026-03-05");
      }
      if (day.getYear() < FIRST_YEAR || day.getYear() >= LAST_YEAR) {
        throw new UnreadableCell("日期“" + text + "”的年份不对");
      }
      return day;
    } catch (DateTimeException e) {
      throw new UnreadableCell("没有“" + text + "”这一天");
    }
  }

  private static LocalDate read(String plain) throws UnreadableCell {
    if (MOMENT.matcher(plain).matches()) {
      return moment(plain);
    }
    for (Pattern pattern : new Pattern[] {YEAR_FIRST, DIGITS}) {
      Matcher found = pattern.matcher(plain);
      if (found.matches()) {
        return LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
      }
    }
    Matcher brief = SHORT_YEAR.matcher(plain);
    if (brief.matches()) {
      return LocalDate.of(FIRST_YEAR + number(brief, 1), number(brief, 2), number(brief, 3));
    }
    Matcher last = YEAR_LAST.matcher(plain);
    if (last.matches()) {
      return yearLast(number(last, 1), number(last, 2), number(last, 3), plain);
    }
    Matcher numerals = NUMERALS.matcher(plain);
    if (numerals.matches()) {
      return LocalDate.of(
          year(numerals.group(1)), small(numerals.group(2)), small(numerals.group(3)));
    }
    String serial = SerialDate.ofPlainNumber(plain);
    return serial == null ? null : LocalDate.parse(serial.substring(0, 10));
  }

  private static LocalDate moment(String plain) {
    try {
      return OffsetDateTime.parse(plain).atZoneSameInstant(Infrastructure.ZONE).toLocalDate();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Month first or day first: only where one of them cannot be a month. */
  private static LocalDate yearLast(int first, int second, int year, String text)
      throws UnreadableCell {
    if (first > 12 && second <= 12) {
      return LocalDate.of(year, second, first);
    }
    if (second > 12 && first <= 12 || first == second) {
      return LocalDate.of(year, first, second);
    }
    throw new UnreadableCell("日期“" + text + "”分不清月和日，请写成 2026-03-05");
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private static int year(String numerals) {
    int year = 0;
    for (char c : numerals.toCharArray()) {
      year = year * 10 + Math.max(0, "零一二三四五六七八九".indexOf(c));
    }
    return year;
  }

  private static int small(String numerals) {
    int ten = numerals.indexOf('十');
    if (ten < 0) {
      return digit(numerals.charAt(0));
    }
    int tens = ten == 0 ? 1 : digit(numerals.charAt(0));
    return tens * 10 + (ten == numerals.length() - 1 ? 0 : digit(numerals.charAt(ten + 1)));
  }

  private static int digit(char c) {
    return "零一二三四五六七八九".indexOf(c);
  }

  /** The day that a title above the table gives for all rows; null where there is none. */
  static String above(Iterable<String> lines) {
    for (String line : lines) {
      Matcher told = ABOVE.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC).strip());
      if (told.find()) {
        try {
          return day(NO_DAY.matcher(told.group(1)).replaceAll("")).toString();
        } catch (UnreadableCell e) {
          continue;
        }
      }
    }
    return null;
  }
}
