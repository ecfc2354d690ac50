package cn.zhitong.assistant.report;

import cn.zhitong.assistant.runtime.Infrastructure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How an issue's cases lie in the period, against all cases of it. */
final class IssueTimes {
  /** Kolmogorov and Smirnov's distance times the root of the number, at 1 %. */
  private static final double SIGNIFICANT = 1.63;

  /** One-sided, at 1 %. */
  private static final double NORMAL_QUANTILE = 2.33;

  /** At most half as strong again: what an issue is about counts more than when it came. */
  private static final double MOST_WEIGHT = .5;

  private static final int FEWEST_LATE = 5;
  private static final int DAYS_A_WEEK = 7;

  /** As much as two equal counts of 30 differ by chance in one of six cases. */
  private static final double CHANGED = 1.3;

  private final Period period;
  private final long[] all;

  IssueTimes(Period period, Collection<Instant> all) {
    this.period = period;
    this.all = all.stream().mapToLong(Instant::toEpochMilli).sorted().toArray();
  }

  /** What the strength of an issue is multiplied by: 1 to 1.5, more the closer together it came. */
  double weight(Collection<Instant> times) {
    double distance = distance(times);
    boolean chance = distance * Math.sqrt(times.size()) < SIGNIFICANT;
    return chance ? 1 : 1 + MOST_WEIGHT * distance;
  }

  /** Largest distance between the shares of the issue's and of all cases up to some moment. */
  private double distance(Collection<Instant> times) {
    long[] own = times.stream().mapToLong(Instant::toEpochMilli).sorted().toArray();
    double most = 0;
    for (int i = 0; i < own.length; i++) {
      double below = (double) firstNotBefore(own[i]) / all.length;
      double upTo = (double) firstNotBefore(own[i] + 1) / all.length;
      most = Math.max(most, Math.max(below - (double) i / own.length, 0));
      most = Math.max(most, (i + 1.0) / own.length - upTo);
    }
    return most;
  }

  private int firstNotBefore(long time) {
    int low = 0;
    int high = all.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Gathers in the last third of the period, more than all cases do, beyond chance. */
  boolean gathersAtTheEnd(Collection<Instant> times) {
    long begin =
        period.start().toEpochMilli()
            + (period.end().toEpochMilli() - period.start().toEpochMilli()) * 2 / 3;
    long late = times.stream().filter(time -> time.toEpochMilli() >= begin).count();
    double usual = Math.min(.99, (double) (all.length - firstNotBefore(begin)) / all.length);
    double expected = usual * times.size();
    double deviation = Math.sqrt(Math.max(.25, expected * (1 - usual)));
    return late >= FEWEST_LATE && late - expected >= NORMAL_QUANTILE * deviation;
  }

  /** In at least two thirds of the weeks, of which there must be four. */
  boolean lasts(Collection<Instant> times) {
    List<HotIssuesReport.Week> weeks = weeks(times);
    long present = weeks.stream().filter(week -> week.count() > 0).count();
    return weeks.size() >= 4 && present * 3 >= weeks.size() * 2L;
  }

  /**
   * @param previous null where there is nothing before to compare with: then the period's halves
   *     are compared
   */
  HotIssuesReport.Trend trend(Collection<Instant> times, Integer previous) {
    double now = times.size();
    double before = previous == null ? 0 : previous;
    if (previous == null) {
      long middle = (period.start().toEpochMilli() + period.end().toEpochMilli()) / 2;
      before = times.stream().filter(time -> time.toEpochMilli() < middle).count();
      now = times.size() - before;
    }
    List<HotIssuesReport.Week> weeks = weeks(times);
    if (previous != null && previous == 0) {
      return new HotIssuesReport.Trend("new", "新出现", previous, weeks);
    }
    if (now >= CHANGED * before && now > before) {
      return new HotIssuesReport.Trend("rising", "上升", previous, weeks);
    }
    return now * CHANGED <= before
        ? new HotIssuesReport.Trend("falling", "下降", previous, weeks)
        : new HotIssuesReport.Trend("steady", "平稳", previous, weeks);
  }

  /** Weeks begin on the period's first day. */
  private List<HotIssuesReport.Week> weeks(Collection<Instant> times) {
    int days = (int) ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
    int[] counts = new int[(days + DAYS_A_WEEK - 1) / DAYS_A_WEEK];
    for (Instant time : times) {
      LocalDate day = LocalDate.ofInstant(time, Infrastructure.ZONE);
      counts[(int) ChronoUnit.DAYS.between(period.from(), day) / DAYS_A_WEEK]++;
    }
    List<HotIssuesReport.Week> weeks = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      weeks.add(
          new HotIssuesReport.Week(period.from().plusDays((long) i * DAYS_A_WEEK), counts[i]));
    }
    return weeks;
  }
}
