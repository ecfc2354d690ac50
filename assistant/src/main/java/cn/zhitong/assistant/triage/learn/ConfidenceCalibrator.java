package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How sure the first of a ranking is: a logistic regression on its blended probability, its lead
 * over the second, what the trees gave it, and how near the nearest past case is. The blend itself
 * is fitted to rank, where many rare classes make it too sure or too shy.
 */
final class ConfidenceCalibrator {
  private static final double PENALTY = 1e-4;

  private final Softmax right;

  private ConfidenceCalibrator(Softmax right) {
    this.right = right;
  }

  /**
   * @param rows what {@link #features} gave for each training row
   * @param hits whether the first of that row's ranking was right
   */
  static ConfidenceCalibrator train(List<float[]> rows, List<Boolean> hits) {
    double[] even = new double[rows.size()];
    java.util.Arrays.fill(even, 1);
    int[] labels = hits.stream().mapToInt(hit -> hit ? 1 : 0).toArray();
    return new ConfidenceCalibrator(Softmax.train(new ArrayList<>(rows), labels, even, 2, PENALTY));
  }

  /**
   * @param p blended probabilities
   * @param said what {@link ExtraTrees} gave the first: that it is right, by itself
   * @param evidence classes × kinds
   */
  static float[] features(double[] p, float said, float[][] evidence) {
    int first = StackingModel.first(p);
    double second = 0;
    double nearest = 0;
    for (int c = 0; c < p.length; c++) {
      second = c == first ? second : Math.max(second, p[c]);
      nearest = Math.max(nearest, evidence[c][ClassFeatures.Kind.NEAREST.ordinal()]);
    }
    double one = Math.min(1 - 1e-6, p[first]);
    return new float[] {
      (float) Math.log(one / (1 - one)),
      (float) Math.log(one / Math.max(second, 1e-6)),
      (float) nearest,
      (float) Math.log((said + .01) / (1.01 - said)),
      evidence[first][ClassFeatures.Kind.MARGIN.ordinal()],
    };
  }

  /**
   * Gives the first its confidence and shares the rest out in proportion; the order stays, since
   * none of the others may exceed the first.
   */
  double[] applied(double[] p, float[] features) {
    int first = StackingModel.first(p);
    double sure = right.probabilities(features)[1];
    double rest = Math.max(1e-12, 1 - p[first]);
    double[] result = new double[p.length];
    for (int c = 0; c < p.length; c++) {
      result[c] = c == first ? sure : Math.min(.999 * sure, p[c] / rest * (1 - sure));
    }
    return result;
  }

  void write(DataOutput out) throws IOException {
    right.write(out);
  }

  static ConfidenceCalibrator read(DataInput in) throws IOException {
    return new ConfidenceCalibrator(Softmax.read(in));
  }
}
