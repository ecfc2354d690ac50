package cn.zhitong.assistant.drafting;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code past_reply}. */
@ApplicationScoped
class PastReplyStore {
  private static final String INSERT =
      """
      insert into assistant.past_reply
        (id, source, number, department, category, title, question, reply, answered_at, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (source, number) do update
        set department = excluded.department, category = excluded.category, title = excluded.title,
            question = excluded.question, reply = excluded.reply,
            answered_at = excluded.answered_at, created_at = excluded.created_at
      """;

  private static final String SINCE =
      """
      select id, source, number, department, category, title, question, reply, answered_at,
             created_at
        from assistant.past_reply
       where created_at >= ? order by created_at, id
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

  private static PastReply reply(ResultSet row) throws SQLException {
    return new PastReply(
        row.getObject("id", UUID.class),
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
