package cn.zhitong.assistant.matching.item;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was done to one kind of thing, in a table of its own, each event sealed over the one before
 * it.
 */
public final class SealedEventStore {
  private final String insert;
  private final String lastSeal;
  private final String events;

  /**
   * @param table with the columns id, type, version, actor, at, body, seal
   * @param subject the column of what an event is about
   * @param body how the body is bound: {@code ?}, or {@code ?::jsonb}
   */
  public SealedEventStore(String table, String subject, String body) {
    insert =
        "insert into %s (id, %s, type, version, actor, at, body, seal) values (?, ?, ?, ?, ?, ?, %s, ?)"
            .formatted(table, subject, body);
    lastSeal =
        "select seal from %s where %s = ? order by id desc limit 1".formatted(table, subject);
    events =
        "select type, version, actor, at, body, seal from %s where %s = ? order by id"
            .formatted(table, subject);
  }

  /**
   * One thing that was done.
   *
   * @param body what it became, as it was written
   */
  public record SealedEvent(
      String type, int version, String actor, Instant at, String body, String seal) {}

  /** In the transaction of what was done. */
  public void add(
      Jdbc.Session session,
      UUID subject,
      String type,
      int version,
      String actor,
      Instant at,
      String body)
      throws SQLException {
    String before = session.first(lastSeal, row -> row.getString(1), subject).orElse("");
    String seal = EventSeal.of(before, subject, type, version, actor, at, body);
    session.update(insert, Ids.next(), subject, type, version, actor, at, body, seal);
  }

  /** The oldest first. */
  public List<SealedEvent> of(Jdbc jdbc, UUID subject) {
    return jdbc.query(
        events,
        row ->
            new SealedEvent(
                row.getString("type"),
                row.getInt("version"),
                row.getString("actor"),
                Jdbc.instant(row, "at"),
                row.getString("body"),
                row.getString("seal")),
        subject);
  }
}
