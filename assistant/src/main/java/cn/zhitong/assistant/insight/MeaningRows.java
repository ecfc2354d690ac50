package cn.zhitong.assistant.insight;

import cn.zhitong.ingest.embed.Vectors;
import java.util.Arrays;
import java.util.List;

/**
 * Letters' vectors, the mean of all and half of what divides them most taken off: bge's lie in a
 * narrow cone, and what is common to a city's letters is in that mean.
 */
final class MeaningRows {
  /** Of the main direction: all of it is more than what is common to different matters. */
  private static final float DAMPENED = .5f;

  final float[][] rows;

  /** Component by component, so that many cosines are one pass of additions. */
  private final float[][] columns;

  private MeaningRows(float[][] rows, float[][] columns) {
    this.rows = rows;
    this.columns = columns;
  }

  static MeaningRows of(List<Letter> letters) {
    float[] mean = Vectors.mean(letters.stream().map(Letter::vector).toList());
    float[][] rows =
        letters.stream()
            .map(letter -> Vectors.centred(letter.vector(), mean))
            .toArray(float[][]::new);
    MainDirection.dampen(rows, DAMPENED);
    float[][] columns = new float[mean.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int d = 0; d < mean.length; d++) {
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
    return Vectors.mean(Arrays.stream(members).mapToObj(letter -> rows[letter]).toList());
  }

  float dot(int letter, float[] mean) {
    float sum = 0;
    for (int d = 0; d < mean.length; d++) {
      sum += rows[letter][d] * mean[d];
    }
    return sum;
  }
}
