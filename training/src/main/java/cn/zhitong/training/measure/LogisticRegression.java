package cn.zhitong.training.measure;

/**
 * Logistic regression by Newton's method with a small ridge, for a handful of features. The last
 * weight is the offset.
 */
public record LogisticRegression(double[] weights) {
  private static final double RIDGE = 1e-3;
  private static final int ITERATIONS = 30;

  /**
   * @param rows features, all of the same number
   */
  public static LogisticRegression fit(double[][] rows, boolean[] right) {
    int n = rows[0].length + 1;
    double[] weights = new double[n];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] gradient = new double[n];
      double[][] hessian = new double[n][n];
      LogisticRegression now = new LogisticRegression(weights);
      for (int r = 0; r < rows.length; r++) {
        double p = now.probability(rows[r]);
        double error = p - (right[r] ? 1 : 0);
        for (int i = 0; i < n; i++) {
          gradient[i] += error * at(rows[r], i);
          for (int j = 0; j <= i; j++) {
            hessian[i][j] += p * (1 - p) * at(rows[r], i) * at(rows[r], j);
          }
        }
      }
      for (int i = 0; i < n; i++) {
        gradient[i] += RIDGE * weights[i];
        hessian[i][i] += RIDGE;
      }
      double[] step = solve(hessian, gradient);
      double[] next = weights.clone();
      for (int i = 0; i < n; i++) {
        next[i] -= step[i];
      }
      weights = next;
    }
    return new LogisticRegression(weights);
  }

  private static double at(double[] row, int i) {
    return i < row.length ? row[i] : 1;
  }

  public double probability(double... row) {
    double odds = 0;
    for (int i = 0; i < weights.length; i++) {
      odds += weights[i] * at(row, i);
    }
    return 1 / (1 + Math.exp(-odds));
  }

  /** By Cholesky's decomposition of the lower triangle. */
  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j][j];
      }
    }
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= l[i][k] * x[k];
      }
      x[i] /= l[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= l[k][i] * x[k];
      }
      x[i] /= l[i][i];
    }
    return x;
  }
}
