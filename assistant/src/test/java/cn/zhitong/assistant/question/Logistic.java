package cn.zhitong.assistant.question;

import java.util.Collections;
import java.util.List;

/** Logistic regression by Newton's method with an L2 penalty; the constant comes last. */
final class Logistic {
  private Logistic() {}

  static double[] fit(List<double[]> rows, List<Boolean> labels, double penalty) {
    return fit(rows, labels, Collections.nCopies(rows.size(), 1.), penalty);
  }

  /**
   * @param counts how much each row counts
   */
  static double[] fit(
      List<double[]> rows, List<Boolean> labels, List<Double> counts, double penalty) {
    int n = rows.get(0).length + 1;
    double[] weights = new double[n];
    for (int iteration = 0; iteration < 12; iteration++) {
      double[] gradient = new double[n];
      double[][] hessian = new double[n][n];
      for (int r = 0; r < rows.size(); r++) {
        double[] x = rows.get(r);
        double p = 1 / (1 + Math.exp(-value(weights, x)));
        double count = counts.get(r);
        double error = count * ((labels.get(r) ? 1 : 0) - p);
        double spread = count * Math.max(1e-6, p * (1 - p));
        for (int i = 0; i < n; i++) {
          double xi = i == n - 1 ? 1 : x[i];
          gradient[i] += error * xi;
          for (int j = 0; j <= i; j++) {
            hessian[i][j] += spread * xi * (j == n - 1 ? 1 : x[j]);
          }
        }
      }
      for (int i = 0; i < n; i++) {
        double ridge = i == n - 1 ? 1e-6 : penalty;
        gradient[i] -= ridge * weights[i];
        hessian[i][i] += ridge;
        for (int j = i + 1; j < n; j++) {
          hessian[i][j] = hessian[j][i];
        }
      }
      double[] step = solve(hessian, gradient);
      for (int i = 0; i < n; i++) {
        weights[i] += step[i];
      }
    }
    return weights;
  }

  static double value(double[] weights, double[] x) {
    double sum = weights[weights.length - 1];
    for (int i = 0; i < x.length; i++) {
      sum += weights[i] * x[i];
    }
    return sum;
  }

  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[][] m = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        m[i][j] = j <= i ? a[i][j] : a[j][i];
      }
      m[i][n] = b[i];
    }
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
      }
      double[] swap = m[c];
      m[c] = m[pivot];
      m[pivot] = swap;
      for (int r = 0; r < n; r++) {
        if (r != c) {
          double f = m[r][c] / m[c][c];
          for (int k = c; k <= n; k++) {
            m[r][k] -= f * m[c][k];
          }
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = m[i][n] / m[i][i];
    }
    return x;
  }
}
