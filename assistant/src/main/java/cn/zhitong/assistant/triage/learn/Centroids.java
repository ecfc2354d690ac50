package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean text vector of each class. Where a class has one row, a regression has learnt little but
 * this is that row.
 */
final class Centroids {
  private static final float KEPT_SHARE = 1f / 250;

  private final int classes;
  private final WeightMatrix table;

  private Centroids(int classes, WeightMatrix table) {
    this.classes = classes;
    this.table = table;
  }

  static Centroids of(List<Sparse> texts, int[] labels, int classes, int features) {
    WeightMatrix.Column[] columns = new WeightMatrix.Column[classes];
    IntStream.range(0, classes)
        .parallel()
        .forEach(
            c -> {
              float[] sum = new float[features];
              for (int i = 0; i < labels.length; i++) {
                if (labels[i] == c) {
                  add(texts.get(i), sum);
                }
              }
              normalise(sum);
              columns[c] = WeightMatrix.Column.of(sum, KEPT_SHARE);
            });
    return new Centroids(classes, WeightMatrix.of(columns, features));
  }

  private static void add(Sparse text, float[] sum) {
    double norm = Math.sqrt(text.squaredNorm());
    for (int i = 0; i < text.index().length; i++) {
      sum[text.index()[i]] += (float) (text.value()[i] / norm);
    }
  }

  private static void normalise(float[] sum) {
    double norm = 0;
    for (float value : sum) {
      norm += (double) value * value;
    }
    float length = (float) Math.sqrt(norm);
    for (int i = 0; i < sum.length && length > 0; i++) {
      sum[i] /= length;
    }
  }

  /** Cosine with each class. */
  double[] cosines(Sparse text) {
    double[] sums = new double[classes];
    table.dot(text, sums);
    double norm = Math.max(1e-9, Math.sqrt(text.squaredNorm()));
    for (int c = 0; c < classes; c++) {
      sums[c] /= norm;
    }
    return sums;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(classes);
    table.write(out);
  }

  static Centroids read(DataInput in) throws IOException {
    return new Centroids(in.readInt(), WeightMatrix.read(in));
  }
}
