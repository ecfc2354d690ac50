package cn.zhitong.assistant.push;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How often a push was right, in the words of those who read it. */
@ApplicationScoped
class PushAccuracyStore {
  private static final String BY_ITEM =
      """
      select p.item_id, max(p.content ->> 'title') as title, max(p.department) as department,
             count(*) as pushed, count(m.opened_at) as opened,
             count(*) filter (where m.opened_at is not null and m.relevant is false) as irrelevant
        from assistant.push_message m join assistant.push p on p.id = m.push_id
       where m.queued_at >= ? and m.queued_at < ?
       group by p.item_id order by pushed desc, title limit 500
      """;

  private static final String REASONS =
      """
      select reason, count(*) as n from assistant.push_message
       where queued_at >= ? and queued_at < ? and relevant is false
       group by reason order by n desc
      """;

  private final Jdbc jdbc;

  PushAccuracyStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** What became of the messages about one item. */
  record ItemCount(
      UUID itemId, String title, String department, int pushed, int opened, int irrelevant) {}

  /** How many gave a reason. */
  record ReasonCount(String reason, int count) {}

  List<ItemCount> byItem(Instant from, Instant to) {
    return jdbc.query(
        BY_ITEM,
        row ->
            new ItemCount(
                row.getObject("item_id", UUID.class),
                row.getString("title"),
                row.getString("department"),
                row.getInt("pushed"),
                row.getInt("opened"),
                row.getInt("irrelevant")),
        from,
        to);
  }

  List<ReasonCount> reasons(Instant from, Instant to) {
    return jdbc.query(
        REASONS, row -> new ReasonCount(row.getString("reason"), row.getInt("n")), from, to);
  }
}
