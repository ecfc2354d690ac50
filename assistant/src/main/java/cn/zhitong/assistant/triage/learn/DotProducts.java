package cn.zhitong.assistant.triage.learn;

import java.util.List;

/** Products of rows' dense features. */
final class DotProducts {
  private static final int BLOCK = BlockedCholesky.BLOCK;

  private final float[][] columns; // feature by feature, filled up to whole blocks

  /**
   * @param order which row stands at each place, or {@link Ridge#NO_ROW}
   */
  DotProducts(List<float[]> rows, int[] order) {
    int dense = rows.get(0).length;
    columns = new float[BlockedCholesky.padded(dense)][order.length];
    for (int p = 0; p < order.length; p++) {
      for (int k = 0; k < dense && order[p] != Ridge.NO_ROW; k++) {
        columns[k][p] = rows.get(order[p])[k];
      }
    }
  }

  /** Adds the products of a block's rows with all up to the block's end. */
  void addTo(BlockedCholesky products, int from) {
    float[][] own = new float[BLOCK][columns.length];
    float[][] rows = new float[BLOCK][];
    for (int r = 0; r < BLOCK; r++) {
      rows[r] = products.row(from + r);
      for (int k = 0; k < columns.length; k++) {
        own[r][k] = columns[k][from + r];
      }
    }
    for (int k = 0; k < columns.length; k += BLOCK) {
      DenseKernels.add(rows, 0, own, 0, k, columns, k, 0, from + BLOCK);
    }
  }
}
