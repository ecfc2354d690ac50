package cn.zhitong.assistant.matching.condition;

import java.util.List;

/**
 * Whether an enterprise meets an item.
 *
 * @param unknownKind null unless the outcome is unknown
 * @param leaves in the tree's order, depth first
 */
public record Evaluation(MatchOutcome outcome, UnknownKind unknownKind, List<LeafResult> leaves) {
  public Evaluation {
    leaves = List.copyOf(leaves);
  }

  /**
   * One leaf, from the applicant's side: under {@code none}, met means it does not stand in the
   * way.
   */
  public record LeafResult(
      int index, ConditionLeaf leaf, MatchOutcome outcome, LeafReason reason, List<Fact> facts) {}
}
