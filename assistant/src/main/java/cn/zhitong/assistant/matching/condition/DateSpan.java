package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** The days that a date stands for: one for 2023-06-30, a month for 2023-06, a year for 2023. */
public record DateSpan(LocalDate first, LocalDate last) {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

  /** Reads a year, a month or a day; empty where the text is none. */
  public static Optional<DateSpan> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    var date = DATE.matcher(text.strip());
    if (!date.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(date.group(1));
    if (date.group(2) == null) {
      return Optional.of(year(year));
    }
    int month = Integer.parseInt(date.group(2));
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    YearMonth of = YearMonth.of(year, month);
    if (date.group(3) == null) {
      return Optional.of(new DateSpan(of.atDay(1), of.atEndOfMonth()));
    }
    int day = Integer.parseInt(date.group(3));
    return of.isValidDay(day)
        ? Optional.of(new DateSpan(of.atDay(day), of.atDay(day)))
        : Optional.empty();
  }

  public static DateSpan year(int year) {
    return new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** Whether this lies in the window: no where they are apart, unknown where it juts out. */
  Truth within(DateSpan window) {
    if (first.isAfter(window.last) || last.isBefore(window.first)) {
      return Truth.FALSE;
    }
    return first.isBefore(window.first) || last.isAfter(window.last) ? Truth.UNKNOWN : Truth.TRUE;
  }
}
