package cn.zhitong.assistant.topic;

import cn.zhitong.common.embedding.Vectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes what {@link BackgroundModel} ships; {@link BackgroundCommand} runs it. The appeals' vectors
 * fall into groups by k-means on the sphere; each city's profile is the share of its appeals in
 * each group. Groups of few appeals are dissolved, so that no point is one appeal's.
 */
final class BackgroundTraining {
  static final int POINTS = 400;
  static final int FEWEST = 5;
  private static final int ROUNDS = 12;
  static final long SEED = 5;

  private BackgroundTraining() {}

  /**
   * @param cities each city's appeals
   */
  static BackgroundModel train(List<List<float[]>> cities) {
    List<float[]> all = cities.stream().flatMap(List::stream).toList();
    float[] mean = Vectors.mean(all);
    List<float[]> rows = all.stream().map(vector -> Vectors.centred(vector, mean)).toList();
    float[][] directions = directions(rows);
    int[] group = groups(rows, directions);
    float[][] points = sums(rows, group, directions.length);
    int[] sizes = sizes(group, 0, group.length, directions.length);
    float[][] profiles = new float[cities.size()][points.length];
    int first = 0;
    for (int c = 0; c < profiles.length; c++) {
      int end = first + cities.get(c).size();
      int[] here = sizes(group, first, end, points.length);
      for (int k = 0; k < points.length; k++) {
        profiles[c][k] = (float) here[k] / (end - first);
      }
      first = end;
    }
    for (int k = 0; k < points.length; k++) {
      Vectors.scale(points[k], 1f / Math.max(1, sizes[k]));
    }
    return new BackgroundModel(mean, points, profiles);
  }

  private static float[][] directions(List<float[]> rows) {
    List<float[]> order = new ArrayList<>(rows);
    Collections.shuffle(order, new Random(SEED));
    int points = Math.max(1, Math.min(POINTS, order.size() / (2 * FEWEST)));
    float[][] directions = order.subList(0, points).toArray(float[][]::new);
    for (int round = 0; round < ROUNDS; round++) {
      int[] group = groups(rows, directions);
      int[] sizes = sizes(group, 0, group.length, directions.length);
      float[][] sums = sums(rows, group, directions.length);
      // In the last round but one groups of few appeals go, and theirs join the next nearest.
      int fewest = round == ROUNDS - 2 ? FEWEST : 1;
      directions =
          IntStream.range(0, sums.length)
              .filter(k -> sizes[k] >= fewest)
              .mapToObj(k -> sums[k])
              .toArray(float[][]::new);
      for (float[] direction : directions) {
        Vectors.normalise(direction);
      }
    }
    return directions;
  }

  private static int[] groups(List<float[]> rows, float[][] directions) {
    return rows.stream()
        .parallel()
        .mapToInt(row -> BackgroundModel.nearest(row, directions))
        .toArray();
  }

  private static int[] sizes(int[] group, int first, int end, int groups) {
    int[] sizes = new int[groups];
    for (int i = first; i < end; i++) {
      sizes[group[i]]++;
    }
    return sizes;
  }

  private static float[][] sums(List<float[]> rows, int[] group, int groups) {
    float[][] sums = new float[groups][rows.get(0).length];
    for (int i = 0; i < group.length; i++) {
      Vectors.add(sums[group[i]], rows.get(i));
    }
    return sums;
  }
}
