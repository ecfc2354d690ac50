package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The time that a leaf looks at. {@code last_year}, {@code current}, {@code year:2023}, {@code
 * last_n_years:3}, {@code avg_n_years:2}, {@code each_n_years:2}, {@code since:2020-01-01}.
 *
 * @param number the year of {@code year:}, the n of the others, 0 where there is none
 * @param since the day of {@code since:}, else null
 */
public record ReferencePeriod(Kind kind, int number, LocalDate since) {
  /** How a period reads the years. */
  public enum Kind {
    LAST_YEAR("last_year"),
    CURRENT("current"),
    YEAR("year"),
    /** Amounts: the sum of the years. Events: the years up to the day. */
    LAST_N_YEARS("last_n_years"),
    AVG_N_YEARS("avg_n_years"),
    EACH_N_YEARS("each_n_years"),
    SINCE("since");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }

  private static final Pattern FORM =
      Pattern.compile("(last_year|current)|(year|last_n_years|avg_n_years|each_n_years):(\\d+)");
  private static final Pattern SINCE = Pattern.compile("since:(\\d{4}-\\d{2}-\\d{2})");

  public static final ReferencePeriod LAST_YEAR = new ReferencePeriod(Kind.LAST_YEAR, 0, null);
  public static final ReferencePeriod CURRENT = new ReferencePeriod(Kind.CURRENT, 0, null);

  public static ReferencePeriod year(int year) {
    return new ReferencePeriod(Kind.YEAR, year, null);
  }

  public static ReferencePeriod lastYears(int n) {
    return new ReferencePeriod(Kind.LAST_N_YEARS, n, null);
  }

  public static ReferencePeriod average(int n) {
    return new ReferencePeriod(Kind.AVG_N_YEARS, n, null);
  }

  public static ReferencePeriod each(int n) {
    return new ReferencePeriod(Kind.EACH_N_YEARS, n, null);
  }

  public static ReferencePeriod since(LocalDate day) {
    return new ReferencePeriod(Kind.SINCE, 0, day);
  }

  /** Reads the contract's form; empty where the text is none. */
  public static Optional<ReferencePeriod> parse(String text) {
    Matcher since = SINCE.matcher(text);
    if (since.matches()) {
      return DateSpan.parse(since.group(1)).map(day -> since(day.first()));
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String code = form.group(1) == null ? form.group(2) : form.group(1);
    int number = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
    for (Kind kind : Kind.values()) {
      if (kind.code.equals(code)) {
        return Optional.of(new ReferencePeriod(kind, number, null));
      }
    }
    return Optional.empty();
  }

  /** The contract's form. */
  public String code() {
    return switch (kind) {
      case LAST_YEAR, CURRENT -> kind.code;
      case SINCE -> kind.code + ":" + since;
      default -> kind.code + ":" + number;
    };
  }

  /** The calendar years of an amount, oldest first; empty for {@code current} and {@code since}. */
  int[] years(LocalDate asOf) {
    return switch (kind) {
      case LAST_YEAR -> new int[] {asOf.getYear() - 1};
      case YEAR -> new int[] {number};
      case LAST_N_YEARS, AVG_N_YEARS, EACH_N_YEARS ->
          IntStream.range(asOf.getYear() - number, asOf.getYear()).toArray();
      default -> new int[0];
    };
  }

  /** The days of an event: n years are those up to the day, not calendar years. */
  DateSpan window(LocalDate asOf) {
    return switch (kind) {
      case LAST_YEAR -> DateSpan.year(asOf.getYear() - 1);
      case YEAR -> DateSpan.year(number);
      case CURRENT -> new DateSpan(LocalDate.of(asOf.getYear(), 1, 1), asOf);
      case LAST_N_YEARS, AVG_N_YEARS, EACH_N_YEARS ->
          new DateSpan(asOf.minusYears(number).plusDays(1), asOf);
      case SINCE -> new DateSpan(since, asOf);
    };
  }
}
