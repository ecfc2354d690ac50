package cn.zhitong.assistant.topic;

import cn.zhitong.common.embedding.Vectors;
import java.util.Arrays;
import java.util.List;

/**
 * Appeals' vectors, the mean of all and half of what divides them most taken off: bge's lie in a
 * narrow cone, and what is common to a city's appeals is in that mean.
 */
final class EmbeddingMatrix {
  /** Of the main direction: all of it is more than what is common to different matters. */
  private static final float DAMPENED = .5f;

  final float[][] rows;

  /** Component by component, so that many cosines are one pass of additions. */
  private final float[][] columns;

  private EmbeddingMatrix(float[][] rows, float[][] columns) {
    this.rows = rows;
    this.columns = columns;
  }

  static EmbeddingMatrix of(List<TopicDocument> appeals) {
    float[] mean = Vectors.mean(appeals.stream().map(TopicDocument::vector).toList());
    float[][] rows =
        appeals.stream()
            .map(appeal -> Vectors.centred(appeal.vector(), mean))
            .toArray(float[][]::new);
    PrincipalComponent.dampen(rows, DAMPENED);
    float[][] columns = new float[mean.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int d = 0; d < mean.length; d++) {
        columns[d][i] = rows[i][d];
      }
    }
    return new EmbeddingMatrix(rows, columns);
  }

  /** Adds {@code factor} times the cosines of appeals from {@code first} on and every appeal. */
  void addCosines(int first, float factor, float[][] sums) {
    for (int d = 0; d < columns.length; d++) {
      float[] column = columns[d];
      for (int b = 0; b < sums.length; b++) {
        float weight = factor * rows[first + b][d];
        float[] sum = sums[b];
        // Independent additions: the compiler makes vector instructions of them, of a dot product
        // not. Several appeals a column, since columns are read from memory.
        for (int i = 0; i < column.length; i++) {
          sum[i] += weight * column[i];
        }
      }
    }
  }

  float[] mean(int[] members) {
    return Vectors.mean(Arrays.stream(members).mapToObj(appeal -> rows[appeal]).toList());
  }

  float dot(int appeal, float[] mean) {
    float sum = 0;
    for (int d = 0; d < mean.length; d++) {
      sum += rows[appeal][d] * mean[d];
    }
    return sum;
  }
}
