package cn.zhitong.assistant.matching.enterprise;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What enterprises say is wrong of their files. */
@ApplicationScoped
class ObjectionStore {
  private static final String INSERT =
      """
      insert into assistant.enterprise_objection
        (id, credit_code, field, period, source, words, case_number, actor, at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String OF_ENTERPRISE =
      """
      select id, field, period, source, words, case_number, at from assistant.enterprise_objection
      where credit_code = ? order by id desc limit 200
      """;

  private final Jdbc jdbc;

  @Inject
  ObjectionStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** An objection with the case that answers it. */
  record Objection(
      UUID id,
      String field,
      String period,
      String source,
      String words,
      String caseNumber,
      Instant at) {}

  void insert(CreditCode code, Objection one, String actor) {
    jdbc.update(
        INSERT,
        one.id(),
        code.value(),
        one.field(),
        one.period(),
        one.source(),
        one.words(),
        one.caseNumber(),
        actor,
        one.at());
  }

  List<Objection> of(CreditCode code) {
    return jdbc.query(
        OF_ENTERPRISE,
        row ->
            new Objection(
                row.getObject("id", UUID.class),
                row.getString("field"),
                row.getString("period"),
                row.getString("source"),
                row.getString("words"),
                row.getString("case_number"),
                Jdbc.instant(row, "at")),
        code.value());
  }
}
