package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.condition.OutcomeLogic;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which missing facts would decide most items (补这一项，可定几项政策). */
final class DecidingFacts {
  /**
   * A field to ask for.
   *
   * @param decides items that its fact settles, whichever way it comes out
   * @param narrows items that it settles one way at least
   * @param unit that the conditions ask it in, or null
   * @param flag whether the answer is yes or no
   */
  record DecidingFact(
      String field,
      String name,
      int decides,
      int narrows,
      boolean own,
      String unit,
      boolean flag) {}

  private DecidingFacts() {}

  static List<DecidingFact> of(List<Matches.Match> matches) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Matches.Match match : matches) {
      if (match.evaluation().outcome() != MatchOutcome.UNKNOWN) {
        continue;
      }
      for (String field : match.missing()) {
        boolean met = decided(match, field, MatchOutcome.MET);
        boolean notMet = decided(match, field, MatchOutcome.NOT_MET);
        int[] count = counts.computeIfAbsent(field, one -> new int[2]);
        count[0] += met && notMet ? 1 : 0;
        count[1] += met || notMet ? 1 : 0;
      }
    }
    List<DecidingFact> facts = new ArrayList<>();
    counts.forEach((field, count) -> facts.add(fact(field, count, asking(matches, field))));
    facts.sort(
        Comparator.comparingInt((DecidingFact fact) -> -fact.decides())
            .thenComparingInt(fact -> -fact.narrows())
            .thenComparing(DecidingFact::field));
    return facts;
  }

  /**
   * The field that alone stands between an undecided match and 符合; empty where several do, or one
   * that is decided by material or judgement.
   */
  static Optional<String> only(Matches.Match match) {
    List<String> missing = match.missing();
    if (match.evaluation().outcome() != MatchOutcome.UNKNOWN || missing.size() != 1) {
      return Optional.empty();
    }
    String field = missing.get(0);
    return settled(match, field, MatchOutcome.MET) == MatchOutcome.MET
        ? Optional.of(field)
        : Optional.empty();
  }

  /** The first condition that asks for the field and is open. */
  private static ConditionLeaf asking(List<Matches.Match> matches, String field) {
    return matches.stream()
        .flatMap(match -> match.evaluation().leaves().stream())
        .filter(leaf -> leaf.outcome() == MatchOutcome.UNKNOWN)
        .map(Evaluation.LeafResult::leaf)
        .filter(leaf -> leaf.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static DecidingFact fact(String field, int[] count, ConditionLeaf leaf) {
    boolean own = FieldCatalogue.of(field).map(FieldCatalogue.Field::own).orElse(true);
    boolean flag = !leaf.values().isEmpty() && leaf.values().get(0) instanceof FactValue.Flag;
    return new DecidingFact(
        field, FieldCatalogue.name(field), count[0], count[1], own, leaf.unit(), flag);
  }

  /** Whether the item is decided once all open leaves of the field come out this way. */
  private static boolean decided(Matches.Match match, String field, MatchOutcome answer) {
    return settled(match, field, answer) != MatchOutcome.UNKNOWN;
  }

  /** What comes of the item then. */
  private static MatchOutcome settled(Matches.Match match, String field, MatchOutcome answer) {
    List<MatchOutcome> outcomes = new ArrayList<>();
    for (Evaluation.LeafResult leaf : match.evaluation().leaves()) {
      boolean asked = leaf.outcome() == MatchOutcome.UNKNOWN && leaf.leaf().field().equals(field);
      outcomes.add(asked ? answer : leaf.outcome());
    }
    return OutcomeLogic.of(match.item().tree(), outcomes);
  }
}
