package cn.zhitong.training.data;

import cn.zhitong.common.text.CharacterNGrams;
import java.util.Set;

/** Pairs of neighbouring letters and digits. */
public final class CharacterBigrams {
  private CharacterBigrams() {}

  public static Set<String> of(String text) {
    return CharacterNGrams.of(text, 2, Character::isLetterOrDigit);
  }

  /** Whether so much of the smaller set is in the other that the texts say the same. */
  public static boolean same(Set<String> a, Set<String> b, double share) {
    long shared = a.stream().filter(b::contains).count();
    return shared >= share * Math.min(a.size(), b.size());
  }
}
