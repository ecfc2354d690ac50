package cn.zhitong.common.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Runs of n neighbouring characters (UTF-16 units) of a text as it is given: whoever compares
 * folded, squeezed or normalised text gives it so. {@link Words} has those that are looked up in
 * the index, where a run of letters or digits is one token.
 */
public final class CharacterNGrams {
  private CharacterNGrams() {}

  /** The distinct ones, in the order of their first occurrence; the caller may change the set. */
  public static Set<String> of(String text, int n) {
    return of(text, n, character -> true);
  }

  /**
   * @param kept what each character of a run has to be
   */
  public static Set<String> of(String text, int n, IntPredicate kept) {
    return new LinkedHashSet<>(all(text, n, kept));
  }

  /** Each as often as it occurs, in order. */
  public static List<String> all(String text, int n, IntPredicate kept) {
    List<String> all = new ArrayList<>(text.length());
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = kept.test(text.charAt(i)) ? run + 1 : 0;
      if (run >= n) {
        all.add(text.substring(i + 1 - n, i + 1));
      }
    }
    return all;
  }
}
