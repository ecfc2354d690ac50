package cn.zhitong.training.measure;

import java.util.List;
import java.util.Set;

/** Normalised discounted cumulative gain at 10, each relevant document counting the same. */
public final class Ndcg {
  private static final int DEPTH = 10;

  private Ndcg() {}

  /**
   * @param ranked documents, best first, each once
   */
  public static double at10(List<String> ranked, Set<String> relevant) {
    double gain = 0;
    double ideal = 0;
    for (int i = 0; i < DEPTH; i++) {
      double discount = Math.log(2) / Math.log(i + 2);
      gain += i < ranked.size() && relevant.contains(ranked.get(i)) ? discount : 0;
      ideal += i < relevant.size() ? discount : 0;
    }
    return gain / ideal;
  }
}
