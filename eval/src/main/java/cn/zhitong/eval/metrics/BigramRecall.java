package cn.zhitong.eval.metrics;

import cn.zhitong.common.text.CharacterNGrams;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of a text another one holds, by pairs of neighbouring characters; white space is none.
 */
public final class BigramRecall {
  private BigramRecall() {}

  /**
   * Share of the real text's pairs that the proposed one has, each counted as often as it occurs in
   * both. The proposed one is cut at so many times the real one's length: the longer a text, the
   * more pairs it has.
   *
   * @return 0 to 1; 0 when the real text has no pair
   */
  public static double of(String real, String proposed, double lengths) {
    String wanted = flat(real);
    String given = flat(proposed);
    int most = (int) Math.floor(lengths * wanted.length());
    Map<String, Integer> have = counts(given.substring(0, Math.min(most, given.length())));
    return share(counts(wanted), have);
  }

  /** Of what is wanted, each as often as it is, the share that is there; 0 for nothing wanted. */
  static double share(Map<String, Integer> want, Map<String, Integer> have) {
    int hits = 0;
    int all = 0;
    for (Map.Entry<String, Integer> pair : want.entrySet()) {
      hits += Math.min(pair.getValue(), have.getOrDefault(pair.getKey(), 0));
      all += pair.getValue();
    }
    return all == 0 ? 0 : (double) hits / all;
  }

  /** Pair → how often. */
  public static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    for (String pair : CharacterNGrams.all(text, 2, character -> true)) {
      counts.merge(pair, 1, Integer::sum);
    }
    return counts;
  }

  public static String flat(String text) {
    return text.replaceAll("[\\s\\u3000]+", "");
  }
}
