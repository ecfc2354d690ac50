package cn.zhitong.training.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import cn.zhitong.common.embedding.ReaderTokens.Pair;
import java.util.List;

/**
 * Token rows padded to the longest; rows of similar length go together.
 *
 * @param ids [rows, width]
 * @param types [rows, width], 0 and 1
 * @param asked [rows, width, 1], 0 for the tokens of the first text and a large negative number for
 *     others
 * @param told [rows, 1, width], the same for the tokens that are compared with them
 * @param attention [rows, 1, 1, width], 0 for tokens and a large negative number for padding
 */
public record TokenBatch(
    NDArray ids, NDArray types, NDArray asked, NDArray told, NDArray attention) {
  private static final float LEFT_OUT = -1e4f;

  /** Single texts. */
  public static TokenBatch of(NDManager manager, List<int[]> rows) {
    return of(
        manager,
        rows.stream().map(ids -> new Pair(ids, ids.length, ids.length, 0, 0)).toList(),
        true);
  }

  /** Questions with passages. */
  public static TokenBatch ofPairs(NDManager manager, List<Pair> pairs) {
    return of(manager, pairs, false);
  }

  private static TokenBatch of(NDManager manager, List<Pair> pairs, boolean single) {
    int rows = pairs.size();
    int width = pairs.stream().mapToInt(pair -> pair.ids().length).max().orElseThrow();
    int[] ids = new int[rows * width];
    float[] types = new float[ids.length];
    float[] asked = new float[ids.length];
    float[] told = new float[ids.length];
    float[] attention = new float[ids.length];
    for (int r = 0; r < rows; r++) {
      Pair pair = pairs.get(r);
      int length = pair.ids().length;
      System.arraycopy(pair.ids(), 0, ids, r * width, length);
      for (int i = 0; i < width; i++) {
        int at = r * width + i;
        types[at] = i >= pair.textFrom() && i < length ? 1 : 0;
        attention[at] = i < length ? 0 : LEFT_OUT;
        asked[at] = pair.isAsked(i) ? 0 : LEFT_OUT;
        told[at] = pair.isTold(i) ? 0 : LEFT_OUT;
      }
    }
    return new TokenBatch(
        manager.create(ids, new Shape(rows, width)).toType(DataType.INT64, false),
        manager.create(types, new Shape(rows, width, 1)),
        single ? null : manager.create(asked, new Shape(rows, width, 1)),
        single ? null : manager.create(told, new Shape(rows, 1, width)),
        manager.create(attention, new Shape(rows, 1, 1, width)));
  }
}
