package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
    Truth outcome = OutcomeLogic.truth(tree, outcomes(leaves), false);
    if (outcome != Truth.UNKNOWN) {
      return new Evaluation(outcome.outcome(), null, leaves);
    }
    boolean onlyEvidence = OutcomeLogic.truth(tree, outcomes(leaves), true) == Truth.TRUE;
    return new Evaluation(
        MatchOutcome.UNKNOWN, onlyEvidence ? UnknownKind.EVIDENCE : UnknownKind.DATA, leaves);
  }

  /**
   * The outcome alone, which is what counting needs: a branch ends at the first leaf that decides
   * it, places first, since they are cheap and refuse most.
   */
  public MatchOutcome outcome(Condition tree, EnterpriseFacts facts, LocalDate asOf) {
    Truth truth = quick(tree, false, facts, asOf);
    return (truth == null ? Truth.TRUE : truth).outcome();
  }

  /** The truth of a proposition; null where it does not count. */
  private Truth quick(Condition node, boolean denied, EnterpriseFacts facts, LocalDate asOf) {
    if (node instanceof ConditionLeaf leaf) {
      return quickLeaf(leaf, denied, facts, asOf);
    }
    ConditionGroup group = (ConditionGroup) node;
    if (group.type() == GroupType.AT_LEAST) {
      return quickAtLeast(group, denied, facts, asOf);
    }
    boolean all = group.type() == GroupType.ALL;
    boolean below = denied ^ (group.type() == GroupType.NONE);
    Truth decisive = all ? Truth.FALSE : Truth.TRUE;
    Truth joined = decisive.not();
    boolean counted = group.children().isEmpty();
    for (int pass = 0; pass < 2 && joined != decisive; pass++) {
      for (Condition child : group.children()) {
        if (isPlace(child) != (pass == 0)) {
          continue;
        }
        Truth one = quick(child, below, facts, asOf);
        if (one != null) {
          counted = true;
          joined = all ? joined.and(one) : joined.or(one);
          if (joined == decisive) {
            break;
          }
        }
      }
    }
    if (!counted) {
      return null;
    }
    return group.type() == GroupType.NONE ? joined.not() : joined;
  }

  private static boolean isPlace(Condition node) {
    return node instanceof ConditionLeaf leaf && leaf.op() == Operator.IN_REGION;
  }

  private Truth quickAtLeast(
      ConditionGroup group, boolean denied, EnterpriseFacts facts, LocalDate asOf) {
    int met = 0;
    int open = 0;
    boolean counted = group.children().isEmpty();
    for (Condition child : group.children()) {
      Truth one = quick(child, denied, facts, asOf);
      counted |= one != null;
      met += one == Truth.TRUE ? 1 : 0;
      open += one == Truth.UNKNOWN ? 1 : 0;
    }
    if (!counted) {
      return null;
    }
    if (met >= group.atLeast()) {
      return Truth.TRUE;
    }
    return met + open >= group.atLeast() ? Truth.UNKNOWN : Truth.FALSE;
  }

  private Truth quickLeaf(
      ConditionLeaf leaf, boolean denied, EnterpriseFacts facts, LocalDate asOf) {
    if (leaf.strength() == Strength.PRIORITY) {
      return null;
    }
    Truth truth = rules.decide(leaf, facts, asOf).truth();
    Truth applicants = denied ? truth.not() : truth;
    boolean soft = leaf.strength() == Strength.PRINCIPLE && applicants == Truth.FALSE;
    return soft ? Truth.UNKNOWN : truth;
  }

  private static List<MatchOutcome> outcomes(List<Evaluation.LeafResult> leaves) {
    return leaves.stream().map(Evaluation.LeafResult::outcome).toList();
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
            into.size(),
            leaf,
            applicants.truth().outcome(),
            applicants.reason(),
            applicants.facts()));
  }
}
