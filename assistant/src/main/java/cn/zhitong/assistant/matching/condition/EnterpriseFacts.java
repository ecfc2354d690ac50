package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one enterprise, and of what the platform holds the whole list: absence there is
 * a no, elsewhere it is unknown.
 */
public final class EnterpriseFacts {
  public static final String QUALIFICATION = "qualification";

  private final Map<String, List<Fact>> byField = new LinkedHashMap<>();
  private final Set<String> closedFields;
  private final Set<String> closedRegisters;

  public EnterpriseFacts(List<Fact> facts, Set<String> closedFields, Set<String> closedRegisters) {
    for (Fact fact : facts) {
      byField.computeIfAbsent(fact.field(), field -> new ArrayList<>()).add(fact);
    }
    this.closedFields = Set.copyOf(closedFields);
    Map<String, Boolean> registers = new HashMap<>();
    closedRegisters.forEach(name -> registers.put(QualificationNames.canonical(name), true));
    this.closedRegisters = Set.copyOf(registers.keySet());
  }

  List<Fact> of(String field) {
    return byField.getOrDefault(field, List.of());
  }

  public boolean has(String field) {
    return byField.containsKey(field);
  }

  public Set<String> fields() {
    return byField.keySet();
  }

  boolean isClosed(String field) {
    return closedFields.contains(field);
  }

  /** Whether absence of this value is a no: a register's name, or any value of a closed field. */
  boolean isClosed(String field, FactValue value) {
    return isClosed(field)
        || QUALIFICATION.equals(field)
            && closedRegisters.contains(QualificationNames.canonical(value.text()));
  }

  /** The fact of a calendar year: the one that speaks of its latest day, then the latest told. */
  List<Fact> ofYear(String field, int year, LocalDate asOf) {
    return FactAge.newest(
        of(field).stream()
            .filter(fact -> fact.period() != null && fact.period().last().getYear() == year)
            .filter(fact -> !fact.period().first().isAfter(asOf))
            .toList());
  }
}
