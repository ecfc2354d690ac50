package cn.zhitong.common.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** How well confidences match outcomes. */
public final class Calibration {
  private static final int BINS = 10;

  private Calibration() {}

  /**
   * @param confidence in [0, 1]
   * @param correct whether the first choice was right
   */
  public record Point(double confidence, boolean correct) {}

  /** A bin of the reliability diagram, of equal width in confidence. */
  public record Bin(double from, double to, int count, double confidence, double accuracy) {}

  public static List<Bin> bins(List<Point> points) {
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      int bin = b;
      List<Point> in = points.stream().filter(p -> binOf(p.confidence()) == bin).toList();
      bins.add(
          new Bin(
              b / (double) BINS,
              (b + 1) / (double) BINS,
              in.size(),
              in.stream().mapToDouble(Point::confidence).average().orElse(0),
              in.stream().mapToDouble(p -> p.correct() ? 1 : 0).average().orElse(0)));
    }
    return bins;
  }

  /** Expected calibration error over ten bins. */
  public static double ece(List<Point> points) {
    double sum = 0;
    for (Bin bin : bins(points)) {
      sum += bin.count() * Math.abs(bin.confidence() - bin.accuracy());
    }
    return points.isEmpty() ? 0 : sum / points.size();
  }

  /** The error that perfectly calibrated confidences would show on as many rows, by simulation. */
  public static double eceOfPerfect(List<Point> points) {
    SplittableRandom random = new SplittableRandom(7);
    int rounds = 50;
    double sum = 0;
    for (int round = 0; round < rounds; round++) {
      List<Point> drawn =
          points.stream()
              .map(p -> new Point(p.confidence(), random.nextDouble() < p.confidence()))
              .toList();
      sum += ece(drawn);
    }
    return sum / rounds;
  }

  /**
   * Accuracy on the surest share of the rows, for shares .1 … 1.
   *
   * @return accuracy by share, index 0 for .1
   */
  public static double[] coverageAccuracy(List<Point> points) {
    List<Point> sorted =
        points.stream().sorted(Comparator.comparingDouble(Point::confidence).reversed()).toList();
    double[] result = new double[10];
    for (int i = 0; i < 10; i++) {
      int n = (int) Math.round(sorted.size() * (i + 1) / 10.0);
      result[i] =
          sorted.subList(0, n).stream().mapToInt(p -> p.correct() ? 1 : 0).average().orElse(0);
    }
    return result;
  }

  private static int binOf(double confidence) {
    return Math.min(BINS - 1, (int) Math.floor(confidence * BINS));
  }

  /** Mean over the array; 0 for none. */
  public static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
