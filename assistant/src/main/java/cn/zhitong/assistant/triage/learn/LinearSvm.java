package cn.zhitong.assistant.triage.learn;

import java.util.List;
import java.util.Random;

/**
 * A linear support vector machine with squared hinge loss, trained by dual coordinate descent
 * (Hsieh et al., ICML 2008, algorithm 1, with their shrinking left out: the sets here are small). A
 * constant feature of value 1 carries the bias.
 */
final class LinearSvm {
  private static final int MAX_ROUNDS = 60;
  private static final double TOLERANCE = .02;

  private LinearSvm() {}

  /**
   * @param rows training vectors
   * @param squaredNorms of the rows, the bias left out
   * @param positive which rows belong to the class
   * @param size number of features
   * @param cost C of positive and of negative rows
   * @return weights, the bias in the last place
   */
  static float[] train(
      List<Sparse> rows,
      double[] squaredNorms,
      boolean[] positive,
      int size,
      double cost,
      double positiveCost) {
    float[] weights = new float[size + 1];
    double[] alpha = new double[rows.size()];
    int[] order = new int[rows.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Random random = new Random(1);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      shuffle(order, random);
      double worst = 0;
      for (int row : order) {
        double diagonal = .5 / (positive[row] ? positiveCost : cost);
        double y = positive[row] ? 1 : -1;
        double gradient =
            y * (rows.get(row).dot(weights) + weights[size]) - 1 + diagonal * alpha[row];
        double projected = alpha[row] == 0 ? Math.min(gradient, 0) : gradient;
        worst = Math.max(worst, Math.abs(projected));
        if (Math.abs(projected) > 1e-12) {
          double before = alpha[row];
          alpha[row] = Math.max(before - gradient / (squaredNorms[row] + 1 + diagonal), 0);
          step(rows.get(row), weights, (alpha[row] - before) * y);
        }
      }
      if (worst < TOLERANCE) {
        break;
      }
    }
    return weights;
  }

  private static void step(Sparse row, float[] weights, double by) {
    for (int i = 0; i < row.index().length; i++) {
      weights[row.index()[i]] += (float) (by * row.value()[i]);
    }
    weights[weights.length - 1] += (float) by;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
