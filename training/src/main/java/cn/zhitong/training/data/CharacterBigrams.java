package cn.zhitong.training.data;

import java.util.HashSet;
import java.util.Set;

/** Pairs of neighbouring letters and digits. */
public final class CharacterBigrams {
  private CharacterBigrams() {}

  public static Set<String> of(String text) {
    Set<String> bigrams = new HashSet<>();
    for (int i = 1; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i - 1))
          && Character.isLetterOrDigit(text.charAt(i))) {
        bigrams.add(text.substring(i - 1, i + 1));
      }
    }
    return bigrams;
  }

  /** Whether so much of the smaller set is in the other that the texts say the same. */
  public static boolean same(Set<String> a, Set<String> b, double share) {
    long shared = a.stream().filter(b::contains).count();
    return shared >= share * Math.min(a.size(), b.size());
  }
}
