package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Steps of the same figures side by side, of which one applies. */
final class Steps {
  private Steps() {}

  /**
   * How many sentences in a row ask the same figures, the first of them in different ranges:
   * 收入1亿元至5亿元，增速10%以上；收入5亿元以上，增速8%以上. Nobody is in two of them.
   */
  static int rangesFrom(List<AskedSentence> sentences, int from) {
    List<ConditionLeaf> first = leaves(sentences.get(from));
    int end = from + 1;
    while (first.size() > 1
        && first.get(0).op().isOrdering()
        && end < sentences.size()
        && asksAlike(first, leaves(sentences.get(end)))
        && !first.get(0).values().equals(leaves(sentences.get(end)).get(0).values())) {
      end++;
    }
    return end - from;
  }

  private static boolean asksAlike(List<ConditionLeaf> a, List<ConditionLeaf> b) {
    return a.stream()
        .map(ConditionLeaf::field)
        .toList()
        .equals(b.stream().map(ConditionLeaf::field).toList());
  }

  /** The figures that a sentence asks together; none where it asks anything else. */
  private static List<ConditionLeaf> leaves(AskedSentence sentence) {
    if (sentence.isConditional()
        || !(sentence.condition() instanceof ConditionGroup group)
        || group.type() != GroupType.ALL) {
      return List.of();
    }
    List<ConditionLeaf> leaves = new ArrayList<>();
    for (Condition child : group.children()) {
      Condition one =
          child instanceof ConditionGroup below && below.type() == GroupType.ANY
              ? below.children().get(0)
              : child;
      if (!(one instanceof ConditionLeaf leaf) || leaf.op() == null || !leaf.op().isOrdering()) {
        return List.of();
      }
      leaves.add(leaf);
    }
    return leaves;
  }

  /** What the first step says before the figures of all of them is asked of all: 总部机构，资本5亿元以上的…. */
  static Condition of(List<Condition> ways) {
    Condition first = ways.get(0);
    Set<String> figures = Tiers.fields(ways.get(1));
    boolean alike = ways.stream().skip(1).allMatch(way -> Tiers.fields(way).equals(figures));
    if (!alike
        || !(first instanceof ConditionGroup group)
        || group.type() != GroupType.ALL
        || !Tiers.fields(first).containsAll(figures)) {
      return ConditionGroup.any(ways);
    }
    List<Condition> head = new ArrayList<>();
    List<Condition> own = new ArrayList<>();
    for (Condition child : group.children()) {
      boolean leads = own.isEmpty() && Tiers.fields(child).stream().noneMatch(figures::contains);
      (leads ? head : own).add(child);
    }
    if (head.isEmpty() || !Tiers.fields(ConditionGroup.all(own)).equals(figures)) {
      return ConditionGroup.any(ways);
    }
    List<Condition> steps = new ArrayList<>(List.of(PhraseJoiner.together(own)));
    steps.addAll(ways.subList(1, ways.size()));
    head.add(ConditionGroup.any(steps));
    return ConditionGroup.all(head);
  }
}
