package cn.zhitong.assistant.triage.learn;

import java.util.List;

/**
 * Products of text features and dense ones, and 1 for the constant.
 *
 * @param texts sparse text features of each row
 * @param denses dense features of each row
 * @param features number of text features
 */
record LinearKernel(List<Sparse> texts, List<float[]> denses, int features) implements Kernel {
  @Override
  public void fill(int[] order, BlockedCholesky similarities) {
    Postings postings = Postings.of(texts, order, features);
    DotProducts products = new DotProducts(denses, order);
    similarities
        .blocks()
        .forEach(
            from -> {
              for (int p = from; p < from + BlockedCholesky.BLOCK; p++) {
                if (order[p] != Ridge.NO_ROW) {
                  postings.addProducts(texts.get(order[p]), p, similarities.row(p));
                }
              }
              products.addTo(similarities, from);
              for (int p = from; p < from + BlockedCholesky.BLOCK; p++) {
                addConstant(order, p, similarities.row(p));
              }
            });
  }

  private static void addConstant(int[] order, int place, float[] row) {
    for (int j = 0; j <= place; j++) {
      row[j] += order[place] == Ridge.NO_ROW || order[j] == Ridge.NO_ROW ? 0 : 1;
    }
  }
}
