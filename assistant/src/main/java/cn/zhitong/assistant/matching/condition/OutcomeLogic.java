package cn.zhitong.assistant.matching.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a tree comes to when its leaves have come out, in Kleene's three values. One walk, with null
 * for what does not count.
 */
public final class OutcomeLogic {
  private final List<MatchOutcome> leaves;
  private final boolean evidenceHolds;
  private int next;

  private OutcomeLogic(List<MatchOutcome> leaves, boolean evidenceHolds) {
    this.leaves = leaves;
    this.evidenceHolds = evidenceHolds;
  }

  private Truth truth(Condition tree) {
    Truth counted = walk(tree, false);
    return counted == null ? Truth.TRUE : counted;
  }

  private Truth walk(Condition node, boolean denied) {
    if (node instanceof ConditionLeaf leaf) {
      return leaf(leaf, denied);
    }
    ConditionGroup group = (ConditionGroup) node;
    boolean below = denied ^ (group.type() == GroupType.NONE);
    List<Truth> counted = new ArrayList<>();
    for (Condition child : group.children()) {
      Truth one = walk(child, below);
      if (one != null) {
        counted.add(one);
      }
    }
    if (counted.isEmpty() && !group.children().isEmpty()) {
      return null;
    }
    return joined(group, counted);
  }

  /** The proposition's truth again: the applicant's side turned back under {@code none}. */
  private Truth leaf(ConditionLeaf leaf, boolean denied) {
    MatchOutcome result = leaves.get(next++);
    if (leaf.strength() == Strength.PRIORITY) {
      return null;
    }
    Truth applicants = Truth.values()[result.ordinal()];
    if (leaf.strength() == Strength.PRINCIPLE && applicants == Truth.FALSE) {
      return Truth.UNKNOWN;
    }
    if (evidenceHolds && applicants == Truth.UNKNOWN && !leaf.mode().isDecidedByFacts()) {
      applicants = Truth.TRUE;
    }
    return denied ? applicants.not() : applicants;
  }

  private static Truth joined(ConditionGroup group, List<Truth> children) {
    return switch (group.type()) {
      case ALL -> children.stream().reduce(Truth.TRUE, Truth::and);
      case ANY -> children.stream().reduce(Truth.FALSE, Truth::or);
      case NONE -> children.stream().reduce(Truth.FALSE, Truth::or).not();
      case AT_LEAST -> atLeast(group.atLeast(), children);
    };
  }

  private static Truth atLeast(int n, List<Truth> children) {
    ToIntFunction<Truth> count =
        least -> (int) children.stream().filter(one -> one.compareTo(least) >= 0).count();
    if (count.applyAsInt(Truth.TRUE) >= n) {
      return Truth.TRUE;
    }
    return count.applyAsInt(Truth.UNKNOWN) >= n ? Truth.UNKNOWN : Truth.FALSE;
  }

  static Truth truth(Condition tree, List<MatchOutcome> leaves, boolean evidenceHolds) {
    return new OutcomeLogic(leaves, evidenceHolds).truth(tree);
  }

  /**
   * @param leaves outcomes from the applicant's side, in the tree's order
   */
  public static MatchOutcome of(Condition tree, List<MatchOutcome> leaves) {
    return truth(tree, leaves, false).outcome();
  }
}
