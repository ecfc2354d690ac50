package cn.zhitong.assistant.triage.learn;

import java.util.HashSet;
import java.util.Set;

/**
 * The pairs of neighbouring characters of a text, to look names up in. Packed into numbers rather
 * than texts of {@link cn.zhitong.common.text.CharacterNGrams}: {@link NameMatch} sums in their
 * order, on which stored models' values rest to the last bit.
 */
final class Bigrams {
  private final Set<Integer> pairs = new HashSet<>();

  private Bigrams() {}

  static Bigrams of(String text) {
    Bigrams bigrams = new Bigrams();
    for (int i = 0; i + 2 <= text.length(); i++) {
      bigrams.pairs.add(pair(text, i));
    }
    return bigrams;
  }

  Set<Integer> pairs() {
    return pairs;
  }

  private static int pair(String text, int at) {
    return text.charAt(at) << 16 | text.charAt(at + 1);
  }

  /**
   * How much of a name stands in the text in one piece, 0 to 1: the longest run of its pairs that
   * the text has, in characters. (Pairs from different places can join; names are short.)
   */
  float longestRun(String name) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i + 2 <= name.length(); i++) {
      run = pairs.contains(pair(name, i)) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest == 0 ? 0 : (float) (longest + 1) / name.length();
  }
}
