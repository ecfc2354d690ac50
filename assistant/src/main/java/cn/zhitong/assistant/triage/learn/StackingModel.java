package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Blends the evidence for each class into probabilities: a conditional logit, whose weights are
 * shared by all classes, so that a class with one row is judged by what evidence is worth in
 * general. Trained on evidence that was computed out of fold; looks at the first {@link
 * Evidence.Kind#STACKED} kinds.
 */
final class StackingModel {
  private static final double PENALTY = 1e-3;

  private final double[] mean;
  private final double[] spread;
  private final double[] weights;

  private StackingModel(double[] mean, double[] spread, double[] weights) {
    this.mean = mean;
    this.spread = spread;
    this.weights = weights;
  }

  /**
   * @param rows evidence of each row: classes × kinds
   * @param labels class of each row
   */
  static StackingModel train(List<float[][]> rows, int[] labels) {
    int kinds = ClassFeatures.Kind.STACKED;
    double[] mean = new double[kinds];
    double[] spread = new double[kinds];
    moments(rows, mean, spread);
    double[] start = new double[kinds];
    java.util.Arrays.fill(start, .3);
    double[] weights =
        Lbfgs.minimise((x, gradient) -> loss(rows, labels, mean, spread, x, gradient), start, 100);
    return new StackingModel(mean, spread, weights);
  }

  private static void moments(List<float[][]> rows, double[] mean, double[] spread) {
    long n = 0;
    for (float[][] row : rows) {
      for (float[] evidence : row) {
        n++;
        for (int k = 0; k < mean.length; k++) {
          mean[k] += evidence[k];
          spread[k] += (double) evidence[k] * evidence[k];
        }
      }
    }
    for (int k = 0; k < mean.length; k++) {
      mean[k] /= n;
      spread[k] = Math.sqrt(Math.max(1e-9, spread[k] / n - mean[k] * mean[k]));
    }
  }

  private static double loss(
      List<float[][]> rows,
      int[] labels,
      double[] mean,
      double[] spread,
      double[] x,
      double[] gradient) {
    double loss = 0;
    for (int k = 0; k < x.length; k++) {
      loss += PENALTY * x[k] * x[k];
      gradient[k] = 2 * PENALTY * x[k];
    }
    StackingModel stack = new StackingModel(mean, spread, x);
    for (int r = 0; r < labels.length; r++) {
      float[][] row = rows.get(r);
      double[] p = stack.probabilities(row);
      loss -= Math.log(Math.max(p[labels[r]], 1e-12)) / labels.length;
      for (int c = 0; c < p.length; c++) {
        double error = (p[c] - (c == labels[r] ? 1 : 0)) / labels.length;
        for (int k = 0; k < x.length; k++) {
          gradient[k] += error * (row[c][k] - mean[k]) / spread[k];
        }
      }
    }
    return loss;
  }

  static int first(double[] p) {
    int best = 0;
    for (int c = 1; c < p.length; c++) {
      best = p[c] > p[best] ? c : best;
    }
    return best;
  }

  private double[] scores(float[][] evidence) {
    double[] scores = new double[evidence.length];
    for (int c = 0; c < scores.length; c++) {
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * (evidence[c][k] - mean[k]) / spread[k];
      }
      scores[c] = sum;
    }
    return scores;
  }

  double[] probabilities(float[][] evidence) {
    double[] scores = scores(evidence);
    Softmax.toProbabilities(scores);
    return scores;
  }

  /** Standardised weights, for the record: how much each kind of evidence counts. */
  double[] weights() {
    return weights.clone();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(weights.length);
    for (int k = 0; k < weights.length; k++) {
      out.writeDouble(mean[k]);
      out.writeDouble(spread[k]);
      out.writeDouble(weights[k]);
    }
  }

  static StackingModel read(DataInput in) throws IOException {
    int kinds = in.readInt();
    double[] mean = new double[kinds];
    double[] spread = new double[kinds];
    double[] weights = new double[kinds];
    for (int k = 0; k < kinds; k++) {
      mean[k] = in.readDouble();
      spread[k] = in.readDouble();
      weights[k] = in.readDouble();
    }
    return new StackingModel(mean, spread, weights);
  }
}
