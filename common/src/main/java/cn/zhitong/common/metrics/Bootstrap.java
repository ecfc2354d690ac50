package cn.zhitong.common.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Percentile bootstrap over per-item values; seeded, so that a run repeats. */
public final class Bootstrap {
  /** Rounds: the 2.5 % tail then rests on 50 samples. */
  private static final int ROUNDS = 2000;

  private static final long SEED = 20260101L;

  private Bootstrap() {}

  /**
   * @param mean plain mean
   * @param low 2.5th percentile of resampled means
   * @param high 97.5th percentile
   */
  public record Interval(double mean, double low, double high) {}

  /** 95 % interval of a mean; all zeros for no values. */
  public static Interval mean(double[] values) {
    if (values.length == 0) {
      return new Interval(0, 0, 0);
    }
    double[] means = resampledMeans(values);
    return new Interval(
        Arrays.stream(values).average().orElse(0),
        means[(int) (ROUNDS * .025)],
        means[(int) (ROUNDS * .975)]);
  }

  /**
   * Two-sided p-value that the mean of paired differences is zero, by sign flips (Fisher's
   * randomisation test, as Smucker et al. 2007 recommend for retrieval runs).
   */
  public static double pairedP(double[] differences) {
    double observed = Math.abs(Arrays.stream(differences).sum());
    if (observed == 0) {
      return 1;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    int atLeast = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      if (Math.abs(sum) >= observed - 1e-12) {
        atLeast++;
      }
    }
    return (atLeast + 1.0) / (ROUNDS + 1.0);
  }

  private static double[] resampledMeans(double[] values) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[round] = sum / values.length;
    }
    Arrays.sort(means);
    return means;
  }
}
