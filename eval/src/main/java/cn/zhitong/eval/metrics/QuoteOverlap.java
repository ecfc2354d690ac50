package cn.zhitong.eval.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What part of a gold answer stands in quoted texts. White space never counts. */
public final class QuoteOverlap {
  private QuoteOverlap() {}

  /** Whether one of the texts holds the whole gold answer. */
  public static boolean contains(List<String> quotes, String gold) {
    String wanted = squeeze(gold);
    return quotes.stream().anyMatch(quote -> squeeze(quote).contains(wanted));
  }

  /** Share of the gold answer's character bigrams, with multiplicity, that occur in the texts. */
  public static double bigramRecall(List<String> quotes, String gold) {
    Map<String, Integer> wanted = bigrams(squeeze(gold));
    Map<String, Integer> offered = new HashMap<>();
    quotes.forEach(q -> bigrams(squeeze(q)).forEach((b, n) -> offered.merge(b, n, Integer::sum)));
    return BigramRecall.share(wanted, offered);
  }

  public static String squeeze(String text) {
    return text.replaceAll("[\\s\\u3000\\u00a0]+", "");
  }

  private static Map<String, Integer> bigrams(String text) {
    return text.length() == 1 ? Map.of(text, 1) : BigramRecall.counts(text);
  }
}
