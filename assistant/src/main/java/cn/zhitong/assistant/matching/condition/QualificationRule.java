package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Qualifications and events: valid on the day, or begun in a period. */
final class QualificationRule {
  private static final LocalDate LONG_AGO = LocalDate.of(1, 1, 1);

  private QualificationRule() {}

  /** {@code has}: any of the values, valid on the day. An expired one may have been renewed. */
  static LeafFinding has(ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf) {
    List<Fact> matching = matching(leaf, facts);
    Truth best = Truth.FALSE;
    for (Fact fact : matching) {
      best = best.or(fact.holdsOn(asOf));
    }
    if (best == Truth.TRUE) {
      return LeafFinding.decided(true, holding(matching, asOf));
    }
    if (best == Truth.UNKNOWN) {
      return LeafFinding.unknown(LeafReason.UNDATED, matching);
    }
    if (denied(leaf, facts, asOf)) {
      return LeafFinding.decided(false, facts.of(leaf.field()));
    }
    boolean closed = closed(leaf, facts);
    if (matching.isEmpty()) {
      return LeafFinding.absent(closed);
    }
    return closed
        ? new LeafFinding(Truth.FALSE, LeafReason.EXPIRED, matching)
        : LeafFinding.unknown(LeafReason.MAY_BE_RENEWED, matching);
  }

  /** {@code obtained}: begun in the period; without a period ever. Reads validFrom only. */
  static LeafFinding obtained(ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf) {
    DateSpan window =
        leaf.period() == null ? new DateSpan(LONG_AGO, asOf) : leaf.period().window(asOf);
    return obtained(leaf, facts, window, asOf);
  }

  private static LeafFinding obtained(
      ConditionLeaf leaf, EnterpriseFacts facts, DateSpan window, LocalDate asOf) {
    List<Fact> matching = matching(leaf, facts);
    Truth best = Truth.FALSE;
    List<Fact> used = new ArrayList<>();
    for (Fact fact : matching) {
      Truth inside = fact.validFrom() == null ? Truth.UNKNOWN : fact.validFrom().within(window);
      if (inside.compareTo(best) > 0) {
        used.clear();
      }
      best = best.or(inside);
      if (inside == best) {
        used.add(fact);
      }
    }
    if (best != Truth.FALSE) {
      return LeafFinding.of(best, LeafReason.UNDATED, used);
    }
    if (denied(leaf, facts, asOf)) {
      return LeafFinding.decided(false, facts.of(leaf.field()));
    }
    if (!closed(leaf, facts)) {
      return LeafFinding.unknown(LeafReason.ABSENT, matching);
    }
    return matching.isEmpty() ? LeafFinding.absent(true) : LeafFinding.decided(false, matching);
  }

  private static List<Fact> holding(List<Fact> facts, LocalDate asOf) {
    return facts.stream().filter(fact -> fact.holdsOn(asOf) == Truth.TRUE).toList();
  }

  private static List<Fact> matching(ConditionLeaf leaf, EnterpriseFacts facts) {
    return facts.of(leaf.field()).stream()
        .filter(fact -> leaf.values().stream().anyMatch(value -> same(leaf, value, fact.value())))
        .toList();
  }

  private static boolean same(ConditionLeaf leaf, FactValue wanted, FactValue actual) {
    if (!EnterpriseFacts.QUALIFICATION.equals(leaf.field())) {
      return wanted.isSame(actual);
    }
    return QualificationNames.canonical(wanted.text())
        .equals(QualificationNames.canonical(actual.text()));
  }

  /** A source says outright that there is none: the flag is there and says the opposite. */
  private static boolean denied(ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf) {
    return leaf.values().stream().allMatch(value -> value.flag().isPresent())
        && facts.of(leaf.field()).stream()
            .anyMatch(
                fact ->
                    fact.holdsOn(asOf) == Truth.TRUE
                        && fact.value().flag().isPresent()
                        && leaf.values().stream().noneMatch(value -> value.isSame(fact.value())));
  }

  /** A no needs the whole list for every value. */
  private static boolean closed(ConditionLeaf leaf, EnterpriseFacts facts) {
    return leaf.values().stream().allMatch(value -> facts.isClosed(leaf.field(), value));
  }
}
