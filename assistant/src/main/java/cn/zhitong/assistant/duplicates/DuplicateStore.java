package cn.zhitong.assistant.duplicates;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Fingerprints of cases, by which repeats are found. */
@ApplicationScoped
class DuplicateStore {
  private static final String PUT =
      """
      insert into assistant.triage_recent (case_id, asked_at, vector, sketch, model, keys)
      values (?, ?, ?, ?, ?, ?::bigint[])
      on conflict (case_id) do update
         set asked_at = excluded.asked_at, vector = excluded.vector, sketch = excluded.sketch,
             model = excluded.model, keys = excluded.keys
      """;
  private static final String FORGET = "delete from assistant.triage_recent where case_id = ?";

  /**
   * Keys first, by themselves: among other conditions the planner, which knows nothing of how rare
   * a key is, reads the whole table instead.
   */
  private static final String SHARING =
      """
      with sharing as materialized (
        select case_id, asked_at, vector, sketch, keys, model from assistant.triage_recent
        where keys && ?::bigint[])
      select case_id, asked_at, vector, sketch, keys from sharing
      where model = ? and asked_at > ? and asked_at <= ?
      order by asked_at desc limit 500
      """;

  /** Nor is the wrong guess at the rows a reason to compile the query. */
  private static final String UNCOMPILED = "set local jit = off";

  private static final String BY_INDEX = "set local enable_seqscan = off";

  private static final String UNKEYED =
      """
      select case_id, asked_at, vector, sketch, keys from assistant.triage_recent
      where keys = '{}' limit ?
      """;
  private static final String KEY =
      "update assistant.triage_recent set keys = ?::bigint[] where case_id = ?";

  private final Jdbc jdbc;

  /**
   * A case's fingerprint.
   *
   * @param keys by which it is looked up
   */
  record Print(UUID caseId, Instant askedAt, byte[] vector, byte[] sketch, List<Long> keys) {}

  @Inject
  DuplicateStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  void put(Print print, String model) {
    jdbc.update(
        PUT,
        print.caseId(),
        print.askedAt(),
        print.vector(),
        print.sketch(),
        model,
        literal(print.keys()));
  }

  void forget(UUID caseId) {
    jdbc.update(FORGET, caseId);
  }

  /** Cases of the time that share a key, at most 500, the newest first. */
  List<Print> sharing(List<Long> keys, String model, Instant after, Instant until) {
    return jdbc.transaction(
        session -> {
          session.update(UNCOMPILED);
          session.update(BY_INDEX);
          return session.query(SHARING, DuplicateStore::print, literal(keys), model, after, until);
        });
  }

  List<Print> unkeyed(int most) {
    return jdbc.query(UNKEYED, DuplicateStore::print, most);
  }

  void key(UUID caseId, List<Long> keys) {
    jdbc.update(KEY, literal(keys), caseId);
  }

  /** An array as PostgreSQL writes it. */
  private static String literal(List<Long> keys) {
    StringBuilder literal = new StringBuilder("{");
    for (long key : keys) {
      literal.append(literal.length() == 1 ? "" : ",").append(key);
    }
    return literal.append('}').toString();
  }

  private static Print print(ResultSet row) throws SQLException {
    return new Print(
        row.getObject("case_id", UUID.class),
        Jdbc.instant(row, "asked_at"),
        row.getBytes("vector"),
        row.getBytes("sketch"),
        List.of((Long[]) row.getArray("keys").getArray()));
  }
}
