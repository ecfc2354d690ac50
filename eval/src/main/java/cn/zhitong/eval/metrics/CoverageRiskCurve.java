package cn.zhitong.eval.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What refusing below other floors would have given: the share of the answerable questions that are
 * answered against the share of the unanswerable ones that are refused.
 */
public final class CoverageRiskCurve {
  private CoverageRiskCurve() {}

  /**
   * @param floor least support at which a question is answered
   * @param answered share of the answerable questions at or above it
   * @param refused share of the unanswerable questions below it
   */
  public record Point(double floor, double answered, double refused) {}

  /**
   * One point a floor that changes anything, by falling floor, so by rising share of answered.
   *
   * @param answerable support of each answerable question; {@code NEGATIVE_INFINITY} for one that
   *     no floor lets through
   * @param unanswerable the same of the unanswerable ones
   */
  public static List<Point> curve(double[] answerable, double[] unanswerable) {
    TreeSet<Double> floors = new TreeSet<>();
    Arrays.stream(answerable).filter(Double::isFinite).forEach(floors::add);
    Arrays.stream(unanswerable).filter(Double::isFinite).forEach(floors::add);
    List<Point> curve = new ArrayList<>();
    curve.add(new Point(Double.POSITIVE_INFINITY, 0, 1));
    for (double floor : floors.descendingSet()) {
      curve.add(new Point(floor, atLeast(answerable, floor), 1 - atLeast(unanswerable, floor)));
    }
    return curve;
  }

  /** Largest share of refused where at least this share is answered; 0 where it cannot be. */
  public static double refusedAt(List<Point> curve, double answered) {
    return curve.stream()
        .filter(point -> point.answered() >= answered)
        .mapToDouble(Point::refused)
        .max()
        .orElse(0);
  }

  /**
   * How often an answerable question has more support than an unanswerable one, ties counting half:
   * the area under the curve (Mann and Whitney 1947). .5 for none.
   */
  public static double area(double[] answerable, double[] unanswerable) {
    double[] sorted = unanswerable.clone();
    Arrays.sort(sorted);
    double wins = 0;
    for (double support : answerable) {
      int below = firstAtLeast(sorted, support);
      int upTo = firstAtLeast(sorted, Math.nextUp(support));
      wins += below + (upTo - below) / 2.0;
    }
    long pairs = (long) answerable.length * unanswerable.length;
    return pairs == 0 ? .5 : wins / pairs;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) / 2;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double atLeast(double[] values, double floor) {
    return Arrays.stream(values).map(v -> v >= floor ? 1 : 0).average().orElse(0);
  }
}
