package cn.zhitong.assistant.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Unites groups that fell apart although one word rules them: when the same word is in most letters
 * of several groups and is seldom found outside them, those that are near are sides of one matter.
 */
final class SharedWords {
  /** Share of a group's letters that must have the word. */
  private static final double RULES = .5;

  /** Share of the letters with the word that must be in the groups. */
  private static final double OWNED = .6;

  /** A word of more letters is of the whole city. */
  private static final double MOST_LETTERS = .12;

  /** Among few letters a theme may well be in more of them than that. */
  private static final int ALWAYS_FEW = 80;

  /**
   * Two groups' mean similarity to each other as a share of that within them: work sites that make
   * noise and work sites that owe wages share a word and no more.
   */
  private static final double NEAR = .25;

  private final Map<String, Integer> frequency = new HashMap<>();
  private final List<Letter> letters;
  private final Similarities similarities;

  SharedWords(List<Letter> letters, Similarities similarities) {
    this.letters = letters;
    this.similarities = similarities;
    for (Letter letter : letters) {
      new HashSet<>(letter.words())
          .stream().filter(Han::isWord).forEach(word -> frequency.merge(word, 1, Integer::sum));
    }
  }

  List<int[]> united(List<int[]> groups) {
    int[] root = IntStream.range(0, groups.size()).toArray();
    Map<String, Map<Integer, Integer>> ruled = new HashMap<>();
    for (int group = 0; group < groups.size(); group++) {
      int[] members = groups.get(group);
      int which = group;
      counts(members)
          .forEach(
              (word, count) -> {
                if (count >= RULES * members.length) {
                  ruled.computeIfAbsent(word, any -> new HashMap<>()).put(which, count);
                }
              });
    }
    ruled.forEach(
        (word, counts) -> {
          if (isOfThese(word, counts)) {
            uniteNear(List.copyOf(counts.keySet()), groups, root);
          }
        });
    Map<Integer, List<Integer>> united = new HashMap<>();
    for (int group = 0; group < root.length; group++) {
      List<Integer> members = united.computeIfAbsent(top(root, group), any -> new ArrayList<>());
      Arrays.stream(groups.get(group)).forEach(members::add);
    }
    return united.values().stream()
        .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private boolean isOfThese(String word, Map<Integer, Integer> counts) {
    int inside = counts.values().stream().mapToInt(Integer::intValue).sum();
    int all = frequency.get(word);
    return inside >= OWNED * all && all <= Math.max(ALWAYS_FEW, MOST_LETTERS * letters.size());
  }

  private void uniteNear(List<Integer> ruled, List<int[]> groups, int[] root) {
    for (int one : ruled) {
      for (int other : ruled) {
        if (one < other
            && top(root, one) != top(root, other)
            && similarities.nearness(groups.get(one), groups.get(other)) >= NEAR) {
          root[top(root, other)] = top(root, one);
        }
      }
    }
  }

  private Map<String, Integer> counts(int[] members) {
    Map<String, Integer> counts = new HashMap<>();
    for (int member : members) {
      new HashSet<>(letters.get(member).words())
          .stream()
              .filter(frequency::containsKey)
              .forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return counts;
  }

  private static int top(int[] root, int group) {
    int at = group;
    while (root[at] != at) {
      at = root[at];
    }
    return at;
  }
}
