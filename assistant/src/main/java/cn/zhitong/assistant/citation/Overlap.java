package cn.zhitong.assistant.citation;

import java.util.HashSet;
import java.util.Set;

/** Character bigrams that two texts share. */
final class Overlap {
  private Overlap() {}

  /** Distinct bigrams of the text that the source has too. */
  static int shared(String text, String source) {
    Set<String> bigrams = bigrams(text);
    bigrams.retainAll(bigrams(source));
    return bigrams.size();
  }

  /** Share of the text's distinct bigrams that the sources have, 0 to 1. */
  static double share(String text, String sources) {
    Set<String> bigrams = bigrams(text);
    return bigrams.isEmpty() ? 0 : (double) shared(text, sources) / bigrams.size();
  }

  private static Set<String> bigrams(String text) {
    String letters = text.replaceAll("[^\\p{L}\\p{N}]", "");
    Set<String> bigrams = new HashSet<>();
    for (int i = 0; i + 2 <= letters.length(); i++) {
      bigrams.add(letters.substring(i, i + 2));
    }
    return bigrams;
  }
}
