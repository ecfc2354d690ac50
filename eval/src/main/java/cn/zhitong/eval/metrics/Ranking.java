package cn.zhitong.eval.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One ranked list against graded judgements. Documents of equal score may stand in any order: every
 * measure is its mean over these orders (McSherry and Najork, 2008), so that a corpus which holds a
 * text twice gives the same figures with each load. Gains are linear, as trec_eval's ndcg_cut.
 */
public final class Ranking {
  /**
   * Relative. Vectors are of single precision, and the same text gets one that differs in its last
   * digits with the batch that it was in; no two texts of the sets measured came as near.
   */
  private static final double TIE = 1e-6;

  private final List<String> documents;
  private final List<Double> scores;
  private final Map<String, Integer> judgements;

  private Ranking(List<String> documents, List<Double> scores, Map<String, Integer> judgements) {
    if (documents.size() != scores.size()) {
      throw new IllegalArgumentException(
          documents.size() + " documents, " + scores.size() + " scores");
    }
    this.documents = documents;
    this.scores = scores;
    this.judgements = judgements;
  }

  /**
   * @param documents ids, best first, no id twice
   * @param scores by rank; neighbours that differ by a millionth or less are tied
   * @param judgements grade by document id; what is absent counts 0
   */
  public static Ranking of(
      List<String> documents, List<Double> scores, Map<String, Integer> judgements) {
    return new Ranking(documents, scores, judgements);
  }

  /** Without ties: the order given counts. */
  public static Ranking inOrder(List<String> documents, Map<String, Integer> judgements) {
    List<Double> scores = IntStream.range(0, documents.size()).mapToObj(i -> (double) -i).toList();
    return new Ranking(documents, scores, judgements);
  }

  /** Normalised discounted cumulated gain of the first {@code k}, in [0, 1]. */
  public double ndcg(int k) {
    double gained = 0;
    for (int from = 0; from < Math.min(k, documents.size()); from = end(from)) {
      double gain = documents.subList(from, end(from)).stream().mapToInt(this::grade).sum();
      gained += gain / (end(from) - from) * discounts(from, Math.min(k, end(from)));
    }
    List<Integer> ideal = judgements.values().stream().sorted((a, b) -> b - a).limit(k).toList();
    double best = 0;
    for (int i = 0; i < ideal.size(); i++) {
      best += ideal.get(i) * discounts(i, i + 1);
    }
    return best == 0 ? 0 : gained / best;
  }

  /** Share of the relevant documents that stand among the first {@code k}. */
  public double recall(int k) {
    long relevant = judgements.values().stream().filter(grade -> grade > 0).count();
    double found = 0;
    for (int from = 0; from < Math.min(k, documents.size()); from = end(from)) {
      double share = (double) (Math.min(k, end(from)) - from) / (end(from) - from);
      found += relevant(from) * share;
    }
    return relevant == 0 ? 0 : found / relevant;
  }

  /** Reciprocal rank of the first relevant document among the first {@code k}, else 0. */
  public double reciprocalRank(int k) {
    for (int from = 0; from < Math.min(k, documents.size()); from = end(from)) {
      int relevant = relevant(from);
      if (relevant > 0) {
        return reciprocalRank(from, end(from) - from, relevant, k);
      }
    }
    return 0;
  }

  /** Over the orders of one tie of {@code size}, {@code relevant} of them right. */
  private static double reciprocalRank(int from, int size, int relevant, int k) {
    double mean = 0;
    double noneBefore = 1;
    for (int i = 0; i <= size - relevant && from + i < k; i++) {
      double rightHere = (double) relevant / (size - i);
      mean += noneBefore * rightHere / (from + i + 1);
      noneBefore *= 1 - rightHere;
    }
    return mean;
  }

  /** All the measures that reports carry, by name. */
  public Map<String, Double> all() {
    Map<String, Double> result = new HashMap<>();
    result.put("ndcg@10", ndcg(10));
    result.put("ndcg@1", ndcg(1));
    result.put("mrr@10", reciprocalRank(10));
    result.put("recall@10", recall(10));
    result.put("recall@100", recall(100));
    return result;
  }

  /** Behind the last document that is tied with the one at {@code from}. */
  private int end(int from) {
    double score = scores.get(from);
    int end = from + 1;
    while (end < documents.size() && Math.abs(score - scores.get(end)) <= TIE * Math.abs(score)) {
      end++;
    }
    return end;
  }

  private int grade(String document) {
    return judgements.getOrDefault(document, 0);
  }

  private int relevant(int from) {
    return (int) documents.subList(from, end(from)).stream().filter(id -> grade(id) > 0).count();
  }

  /** Sum of the discounts of the ranks from..to, exclusive, counted from 0. */
  private static double discounts(int from, int to) {
    double sum = 0;
    for (int rank = from; rank < to; rank++) {
      sum += Math.log(2) / Math.log(rank + 2.0);
    }
    return sum;
  }
}
