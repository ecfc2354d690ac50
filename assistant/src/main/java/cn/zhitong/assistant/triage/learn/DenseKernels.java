package cn.zhitong.assistant.triage.learn;

/**
 * Adds multiples of rows to rows: what products of dense matrices are made of, in a form that the
 * compiler turns into vector instructions (one row written, four read, the same columns of all).
 */
final class DenseKernels {
  private DenseKernels() {}

  /**
   * {@code to[toRow + i] += Σ scalars[scalarRow + i][scalarColumn + k] · rows[row + k]} for as many
   * i and k as a block has, in the columns from one to another.
   */
  static void add(
      float[][] to,
      int toRow,
      float[][] scalars,
      int scalarRow,
      int scalarColumn,
      float[][] rows,
      int row,
      int fromColumn,
      int toColumn) {
    for (int i = 0; i < BlockedCholesky.BLOCK; i++) {
      float[] s = scalars[scalarRow + i];
      float[] sum = to[toRow + i];
      for (int k = 0; k < BlockedCholesky.BLOCK; k += 4) {
        int at = scalarColumn + k;
        float a = s[at];
        float b = s[at + 1];
        float c = s[at + 2];
        float d = s[at + 3];
        float[] w = rows[row + k];
        float[] x = rows[row + k + 1];
        float[] y = rows[row + k + 2];
        float[] z = rows[row + k + 3];
        four(sum, a, w, b, x, c, y, d, z, fromColumn, toColumn);
      }
    }
  }

  private static void four(
      float[] sum,
      float a,
      float[] w,
      float b,
      float[] x,
      float c,
      float[] y,
      float d,
      float[] z,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      sum[j] += a * w[j] + b * x[j] + c * y[j] + d * z[j];
    }
  }
}
