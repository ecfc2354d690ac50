package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adds facts to a file: the same source speaking again of the same thing replaces what it said, two
 * sources that differ stay side by side.
 */
final class FactMerge {
  private FactMerge() {}

  /** What makes two facts be about one thing, from one source. */
  private record Topic(String field, String source, Object period, Object validFrom, String value) {
    static Topic of(Fact fact) {
      boolean many = FactConflicts.isManyValued(fact.field());
      return new Topic(
          fact.field(),
          fact.source(),
          fact.period(),
          many ? fact.validFrom() : null,
          many ? fact.value().text() : null);
    }
  }

  /** The file's facts after more have come; nothing changes where they say the same. */
  static List<Fact> add(List<Fact> held, List<Fact> more) {
    Map<Topic, Fact> merged = new LinkedHashMap<>();
    held.forEach(fact -> merged.put(Topic.of(fact), fact));
    for (Fact fact : more) {
      Fact before = merged.get(Topic.of(fact));
      if (before == null || !isOlder(fact, before)) {
        merged.put(Topic.of(fact), fact);
      }
    }
    return new ArrayList<>(merged.values());
  }

  private static boolean isOlder(Fact fact, Fact before) {
    return fact.observedAt() != null
        && before.observedAt() != null
        && fact.observedAt().isBefore(before.observedAt());
  }

  static boolean same(List<Fact> a, List<Fact> b) {
    return a.size() == b.size() && Objects.equals(List.copyOf(a), List.copyOf(b));
  }
}
