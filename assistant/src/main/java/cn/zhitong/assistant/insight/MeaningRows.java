package cn.zhitong.assistant.insight;

import java.util.List;

/**
 * Letters' vectors, the mean of all taken off: bge's lie in a narrow cone, and what is common to a
 * city's letters is in that mean.
 */
final class MeaningRows {
  final float[][] rows;

  /** Component by component, so that many cosines are one pass of additions. */
  private final float[][] columns;

  private MeaningRows(float[][] rows, float[][] columns) {
    this.rows = rows;
    this.columns = columns;
  }

  static MeaningRows of(List<Letter> letters) {
    int n = letters.size();
    int dimensions = letters.get(0).vector().length;
    double[] mean = new double[dimensions];
    for (Letter letter : letters) {
      for (int d = 0; d < dimensions; d++) {
        mean[d] += letter.vector()[d] / n;
      }
    }
    float[][] rows = new float[n][dimensions];
    float[][] columns = new float[dimensions][n];
    for (int i = 0; i < n; i++) {
      float[] vector = letters.get(i).vector();
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        rows[i][d] = (float) (vector[d] - mean[d]);
        square += rows[i][d] * rows[i][d];
      }
      float length = (float) Math.max(1e-9, Math.sqrt(square));
      for (int d = 0; d < dimensions; d++) {
        rows[i][d] /= length;
        columns[d][i] = rows[i][d];
      }
    }
    return new MeaningRows(rows, columns);
  }

  /** Adds {@code factor} times the cosines of letters from {@code first} on and every letter. */
  void addCosines(int first, float factor, float[][] sums) {
    for (int d = 0; d < columns.length; d++) {
      float[] column = columns[d];
      for (int b = 0; b < sums.length; b++) {
        float weight = factor * rows[first + b][d];
        float[] sum = sums[b];
        // Independent additions: the compiler makes vector instructions of them, of a dot product
        // not. Several letters a column, since columns are read from memory.
        for (int i = 0; i < column.length; i++) {
          sum[i] += weight * column[i];
        }
      }
    }
  }

  float[] mean(int[] members) {
    float[] mean = new float[columns.length];
    for (int letter : members) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += rows[letter][d] / members.length;
      }
    }
    return mean;
  }

  float dot(int letter, float[] mean) {
    float sum = 0;
    for (int d = 0; d < mean.length; d++) {
      sum += rows[letter][d] * mean[d];
    }
    return sum;
  }
}
