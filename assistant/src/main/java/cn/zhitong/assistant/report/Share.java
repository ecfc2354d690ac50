package cn.zhitong.assistant.report;

import cn.zhitong.common.metrics.Bootstrap;
import cn.zhitong.common.metrics.Confusion;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * A share with its Wilson interval at 95 %.
 *
 * @param value null where nothing was counted: no share is not a share of 0
 */
public record Share(int hits, int of, Double value, Double low, Double high) {
  /** The share of {@code hits} among {@code of}. */
  public static Share of(int hits, int of) {
    if (of == 0) {
      return new Share(0, 0, null, null, null);
    }
    Bootstrap.Interval interval = Confusion.wilson(hits, of);
    return new Share(
        hits, of, rounded((double) hits / of), rounded(interval.low()), rounded(interval.high()));
  }

  static <T> Share of(Collection<T> all, Predicate<T> hit) {
    return of((int) all.stream().filter(hit).count(), all.size());
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
