package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;
import java.util.List;

/**
 * Decides one leaf on the facts, in the order: nothing can decide it → places and industries →
 * qualifications and events → amounts, flags and texts. Negative operators deny the positive one.
 */
final class LeafRules {
  private final RegionRule regions;

  LeafRules(RegionRule regions) {
    this.regions = regions;
  }

  LeafFinding decide(ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf) {
    if (leaf.isOpen()) {
      return LeafFinding.unknown(
          leaf.mode() == LeafMode.EVIDENCE ? LeafReason.EVIDENCE : LeafReason.JUDGEMENT, List.of());
    }
    LeafFinding finding = affirmative(leaf, facts, asOf);
    return leaf.op().isNegative() ? finding.negated() : finding;
  }

  private LeafFinding affirmative(ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf) {
    return switch (leaf.op().affirmative()) {
      case IN_REGION -> MembershipRule.decide(leaf, facts, asOf, regions::contains);
      case IN_INDUSTRY -> MembershipRule.decide(leaf, facts, asOf, IndustryCode::contains);
      case HAS -> QualificationRule.has(leaf, facts, asOf);
      case OBTAINED -> QualificationRule.obtained(leaf, facts, asOf);
      default ->
          ComparisonRule.isEvent(leaf, facts)
              ? ComparisonRule.event(leaf, facts, asOf)
              : ComparisonRule.decide(leaf, facts, asOf);
    };
  }
}
