package cn.zhitong.assistant.retrieval;

import cn.zhitong.eval.dataset.BeirFolder.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Cuts questions for cross-validation. */
final class QueryFolds {
  static final int COUNT = 5;

  private QueryFolds() {}

  /**
   * Questions that share a right document share a fold; groups go to the emptiest fold.
   *
   * @param deal of the groups that are equally large
   */
  static int[] of(List<Query> queries, int deal) {
    int[] group = new int[queries.size()];
    Map<String, Integer> firstOf = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < group.length; i++) {
      for (String document : queries.get(i).judgements().keySet()) {
        int other = firstOf.computeIfAbsent(document, d -> -1);
        if (other < 0) {
          firstOf.put(document, i);
        } else {
          group[root(group, i)] = root(group, other);
        }
      }
    }
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(group, i), g -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> shuffled = new ArrayList<>(groups.values());
    Collections.shuffle(shuffled, new Random(deal));
    shuffled.sort(Comparator.comparingInt((List<Integer> g) -> g.size()).reversed());
    int[] sizes = new int[COUNT];
    int[] folds = new int[group.length];
    for (List<Integer> members : shuffled) {
      int smallest = 0;
      for (int f = 1; f < COUNT; f++) {
        smallest = sizes[f] < sizes[smallest] ? f : smallest;
      }
      for (int member : members) {
        folds[member] = smallest;
      }
      sizes[smallest] += members.size();
    }
    return folds;
  }

  private static int root(int[] group, int i) {
    int at = i;
    while (group[at] != at) {
      at = group[at];
    }
    return at;
  }
}
