package cn.zhitong.assistant.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words of titles that a theme has nearly for itself. A letter that nobody else claims, with such a
 * word in its title, belongs to the theme however else it is written.
 */
final class OwnWords {
  /** Share of the members whose titles have it. */
  private static final double SHARE = .5;

  /** Share of the titles that have it which are members'. */
  private static final double OWNED = .5;

  private final List<Set<String>> titles = new ArrayList<>();
  private final Map<String, List<Integer>> byWord = new HashMap<>();

  OwnWords(List<Letter> letters) {
    for (int i = 0; i < letters.size(); i++) {
      Set<String> words = words(letters.get(i).titleWords());
      titles.add(words);
      for (String word : words) {
        byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(i);
      }
    }
  }

  /** Letters that have one of the members' own words in their titles, members among them. */
  Set<Integer> letters(int[] members) {
    Map<String, Integer> inside = new HashMap<>();
    for (int member : members) {
      titles.get(member).forEach(word -> inside.merge(word, 1, Integer::sum));
    }
    Set<Integer> found = new HashSet<>();
    inside.forEach(
        (word, count) -> {
          List<Integer> all = byWord.get(word);
          if (count >= SHARE * members.length && count >= OWNED * all.size()) {
            found.addAll(all);
          }
        });
    return found;
  }

  /** Words and pairs of characters: a place's or a scheme's name is seldom one word. */
  private static Set<String> words(List<String> titleWords) {
    Set<String> words = new HashSet<>();
    for (String word : titleWords) {
      if (Han.isWord(word)) {
        words.add(word);
      }
    }
    String text = String.join("", titleWords);
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Han.is(text.charAt(i)) && Han.is(text.charAt(i + 1))) {
        words.add(text.substring(i, i + 2));
      }
    }
    return words;
  }
}
