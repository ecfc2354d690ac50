package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.Fact;
import cn.zhitong.assistant.matching.condition.FactCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sources that say different things of one field and time. */
final class FactConflicts {
  private static final Set<String> MANY =
      Set.of(
          "qualification",
          "zone",
          "industry",
          "dishonesty",
          "major_violation",
          "safety_accident",
          "environment_violation",
          "tax_violation",
          "listed");

  /** Facts on one thing that differ. */
  record FactConflict(String field, String name, String period, List<Fact> facts) {}

  private FactConflicts() {}

  /** Whether an enterprise may have several of it at once, so that two values are no conflict. */
  static boolean isManyValued(String field) {
    return MANY.contains(field);
  }

  static List<FactConflict> of(List<Fact> facts) {
    Map<String, List<Fact>> byTopic = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (!isManyValued(fact.field())) {
        String period = FactCodec.written(fact.period());
        byTopic.computeIfAbsent(fact.field() + "|" + period, topic -> new ArrayList<>()).add(fact);
      }
    }
    List<FactConflict> conflicts = new ArrayList<>();
    for (List<Fact> one : byTopic.values()) {
      Fact first = one.get(0);
      if (one.stream().anyMatch(fact -> !fact.value().isSame(first.value()))) {
        conflicts.add(
            new FactConflict(
                first.field(),
                FieldCatalogue.name(first.field()),
                FactCodec.written(first.period()),
                one));
      }
    }
    return conflicts;
  }
}
