package cn.zhitong.assistant.triage.learn;

import java.util.stream.IntStream;

/**
 * The Cholesky factor of a symmetric positive definite matrix, computed in place, block by block
 * (Golub and Van Loan, Matrix Computations, 4.2.9): 5,000 rows take a few seconds on two cores.
 */
final class Cholesky {
  /** Columns factored at once. */
  private static final int BLOCK = 64;

  /** Columns of a row that are updated together, so that what is read for them stays near. */
  private static final int TILE = 1024;

  private final float[][] lower;

  private Cholesky(float[][] lower) {
    this.lower = lower;
  }

  /**
   * @param matrix rows of the lower triangle, or longer ones; overwritten by the factor
   */
  static Cholesky of(float[][] matrix) {
    int n = matrix.length;
    float[][] panel = new float[BLOCK][n];
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(n, from + BLOCK);
      for (int i = from; i < to; i++) {
        reduce(matrix, i, from, i + 1);
      }
      int first = from;
      IntStream.range(to, n)
          .parallel()
          .forEach(
              i -> {
                reduce(matrix, i, first, to);
                for (int k = first; k < to; k++) {
                  panel[k - first][i] = matrix[i][k];
                }
              });
      IntStream.range(to, n).parallel().forEach(i -> update(matrix[i], panel, first, to, i));
    }
    return new Cholesky(matrix);
  }

  /** Finishes a row's columns of the block, from the block's own rows above it. */
  private static void reduce(float[][] matrix, int i, int from, int to) {
    float[] row = matrix[i];
    for (int j = from; j < to; j++) {
      float[] other = matrix[j];
      double sum = row[j];
      for (int k = from; k < j; k++) {
        sum -= (double) row[k] * other[k];
      }
      row[j] = (float) (i == j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / other[j]);
    }
  }

  /** Takes the block's share off the columns behind it. */
  private static void update(float[] row, float[][] panel, int from, int to, int last) {
    for (int tile = to; tile <= last; tile += TILE) {
      int end = Math.min(last + 1, tile + TILE);
      int k = from;
      for (; k + 4 <= to; k += 4) {
        float a = row[k];
        float b = row[k + 1];
        float c = row[k + 2];
        float d = row[k + 3];
        float[] pa = panel[k - from];
        float[] pb = panel[k + 1 - from];
        float[] pc = panel[k + 2 - from];
        float[] pd = panel[k + 3 - from];
        for (int j = tile; j < end; j++) {
          row[j] -= a * pa[j] + b * pb[j] + c * pc[j] + d * pd[j];
        }
      }
      for (; k < to; k++) {
        float a = row[k];
        float[] pa = panel[k - from];
        for (int j = tile; j < end; j++) {
          row[j] -= a * pa[j];
        }
      }
    }
  }

  /** The solution x of matrix · x = right. */
  double[] solve(double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      float[] row = lower[i];
      double sum = x[i];
      for (int j = 0; j < i; j++) {
        sum -= row[j] * x[j];
      }
      x[i] = sum / row[i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      float[] row = lower[i];
      x[i] /= row[i];
      for (int j = 0; j < i; j++) {
        x[j] -= row[j] * x[i];
      }
    }
    return x;
  }
}
