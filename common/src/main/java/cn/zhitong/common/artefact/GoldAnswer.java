package cn.zhitong.common.artefact;

import cn.zhitong.common.text.CharacterNGrams;
import java.util.Set;

/**
 * A question's gold answer, of which judged passages of documents are told: by the share of its
 * pairs of letters that they hold.
 */
public final class GoldAnswer {
  /** An answer may be cut between two passages. */
  private static final double HOLDS = .5;

  /** With so few of them a passage of the right document is not the one that answers. */
  private static final double LACKS = .25;

  private final Set<String> pairs;

  /**
   * @param text empty where the collection has none; then nothing holds it
   */
  public GoldAnswer(String text) {
    pairs = pairs(text);
  }

  /** 0 to 1. */
  public double share(String passage) {
    Set<String> own = pairs(passage);
    return pairs.isEmpty()
        ? 0
        : (double) pairs.stream().filter(own::contains).count() / pairs.size();
  }

  public boolean isIn(String passage) {
    return share(passage) >= HOLDS;
  }

  /** Between this and {@link #isIn} a passage holds a part, and is no example for either. */
  public boolean isMissingFrom(String passage) {
    return share(passage) < LACKS;
  }

  private static Set<String> pairs(String text) {
    return CharacterNGrams.of(text, 2, Character::isLetterOrDigit);
  }
}
