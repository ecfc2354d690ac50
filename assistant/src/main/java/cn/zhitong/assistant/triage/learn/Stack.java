package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Blends the evidence for each class into probabilities: a conditional logit, whose weights are
 * shared by all classes, so that a class with one row is judged by what evidence is worth in
 * general. Trained on evidence that was computed out of fold.
 */
final class Stack {
  private static final double PENALTY = 1e-3;

  private final int[] kinds; // columns of the evidence that are weighed
  private final double[] mean;
  private final double[] spread;
  private final double[] weights;

  private Stack(int[] kinds, double[] mean, double[] spread, double[] weights) {
    this.kinds = kinds;
    this.mean = mean;
    this.spread = spread;
    this.weights = weights;
  }

  /**
   * @param rows evidence of each row: classes × kinds
   * @param labels class of each row
   * @param weighed kinds that are looked at
   */
  static Stack train(List<float[][]> rows, int[] labels, List<Evidence.Kind> weighed) {
    int[] kinds = weighed.stream().mapToInt(Enum::ordinal).toArray();
    double[] mean = new double[kinds.length];
    double[] spread = new double[kinds.length];
    moments(rows, kinds, mean, spread);
    double[] start = new double[kinds.length];
    java.util.Arrays.fill(start, .3);
    double[] weights =
        Lbfgs.minimise(
            (x, gradient) -> loss(rows, labels, new Stack(kinds, mean, spread, x), gradient),
            start,
            100);
    return new Stack(kinds, mean, spread, weights);
  }

  private static void moments(List<float[][]> rows, int[] kinds, double[] mean, double[] spread) {
    long n = 0;
    for (float[][] row : rows) {
      for (float[] evidence : row) {
        n++;
        for (int k = 0; k < mean.length; k++) {
          double value = evidence[kinds[k]];
          mean[k] += value;
          spread[k] += value * value;
        }
      }
    }
    for (int k = 0; k < mean.length; k++) {
      mean[k] /= n;
      spread[k] = Math.sqrt(Math.max(1e-9, spread[k] / n - mean[k] * mean[k]));
    }
  }

  private static double loss(List<float[][]> rows, int[] labels, Stack stack, double[] gradient) {
    double[] x = stack.weights;
    double loss = 0;
    for (int k = 0; k < x.length; k++) {
      loss += PENALTY * x[k] * x[k];
      gradient[k] = 2 * PENALTY * x[k];
    }
    for (int r = 0; r < labels.length; r++) {
      float[][] row = rows.get(r);
      double[] p = stack.probabilities(row);
      loss -= Math.log(Math.max(p[labels[r]], 1e-12)) / labels.length;
      for (int c = 0; c < p.length; c++) {
        double error = (p[c] - (c == labels[r] ? 1 : 0)) / labels.length;
        for (int k = 0; k < x.length; k++) {
          gradient[k] += error * stack.standardised(row[c], k);
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

  private double standardised(float[] evidence, int k) {
    return (evidence[kinds[k]] - mean[k]) / spread[k];
  }

  private double[] scores(float[][] evidence) {
    double[] scores = new double[evidence.length];
    for (int c = 0; c < scores.length; c++) {
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * standardised(evidence[c], k);
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
  Map<Evidence.Kind, Double> weights() {
    Map<Evidence.Kind, Double> named = new EnumMap<>(Evidence.Kind.class);
    for (int k = 0; k < kinds.length; k++) {
      named.put(Evidence.Kind.values()[kinds[k]], weights[k]);
    }
    return named;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(weights.length);
    for (int k = 0; k < weights.length; k++) {
      out.writeInt(kinds[k]);
      out.writeDouble(mean[k]);
      out.writeDouble(spread[k]);
      out.writeDouble(weights[k]);
    }
  }

  static Stack read(DataInput in) throws IOException {
    int[] kinds = new int[in.readInt()];
    double[] mean = new double[kinds.length];
    double[] spread = new double[kinds.length];
    double[] weights = new double[kinds.length];
    for (int k = 0; k < kinds.length; k++) {
      kinds[k] = in.readInt();
      mean[k] = in.readDouble();
      spread[k] = in.readDouble();
      weights[k] = in.readDouble();
    }
    return new Stack(kinds, mean, spread, weights);
  }
}
