package cn.zhitong.assistant.triage.learn;

import java.util.stream.IntStream;

/** Products of dense matrices, row by row, in the form that the compiler makes vectors of. */
final class Matrices {
  private Matrices() {}

  /** left · right; rows of {@code left} are as long as {@code right} has rows. */
  static float[][] product(float[][] left, float[][] right) {
    float[][] result = new float[left.length][right[0].length];
    IntStream.range(0, left.length).parallel().forEach(i -> add(left[i], right, result[i]));
    return result;
  }

  /** Adds row · right to a sum. */
  static void add(float[] row, float[][] right, float[] sum) {
    int k = 0;
    for (; k + 4 <= row.length; k += 4) {
      float a = row[k];
      float b = row[k + 1];
      float c = row[k + 2];
      float d = row[k + 3];
      float[] ra = right[k];
      float[] rb = right[k + 1];
      float[] rc = right[k + 2];
      float[] rd = right[k + 3];
      for (int j = 0; j < sum.length; j++) {
        sum[j] += a * ra[j] + b * rb[j] + c * rc[j] + d * rd[j];
      }
    }
    for (; k < row.length; k++) {
      float a = row[k];
      float[] ra = right[k];
      for (int j = 0; j < sum.length; j++) {
        sum[j] += a * ra[j];
      }
    }
  }

  static float[][] transposed(float[][] matrix) {
    float[][] result = new float[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[j][i] = matrix[i][j];
      }
    }
    return result;
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
