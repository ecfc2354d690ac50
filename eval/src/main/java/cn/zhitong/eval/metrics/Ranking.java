package cn.zhitong.eval.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures of one ranked list against graded judgements. Gains are linear, as trec_eval's ndcg_cut.
 */
public final class Ranking {
  private Ranking() {}

  /**
   * Normalised discounted cumulated gain of the first {@code k}, in [0, 1].
   *
   * @param ranked document ids, best first, no id twice
   * @param judgements grade by document id; what is absent counts 0
   */
  public static double ndcg(List<String> ranked, Map<String, Integer> judgements, int k) {
    double gained = 0;
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      gained += judgements.getOrDefault(ranked.get(i), 0) / log2(i + 2.0);
    }
    List<Integer> ideal = judgements.values().stream().sorted((a, b) -> b - a).limit(k).toList();
    double best = 0;
    for (int i = 0; i < ideal.size(); i++) {
      best += ideal.get(i) / log2(i + 2.0);
    }
    return best == 0 ? 0 : gained / best;
  }

  /** Share of the relevant documents that stand among the first {@code k}. */
  public static double recall(List<String> ranked, Map<String, Integer> judgements, int k) {
    long relevant = judgements.values().stream().filter(grade -> grade > 0).count();
    long found = ranked.stream().limit(k).filter(id -> judgements.getOrDefault(id, 0) > 0).count();
    return relevant == 0 ? 0 : (double) found / relevant;
  }

  /** Reciprocal rank of the first relevant document among the first {@code k}, else 0. */
  public static double reciprocalRank(List<String> ranked, Map<String, Integer> judgements, int k) {
    for (int i = 0; i < Math.min(k, ranked.size()); i++) {
      if (judgements.getOrDefault(ranked.get(i), 0) > 0) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** All the measures that reports carry, by name. */
  public static Map<String, Double> all(List<String> ranked, Map<String, Integer> judgements) {
    Map<String, Double> result = new HashMap<>();
    result.put("ndcg@10", ndcg(ranked, judgements, 10));
    result.put("ndcg@1", ndcg(ranked, judgements, 1));
    result.put("mrr@10", reciprocalRank(ranked, judgements, 10));
    result.put("recall@10", recall(ranked, judgements, 10));
    result.put("recall@100", recall(ranked, judgements, 100));
    return result;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
