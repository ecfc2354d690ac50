package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.Ids;
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
      values (?, ?, ?, ?, ?, ?) on conflict (case_id) do nothing
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

  /** Does nothing where the case is a claim already. */
  void insert(UUID application, UUID caseId, String number, String by, Instant at) {
    jdbc.update(INSERT, Ids.next(), application, caseId, number, by, at);
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
