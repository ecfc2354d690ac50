package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Places and industries: descendants count, any of several facts may hold. */
final class MembershipRule {
  /** Fields of which an enterprise may have several at once; the others have one, the newest. */
  private static final Set<String> MANY = Set.of("zone", "industry");

  private MembershipRule() {}

  /** Whether a fact's place or industry lies in the leaf's. */
  interface Containment {
    Truth contains(String wanted, String actual);
  }

  static LeafFinding decide(
      ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf, Containment containment) {
    String field = leaf.field();
    List<Fact> valid =
        facts.of(field).stream().filter(fact -> fact.holdsOn(asOf) != Truth.FALSE).toList();
    List<Fact> considered = MANY.contains(field) ? valid : FactAge.newest(valid);
    if (considered.isEmpty()) {
      return LeafFinding.absent(facts.isClosed(field));
    }
    Truth any = Truth.FALSE;
    for (Fact fact : considered) {
      for (FactValue wanted : leaf.values()) {
        any = any.or(containment.contains(wanted.text(), fact.value().text()));
      }
    }
    if (any == Truth.FALSE && "zone".equals(field) && !facts.isClosed(field)) {
      // Zones nest and overlap, and the list of an enterprise's zones is not whole.
      return LeafFinding.unknown(LeafReason.COARSE, considered);
    }
    return LeafFinding.of(any, LeafReason.COARSE, considered);
  }
}
