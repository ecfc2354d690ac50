package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Which of several facts on one thing is the newest. */
final class FactAge {
  private static final Comparator<Fact> AGE =
      Comparator.comparing(Fact::speaksOf).thenComparing(FactAge::told);

  private FactAge() {}

  /** The newest, with those that are exactly as new: sources may differ. */
  static List<Fact> newest(List<Fact> facts) {
    return facts.stream()
        .max(AGE)
        .map(newest -> facts.stream().filter(fact -> AGE.compare(fact, newest) == 0).toList())
        .orElse(List.of());
  }

  private static LocalDate told(Fact fact) {
    return fact.observedAt() == null ? LocalDate.MIN : fact.observedAt();
  }
}
