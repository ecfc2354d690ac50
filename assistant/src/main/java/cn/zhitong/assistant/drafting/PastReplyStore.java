package cn.zhitong.assistant.drafting;

import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The table {@code past_reply}. */
@ApplicationScoped
class PastReplyStore implements DerivedDataStore {
  private static final String INSERT =
      """
      insert into assistant.past_reply
        (id, case_id, source, number, department, category, title, question, reply, answered_at,
         created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (source, number) do update
        set case_id = excluded.case_id, department = excluded.department, category = excluded.category, title = excluded.title,
            question = excluded.question, reply = excluded.reply,
            answered_at = excluded.answered_at, created_at = excluded.created_at
      """;

  private static final String SINCE =
      """
      select id, case_id, source, number, department, category, title, question, reply,
             answered_at, created_at
        from assistant.past_reply
       where created_at >= ? order by created_at, id
      """;

  private static final String BY_IDS =
      """
      select id, case_id, source, number, department, category, title, question, reply,
             answered_at, created_at
        from assistant.past_reply where id = any (?::uuid[])
      """;

  private static final String PRESENT =
      "select id from assistant.past_reply where id = any (?::uuid[])";

  /** By number too: a case may have been brought in as history before. */
  private static final String ERASE =
      """
      delete from assistant.past_reply
       where case_id = ? or number = ? or number = ?
          or (case_id is null and title || reply ilike any (?::text[]))
      """;

  private final Jdbc jdbc;

  PastReplyStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** All or none; one that came before under its number is replaced. */
  void insert(List<PastReply> replies) {
    List<Object[]> rows =
        replies.stream()
            .map(
                r ->
                    new Object[] {
                      r.id(),
                      r.caseId(),
                      r.source(),
                      r.number(),
                      r.department(),
                      r.category(),
                      r.title(),
                      r.question(),
                      r.reply(),
                      r.answeredAt(),
                      r.createdAt()
                    })
            .toList();
    jdbc.transaction(
        session -> {
          session.batch(INSERT, rows);
          return rows.size();
        });
  }

  /** In the order they came. */
  List<PastReply> since(Instant time) {
    return jdbc.query(SINCE, PastReplyStore::reply, time);
  }

  List<PastReply> byIds(Collection<UUID> ids) {
    return jdbc.query(BY_IDS, PastReplyStore::reply, ids.stream().map(UUID::toString).toList());
  }

  /** Those of the ids that are there still. */
  Set<UUID> present(Collection<UUID> ids) {
    return Set.copyOf(
        jdbc.query(
            PRESENT,
            row -> row.getObject(1, UUID.class),
            ids.stream().map(UUID::toString).toList()));
  }

  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(ERASE, erased.id(), erased.number(), erased.externalNumber(), erased.likes());
  }

  private static PastReply reply(ResultSet row) throws SQLException {
    return new PastReply(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("source"),
        row.getString("number"),
        row.getString("department"),
        row.getString("category"),
        row.getString("title"),
        row.getString("question"),
        row.getString("reply"),
        Jdbc.instant(row, "answered_at"),
        Jdbc.instant(row, "created_at"));
  }
}
