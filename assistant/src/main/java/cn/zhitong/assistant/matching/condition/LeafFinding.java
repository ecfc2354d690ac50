package cn.zhitong.assistant.matching.condition;

import java.util.List;

/** What the facts say of a leaf's proposition, before its place in the tree is considered. */
record LeafFinding(Truth truth, LeafReason reason, List<Fact> facts) {
  LeafFinding {
    facts = List.copyOf(facts);
  }

  static LeafFinding decided(boolean holds, List<Fact> facts) {
    return new LeafFinding(Truth.of(holds), holds ? LeafReason.HOLDS : LeafReason.FAILS, facts);
  }

  static LeafFinding of(Truth truth, LeafReason whenUnknown, List<Fact> facts) {
    return truth == Truth.UNKNOWN
        ? unknown(whenUnknown, facts)
        : decided(truth == Truth.TRUE, facts);
  }

  static LeafFinding unknown(LeafReason reason, List<Fact> facts) {
    return new LeafFinding(Truth.UNKNOWN, reason, facts);
  }

  /** Nothing is there: a no where the whole list is held. */
  static LeafFinding absent(boolean closed) {
    return closed
        ? new LeafFinding(Truth.FALSE, LeafReason.ABSENT_CLOSED, List.of())
        : unknown(LeafReason.ABSENT, List.of());
  }

  LeafFinding negated() {
    LeafReason turned =
        switch (reason) {
          case HOLDS -> LeafReason.FAILS;
          case FAILS -> LeafReason.HOLDS;
          case ABSENT_CLOSED -> LeafReason.CLEAN_CLOSED;
          default -> reason;
        };
    return new LeafFinding(truth.not(), turned, facts);
  }
}
