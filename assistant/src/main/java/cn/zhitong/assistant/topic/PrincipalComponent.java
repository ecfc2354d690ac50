package cn.zhitong.assistant.topic;

import cn.zhitong.common.embedding.Vectors;
import java.util.Random;

/**
 * The direction in which rows differ most (their first principal component, by power iteration).
 * Where most of a city's appeals are on one thing, it tells these from all others, and all others
 * look alike by it.
 */
final class PrincipalComponent {
  private static final int ROUNDS = 30;
  private static final long SEED = 1;

  private PrincipalComponent() {}

  /**
   * Takes a share of the direction off every row; rows stay unit vectors.
   *
   * @param rows unit vectors, their mean taken off before
   */
  static void dampen(float[][] rows, float share) {
    float[] direction = of(rows);
    for (float[] row : rows) {
      float along = share * (float) Vectors.dot(row, direction);
      for (int d = 0; d < row.length; d++) {
        row[d] -= along * direction[d];
      }
      Vectors.normalise(row);
    }
  }

  private static float[] of(float[][] rows) {
    float[] direction = new float[rows[0].length];
    Random random = new Random(SEED);
    for (int d = 0; d < direction.length; d++) {
      direction[d] = (float) random.nextGaussian();
    }
    for (int round = 0; round < ROUNDS; round++) {
      float[] next = new float[direction.length];
      for (float[] row : rows) {
        float along = (float) Vectors.dot(row, direction);
        for (int d = 0; d < next.length; d++) {
          next[d] += along * row[d];
        }
      }
      Vectors.normalise(next);
      direction = next;
    }
    return direction;
  }
}
