package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Multinomial logistic regression over dense features, with an L2 penalty on all but the bias. */
public final class Softmax {
  private final int classes;
  private final int size;
  private final float[] weights; // classes × (size + 1), the bias last

  private Softmax(int classes, int size, float[] weights) {
    this.classes = classes;
    this.size = size;
    this.weights = weights;
  }

  /**
   * @param rows feature vectors
   * @param labels class of each row, 0 to classes-1
   * @param rowWeights weight of each row, for classes that are rare or rows that are doubtful
   * @param penalty L2, against the mean loss a row
   */
  public static Softmax train(
      List<float[]> rows, int[] labels, double[] rowWeights, int classes, double penalty) {
    int size = rows.get(0).length;
    double total = 0;
    for (double weight : rowWeights) {
      total += weight;
    }
    double sum = total;
    Lbfgs.Objective objective =
        (x, gradient) -> loss(rows, labels, rowWeights, classes, penalty, sum, x, gradient);
    double[] x = Lbfgs.minimise(objective, new double[classes * (size + 1)], 150);
    float[] weights = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      weights[i] = (float) x[i];
    }
    return new Softmax(classes, size, weights);
  }

  private static double loss(
      List<float[]> rows,
      int[] labels,
      double[] rowWeights,
      int classes,
      double penalty,
      double total,
      double[] x,
      double[] gradient) {
    int width = rows.get(0).length + 1;
    double loss = 0;
    for (int i = 0; i < x.length; i++) {
      boolean bias = i % width == width - 1;
      gradient[i] = bias ? 0 : 2 * penalty * x[i];
      loss += bias ? 0 : penalty * x[i] * x[i];
    }
    double[] p = new double[classes];
    for (int r = 0; r < rows.size(); r++) {
      float[] row = rows.get(r);
      for (int c = 0; c < classes; c++) {
        double s = x[c * width + width - 1];
        for (int f = 0; f < row.length; f++) {
          s += x[c * width + f] * row[f];
        }
        p[c] = s;
      }
      toProbabilities(p);
      double share = rowWeights[r] / total;
      loss -= share * Math.log(Math.max(p[labels[r]], 1e-12));
      for (int c = 0; c < classes; c++) {
        double error = share * (p[c] - (labels[r] == c ? 1 : 0));
        for (int f = 0; f < row.length; f++) {
          gradient[c * width + f] += error * row[f];
        }
        gradient[c * width + width - 1] += error;
      }
    }
    return loss;
  }

  /** Log-odds up to a constant. */
  public double[] scores(float[] row) {
    double[] scores = new double[classes];
    for (int c = 0; c < classes; c++) {
      int at = c * (size + 1);
      double sum = weights[at + size];
      for (int f = 0; f < size; f++) {
        sum += weights[at + f] * row[f];
      }
      scores[c] = sum;
    }
    return scores;
  }

  public double[] probabilities(float[] row) {
    double[] scores = scores(row);
    toProbabilities(scores);
    return scores;
  }

  /** Exponentials, normalised, in place. */
  static void toProbabilities(double[] scores) {
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - max);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(classes);
    out.writeInt(size);
    for (float weight : weights) {
      out.writeFloat(weight);
    }
  }

  static Softmax read(DataInput in) throws IOException {
    int classes = in.readInt();
    int size = in.readInt();
    float[] weights = new float[classes * (size + 1)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
    }
    return new Softmax(classes, size, weights);
  }
}
