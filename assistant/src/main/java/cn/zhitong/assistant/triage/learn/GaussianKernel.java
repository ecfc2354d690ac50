package cn.zhitong.assistant.triage.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Likeness of meaning, and for categories of what the appeals do, and 1 for the constant. */
final class GaussianKernel implements Kernel {
  /** How fast likeness fades with 1 − cosine; from .5 to 2 it matters little. */
  private static final float SHARPNESS = 1f;

  /** Weight of a speech act beside a unit vector. */
  private static final float ACTS_WEIGHT = .4f;

  private final List<float[]> rows = new ArrayList<>();
  private final float[] norms;

  /**
   * @param vectors centred unit vectors
   * @param acts of each row as many, or none
   */
  GaussianKernel(List<float[]> vectors, List<float[]> acts) {
    norms = new float[vectors.size()];
    for (int i = 0; i < norms.length; i++) {
      float[] row = joined(vectors.get(i), acts.get(i));
      rows.add(row);
      for (float value : row) {
        norms[i] += value * value;
      }
    }
  }

  private static float[] joined(float[] vector, float[] acts) {
    float[] row = Arrays.copyOf(vector, vector.length + acts.length);
    for (int i = 0; i < acts.length; i++) {
      row[vector.length + i] = ACTS_WEIGHT * acts[i];
    }
    return row;
  }

  /** Similarity of two rows by the cosine of their centred vectors and their acts. */
  static float similarity(float cosine, float[] acts, float[] others) {
    float apart = 0;
    for (int i = 0; i < acts.length; i++) {
      float difference = acts[i] - others[i];
      apart += difference * difference;
    }
    return similarity(1 - cosine + ACTS_WEIGHT * ACTS_WEIGHT * apart / 2);
  }

  /**
   * @param half the squared distance
   */
  private static float similarity(float half) {
    return 1 + (float) Math.exp(-SHARPNESS * half);
  }

  @Override
  public void fill(int[] order, BlockedCholesky similarities) {
    DotProducts products = new DotProducts(rows, order);
    similarities
        .blocks()
        .forEach(
            from -> {
              products.addTo(similarities, from);
              for (int p = from; p < from + BlockedCholesky.BLOCK; p++) {
                finish(order, p, similarities.row(p));
              }
            });
  }

  private void finish(int[] order, int place, float[] row) {
    for (int j = 0; j <= place; j++) {
      if (order[place] != Ridge.NO_ROW && order[j] != Ridge.NO_ROW) {
        row[j] = similarity((norms[order[place]] + norms[order[j]]) / 2 - row[j]);
      }
    }
  }
}
