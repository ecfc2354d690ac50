package cn.zhitong.common.workday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The working-day calendar of the PRC with 调休 as it was known at one moment: immutable, so that a
 * deadline and its explanation come from the same days. The service hands out the latest. A year
 * that is not loaded counts Monday to Friday, and what reaches into it is provisional.
 */
public final class WorkingDays {
  /** 元旦、劳动节、国庆节: 全国年节及纪念日放假办法 as in force since 2025. The others follow the moon or the sun. */
  private static final Set<MonthDay> FIXED_HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 2),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3));

  private final Map<LocalDate, Boolean> off = new HashMap<>();
  private final Set<Integer> loaded;

  public WorkingDays(Collection<YearDays> years) {
    this.loaded =
        years.stream().filter(YearDays::loaded).map(YearDays::year).collect(Collectors.toSet());
    years.forEach(year -> year.exceptions().forEach(off::putIfAbsent));
    // A year's own announcement is the last word on its days.
    for (YearDays year : years) {
      year.exceptions()
          .forEach(
              (date, isOff) -> {
                if (date.getYear() == year.year()) {
                  off.put(date, isOff);
                }
              });
    }
  }

  /** Whether the year's days off are known. */
  public boolean loaded(int year) {
    return loaded.contains(year);
  }

  /** Whether people work that day, as far as is known. */
  public boolean working(LocalDate date) {
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !off.getOrDefault(date, weekend);
  }

  /**
   * The last day for something accepted on a day. That day itself does not count, wherever in the
   * week it falls: accepted Friday 2025-09-26 with two working days, due Monday 2025-09-29, because
   * Sunday the 28th is worked.
   *
   * @param days working days allowed, at least 1
   */
  public Due due(LocalDate accepted, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("working days must be at least 1, were " + days);
    }
    LocalDate date = accepted;
    boolean provisional = false;
    for (int left = days; left > 0; ) {
      date = date.plusDays(1);
      provisional |= !loaded(date.getYear());
      if (working(date)) {
        left--;
      }
    }
    return new Due(date, provisional);
  }

  /**
   * The last day for something that is set once, and not reckoned anew when another year is loaded:
   * as {@link #due}, but holidays with a fixed date are off in years that are not loaded too.
   *
   * @param days working days allowed, at least 1
   */
  public LocalDate lasting(LocalDate accepted, int days) {
    LocalDate date = due(accepted, days).date();
    // Each holiday that was counted asks for a day more, on which there may be another one.
    int missing = holidays(accepted, date);
    while (missing > 0) {
      LocalDate before = date;
      date = due(before, missing).date();
      missing = holidays(before, date);
    }
    return date;
  }

  /**
   * Working days after {@code from} up to {@code to} that are known to be holidays all the same.
   */
  private int holidays(LocalDate from, LocalDate to) {
    return (int)
        from.plusDays(1)
            .datesUntil(to.plusDays(1))
            .filter(date -> !loaded(date.getYear()) && working(date))
            .filter(date -> FIXED_HOLIDAYS.contains(MonthDay.from(date)))
            .count();
  }

  /**
   * Working days after {@code from} up to and including {@code to}; negative when {@code to} is
   * before {@code from}.
   */
  public int between(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -between(to, from);
    }
    int count = 0;
    for (LocalDate date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
      if (working(date)) {
        count++;
      }
    }
    return count;
  }

  /**
   * A deadline.
   *
   * @param date last day, inclusive
   * @param provisional whether it rests on a year whose days are not loaded; recomputed when they
   *     are
   */
  public record Due(LocalDate date, boolean provisional) {}
}
