package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The current file of one enterprise (一企一档). */
public record EnterpriseFile(
    CreditCode creditCode,
    String name,
    List<Fact> facts,
    Set<String> closedFields,
    Set<String> closedRegisters,
    long revision,
    Instant updatedAt) {
  public EnterpriseFile {
    facts = List.copyOf(facts);
    closedFields = Set.copyOf(closedFields);
    closedRegisters = Set.copyOf(closedRegisters);
  }

  /** What conditions are decided on. */
  public EnterpriseFacts asFacts() {
    return new EnterpriseFacts(facts, closedFields, closedRegisters);
  }

  /** The newest value of a field as text; null where there is none. */
  public String latest(String field) {
    return facts.stream()
        .filter(fact -> fact.field().equals(field))
        .reduce((a, b) -> b)
        .map(fact -> fact.value().text())
        .orElse(null);
  }
}
