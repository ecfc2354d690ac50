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

  /**
   * Share of the text's distinct bigrams that the sources have, 0 to 1, one counted as shared
   * beforehand: of a few characters too little can be said.
   */
  static double share(String text, String sources) {
    return (shared(text, sources) + 1.0) / (bigrams(text).size() + 1);
  }

  private static Set<String> bigrams(String written) {
    String text = FigureFinder.normal(written);
    Set<String> bigrams = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))
          && Character.isLetterOrDigit(text.charAt(i + 1))) {
        bigrams.add(text.substring(i, i + 2));
      }
    }
    return bigrams;
  }
}
