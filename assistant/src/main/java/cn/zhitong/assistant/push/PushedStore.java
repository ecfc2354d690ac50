package cn.zhitong.assistant.push;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What other features may read of pushes: who was told of which item, and whether it was read. */
@ApplicationScoped
public class PushedStore {
  private static final String PUSHED =
      """
      select m.credit_code, m.item_id, p.content ->> 'title' as title, m.region, m.industry,
             m.scale, m.queued_at, m.opened_at
        from assistant.push_message m join assistant.push p on p.id = m.push_id
       where m.queued_at >= ? and m.queued_at < ? and (?::uuid is null or m.item_id = ?)
      """;

  private final Jdbc jdbc;

  PushedStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An enterprise that was told of an item. Region, industry and scale are as its file had them
   * then; each may be null.
   *
   * @param openedAt null where it was not read
   */
  public record Pushed(
      String creditCode,
      UUID itemId,
      String title,
      String region,
      String industry,
      String scale,
      Instant at,
      Instant openedAt) {}

  /**
   * Messages of a time.
   *
   * @param to exclusive
   * @param itemId null for all items
   */
  public List<Pushed> between(Instant from, Instant to, UUID itemId) {
    return jdbc.query(PUSHED, PushedStore::pushed, from, to, itemId, itemId);
  }

  private static Pushed pushed(ResultSet row) throws SQLException {
    return new Pushed(
        row.getString("credit_code"),
        row.getObject("item_id", UUID.class),
        row.getString("title"),
        row.getString("region"),
        row.getString("industry"),
        row.getString("scale"),
        Jdbc.instant(row, "queued_at"),
        Jdbc.instant(row, "opened_at"));
  }
}
