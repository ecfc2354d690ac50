package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.Fact;
import java.time.Instant;
import java.util.ArrayList;
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

  /**
   * What conditions are decided on: the facts, and the size class and standing that they come to.
   */
  public EnterpriseFacts asFacts() {
    List<Fact> known = new ArrayList<>(facts);
    SizeClass.derived(facts).ifPresent(known::add);
    if (!closedFields.contains(AboveScale.FIELD)) {
      // Where the register is complete, who is not in it is not 规上, whatever its revenue.
      AboveScale.derived(facts).ifPresent(known::add);
    }
    return new EnterpriseFacts(known, closedFields, closedRegisters);
  }

  /**
   * The value of a field of which there is one fact that holds for good; null where there are
   * several, or it has an end. What a filter in the database may rely on.
   */
  String single(String field) {
    List<Fact> all = facts.stream().filter(fact -> fact.field().equals(field)).toList();
    boolean lasting =
        all.size() == 1 && all.get(0).validFrom() == null && all.get(0).validTo() == null;
    return lasting ? all.get(0).value().text() : null;
  }

  /** The newest value of a field as text; null where there is none. */
  public String latest(String field) {
    return facts.stream()
        .filter(fact -> fact.field().equals(field))
        .reduce((a, b) -> b)
        .map(fact -> fact.value().text())
        .orElse(null);
  }

  /** The size class: as a source tells it, else what the figures come to; null where neither. */
  public String scale() {
    String told = latest("scale");
    return told != null
        ? told
        : SizeClass.derived(facts).map(fact -> fact.value().text()).orElse(null);
  }
}
