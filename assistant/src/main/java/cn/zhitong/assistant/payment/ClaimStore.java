package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code payment_claim}. */
@ApplicationScoped
class ClaimStore {
  private static final String INSERT =
      """
      insert into assistant.payment_claim
        (id, application_id, case_id, case_number, claimed_by, claimed_at)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String OF =
      """
      select case_id, case_number, claimed_at from assistant.payment_claim
       where application_id = ? order by claimed_at desc, id desc
      """;

  private static final String APPLICATION =
      "select application_id from assistant.payment_claim where case_id = ?";

  private final Jdbc jdbc;

  ClaimStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** A claim's case. */
  record Kept(UUID caseId, String number, Instant at) {}

  void insert(UUID id, UUID application, UUID caseId, String number, String by, Instant at) {
    jdbc.update(INSERT, id, application, caseId, number, by, at);
  }

  List<Kept> of(UUID application) {
    return jdbc.query(
        OF,
        row ->
            new Kept(
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                Jdbc.instant(row, "claimed_at")),
        application);
  }

  Optional<UUID> applicationOf(UUID caseId) {
    return jdbc.first(APPLICATION, row -> row.getObject(1, UUID.class), caseId);
  }
}
