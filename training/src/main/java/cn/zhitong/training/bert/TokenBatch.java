package cn.zhitong.training.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Token rows padded to the longest; rows of similar length go together.
 *
 * @param ids [rows, width]
 * @param types [rows, width], 0 and 1
 * @param attention [rows, 1, 1, width], 0 for tokens and a large negative number for padding
 */
public record TokenBatch(NDArray ids, NDArray types, NDArray attention) {
  private static final float PADDED = -1e4f;

  /**
   * @param firstOfSecond by row, where the tokens of the second segment begin
   */
  public static TokenBatch of(NDManager manager, List<int[]> rows, int[] firstOfSecond) {
    int width = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
    int[] ids = new int[rows.size() * width];
    float[] types = new float[ids.length];
    float[] attention = new float[ids.length];
    for (int r = 0; r < rows.size(); r++) {
      int[] row = rows.get(r);
      System.arraycopy(row, 0, ids, r * width, row.length);
      for (int i = 0; i < width; i++) {
        types[r * width + i] = i >= firstOfSecond[r] && i < row.length ? 1 : 0;
        attention[r * width + i] = i < row.length ? 0 : PADDED;
      }
    }
    return new TokenBatch(
        manager.create(ids, new Shape(rows.size(), width)).toType(DataType.INT64, false),
        manager.create(types, new Shape(rows.size(), width, 1)),
        manager.create(attention, new Shape(rows.size(), 1, 1, width)));
  }
}
