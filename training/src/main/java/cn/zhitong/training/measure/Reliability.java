package cn.zhitong.training.measure;

import java.util.ArrayList;
import java.util.List;

/** How often what was said with a probability was so, by tenths of probability. */
public final class Reliability {
  private static final int BINS = 10;

  private Reliability() {}

  /**
   * Probabilities of one tenth.
   *
   * @param said mean probability
   * @param seen share that was right
   */
  public record Bin(int count, double said, double seen) {}

  /** Bins that have any. */
  public static List<Bin> bins(double[] probabilities, boolean[] right) {
    int[] counts = new int[BINS];
    double[] said = new double[BINS];
    double[] seen = new double[BINS];
    for (int i = 0; i < probabilities.length; i++) {
      int bin = (int) Math.min(BINS - 1, probabilities[i] * BINS);
      counts[bin]++;
      said[bin] += probabilities[i];
      seen[bin] += right[i] ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (counts[b] > 0) {
        bins.add(new Bin(counts[b], said[b] / counts[b], seen[b] / counts[b]));
      }
    }
    return bins;
  }

  /** Expected calibration error: the mean distance of said and seen. */
  public static double error(double[] probabilities, boolean[] right) {
    double sum = 0;
    for (Bin bin : bins(probabilities, right)) {
      sum += bin.count() * Math.abs(bin.said() - bin.seen());
    }
    return sum / probabilities.length;
  }
}
