package cn.zhitong.assistant.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Unites groups that are near as wholes or halves of one matter, the nearest first: communities
 * fine enough for fifteen appeals in as many people's words cut in pieces what sixty write alike.
 */
final class ClusterMerger {
  /** Two groups' mean similarity to each other as a share of that within them. */
  private static final double NEAR = .6;

  /** As {@link SplitClusterCriterion} tells. */
  private static final double HALVES = .95;

  private final Similarities similarities;
  private final SplitClusterCriterion halves;

  ClusterMerger(Similarities similarities) {
    this.similarities = similarities;
    this.halves = new SplitClusterCriterion(similarities);
  }

  List<int[]> united(List<int[]> groups) {
    Pairs pairs = new Pairs(groups);
    while (pairs.uniteNearest()) {
      // Until none are near.
    }
    return pairs.groups.stream().filter(group -> group.length > 0).toList();
  }

  /** Groups by their number, empty where united with one before, and what lies between two. */
  private final class Pairs {
    private final List<int[]> groups;
    private final List<Map<Integer, Integer>> links = new ArrayList<>();

    /** By the lower number, then by the other: only of those that are linked enough. 1: enough. */
    private final List<Map<Integer, Double>> nearness = new ArrayList<>();

    private Pairs(List<int[]> given) {
      groups = new ArrayList<>(given);
      int[] groupOf = new int[similarities.count()];
      Arrays.fill(groupOf, -1);
      for (int group = 0; group < groups.size(); group++) {
        for (int appeal : groups.get(group)) {
          groupOf[appeal] = group;
        }
        links.add(new HashMap<>());
        nearness.add(new HashMap<>());
      }
      for (int appeal = 0; appeal < groupOf.length; appeal++) {
        if (groupOf[appeal] >= 0) {
          link(groupOf[appeal], similarities.nearest[appeal], groupOf);
        }
      }
      IntStream.range(0, groups.size()).forEach(this::measure);
    }

    private void link(int group, int[] nearest, int[] groupOf) {
      for (int i = 0; i < Math.min(TopicFinder.LINKS, nearest.length); i++) {
        int other = groupOf[nearest[i]];
        if (other >= 0 && other != group) {
          links.get(group).merge(other, 1, Integer::sum);
          links.get(other).merge(group, 1, Integer::sum);
        }
      }
    }

    /**
     * Groups with fewer links than the smaller has appeals are not compared: near ones have more.
     */
    private void measure(int group) {
      links
          .get(group)
          .forEach(
              (other, count) -> {
                int smaller = Math.min(groups.get(group).length, groups.get(other).length);
                Map<Integer, Double> known = nearness.get(Math.min(group, other));
                if (count >= smaller) {
                  known.computeIfAbsent(
                      Math.max(group, other),
                      any -> nearness(groups.get(group), groups.get(other)));
                } else {
                  known.remove(Math.max(group, other));
                }
              });
    }

    private double nearness(int[] one, int[] other) {
      return Math.max(similarities.nearness(one, other) / NEAR, halves.of(one, other) / HALVES);
    }

    private boolean uniteNearest() {
      int one = -1;
      int other = -1;
      double most = 1;
      for (int group = 0; group < groups.size(); group++) {
        for (Map.Entry<Integer, Double> near : nearness.get(group).entrySet()) {
          if (near.getValue() > most) {
            most = near.getValue();
            one = group;
            other = near.getKey();
          }
        }
      }
      if (one < 0) {
        return false;
      }
      unite(one, other);
      return true;
    }

    private void unite(int one, int other) {
      groups.set(
          one,
          IntStream.concat(Arrays.stream(groups.get(one)), Arrays.stream(groups.get(other)))
              .toArray());
      groups.set(other, new int[0]);
      for (int gone : new int[] {one, other}) {
        nearness.get(gone).clear();
        nearness.forEach(known -> known.remove(gone));
      }
      links.get(one).remove(other);
      Map<Integer, Integer> moved = links.set(other, new HashMap<>());
      moved.remove(one);
      moved.forEach(
          (third, count) -> {
            links.get(third).remove(other);
            links.get(third).merge(one, count, Integer::sum);
            links.get(one).merge(third, count, Integer::sum);
          });
      measure(one);
    }
  }
}
