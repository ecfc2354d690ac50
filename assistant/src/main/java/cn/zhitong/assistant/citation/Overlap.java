package cn.zhitong.assistant.citation;

import cn.zhitong.common.text.CharacterNGrams;
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
    return CharacterNGrams.of(FigureFinder.normal(written), 2, Character::isLetterOrDigit);
  }
}
