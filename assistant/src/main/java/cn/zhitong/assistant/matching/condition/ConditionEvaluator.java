package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Decides a tree on the facts of an enterprise, in Kleene's three values. A {@code principle} that
 * fails leaves the item open, a {@code priority} never counts.
 */
public final class ConditionEvaluator {
  private final LeafRules rules;

  public ConditionEvaluator(RegionRule regions) {
    this.rules = new LeafRules(regions);
  }

  /**
   * @param asOf the day the application is thought to be made
   */
  public Evaluation evaluate(Condition tree, EnterpriseFacts facts, LocalDate asOf) {
    List<Evaluation.LeafResult> leaves = new ArrayList<>();
    decideLeaves(tree, false, facts, asOf, leaves);
    Truth outcome = new Pass(leaves, false).truth(tree);
    if (outcome != Truth.UNKNOWN) {
      return new Evaluation(outcome.outcome(), null, leaves);
    }
    boolean onlyEvidence = new Pass(leaves, true).truth(tree) == Truth.TRUE;
    return new Evaluation(
        MatchOutcome.UNKNOWN, onlyEvidence ? UnknownKind.EVIDENCE : UnknownKind.DATA, leaves);
  }

  private void decideLeaves(
      Condition node,
      boolean denied,
      EnterpriseFacts facts,
      LocalDate asOf,
      List<Evaluation.LeafResult> into) {
    if (node instanceof ConditionGroup group) {
      boolean below = denied ^ (group.type() == GroupType.NONE);
      group.children().forEach(child -> decideLeaves(child, below, facts, asOf, into));
      return;
    }
    ConditionLeaf leaf = (ConditionLeaf) node;
    LeafFinding found = rules.decide(leaf, facts, asOf);
    LeafFinding applicants = denied ? found.negated() : found;
    into.add(
        new Evaluation.LeafResult(
            into.size(), leaf, applicants.truth().outcome(), applicants.reason(),
            applicants.facts()));
  }

  /** One walk over the tree with the leaves' outcomes; null stands for what does not count. */
  private static final class Pass {
    private final List<Evaluation.LeafResult> leaves;
    private final boolean evidenceHolds;
    private int next;

    Pass(List<Evaluation.LeafResult> leaves, boolean evidenceHolds) {
      this.leaves = leaves;
      this.evidenceHolds = evidenceHolds;
    }

    Truth truth(Condition tree) {
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
      Evaluation.LeafResult result = leaves.get(next++);
      if (leaf.strength() == Strength.PRIORITY) {
        return null;
      }
      Truth applicants = Truth.values()[result.outcome().ordinal()];
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
  }
}
