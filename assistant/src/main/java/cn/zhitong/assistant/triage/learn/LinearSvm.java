package cn.zhitong.assistant.triage.learn;

import java.util.List;
import java.util.Random;

/**
 * A linear support vector machine with squared hinge loss, trained by dual coordinate descent
 * (Hsieh et al., ICML 2008, algorithm 3, with shrinking). A constant feature of value 1 carries the
 * bias.
 */
final class LinearSvm {
  private static final int MAX_ROUNDS = 60;
  private static final double TOLERANCE = .02;

  private LinearSvm() {}

  /**
   * A training vector: sparse features, then dense ones.
   *
   * @param squaredNorm of both
   */
  record Row(Sparse text, float[] dense, double squaredNorm) {
    static Row of(Sparse text, float[] dense) {
      double norm = text.squaredNorm();
      for (float value : dense) {
        norm += (double) value * value;
      }
      return new Row(text, dense, norm);
    }
  }

  /**
   * @param positive which rows belong to the class
   * @param features number of sparse features
   * @param cost C
   * @return weights of sparse features, of dense ones, and the bias in the last place
   */
  static float[] train(List<Row> rows, boolean[] positive, int features, double cost) {
    int dense = rows.get(0).dense().length;
    float[] weights = new float[features + dense + 1];
    double[] alpha = new double[rows.size()];
    int[] order = new int[rows.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    double diagonal = .5 / cost;
    Random random = new Random(1);
    int active = order.length;
    double bound = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      shuffle(order, active, random);
      double worst = 0;
      double most = 0;
      for (int i = 0; i < active; i++) {
        int at = order[i];
        Row row = rows.get(at);
        double y = positive[at] ? 1 : -1;
        double gradient = y * margin(row, weights, features) - 1 + diagonal * alpha[at];
        if (alpha[at] == 0 && gradient > bound) {
          // Far on the right side, round after round: looked at again before the end.
          order[i--] = order[--active];
          order[active] = at;
          continue;
        }
        double projected = alpha[at] == 0 ? Math.min(gradient, 0) : gradient;
        worst = Math.max(worst, Math.abs(projected));
        most = Math.max(most, projected);
        if (Math.abs(projected) > 1e-12) {
          double before = alpha[at];
          alpha[at] = Math.max(before - gradient / (row.squaredNorm() + 1 + diagonal), 0);
          step(row, weights, features, (alpha[at] - before) * y);
        }
      }
      bound = most <= 0 ? Double.POSITIVE_INFINITY : most;
      if (worst < TOLERANCE) {
        if (active == order.length) {
          break;
        }
        active = order.length;
        bound = Double.POSITIVE_INFINITY;
      }
    }
    return weights;
  }

  private static double margin(Row row, float[] weights, int features) {
    float[] dense = row.dense();
    // Four sums, so that the processor need not wait for each addition.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 4 <= dense.length; i += 4) {
      int at = features + i;
      a += dense[i] * weights[at];
      b += dense[i + 1] * weights[at + 1];
      c += dense[i + 2] * weights[at + 2];
      d += dense[i + 3] * weights[at + 3];
    }
    for (; i < dense.length; i++) {
      a += dense[i] * weights[features + i];
    }
    return row.text().dot(weights) + a + b + c + d + weights[weights.length - 1];
  }

  private static void step(Row row, float[] weights, int features, double by) {
    int[] index = row.text().index();
    float[] value = row.text().value();
    float step = (float) by;
    for (int i = 0; i < index.length; i++) {
      weights[index[i]] += step * value[i];
    }
    float[] dense = row.dense();
    for (int i = 0; i < dense.length; i++) {
      weights[features + i] += step * dense[i];
    }
    weights[weights.length - 1] += step;
  }

  private static void shuffle(int[] order, int active, Random random) {
    for (int i = active - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
