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
