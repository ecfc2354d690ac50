package cn.zhitong.training.measure;

import java.util.Arrays;
import java.util.Comparator;

/** How well values part right from wrong. */
public final class RankingCurve {
  private RankingCurve() {}

  /**
   * The area under the ROC curve: the share of pairs of a right and a wrong one in which the right
   * one has the larger value, ties counted half. Not a number where there are no pairs.
   */
  public static double area(double[] values, boolean[] right) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double ranks = 0;
    long rights = 0;
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (right[order[i]]) {
          ranks += (from + to + 1) / 2.;
          rights++;
        }
      }
      from = to;
    }
    long wrongs = values.length - rights;
    return (ranks - rights * (rights + 1) / 2.) / ((double) rights * wrongs);
  }
}
