package cn.zhitong.assistant.triage;

import cn.zhitong.ingest.database.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Fingerprints of cases, by which repeats are found. */
@ApplicationScoped
class RecentStore {
  private static final String PUT =
      """
      insert into assistant.triage_recent (case_id, asked_at, vector, sketch, model)
      values (?, ?, ?, ?, ?)
      on conflict (case_id) do update
         set asked_at = excluded.asked_at, vector = excluded.vector, sketch = excluded.sketch,
             model = excluded.model
      """;
  private static final String FORGET = "delete from assistant.triage_recent where case_id = ?";
  private static final String BETWEEN =
      """
      select case_id, asked_at, vector, sketch from assistant.triage_recent
      where model = ? and asked_at > ? and asked_at <= ?
      """;

  private final Jdbc jdbc;

  /** A case's fingerprint. */
  record Print(UUID caseId, Instant askedAt, byte[] vector, byte[] sketch) {}

  @Inject
  RecentStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  void put(Print print, String model) {
    jdbc.update(PUT, print.caseId(), print.askedAt(), print.vector(), print.sketch(), model);
  }

  void forget(UUID caseId) {
    jdbc.update(FORGET, caseId);
  }

  List<Print> between(String model, Instant after, Instant until) {
    return jdbc.query(
        BETWEEN,
        row ->
            new Print(
                row.getObject("case_id", UUID.class),
                Jdbc.instant(row, "asked_at"),
                row.getBytes("vector"),
                row.getBytes("sketch")),
        model,
        after,
        until);
  }
}
