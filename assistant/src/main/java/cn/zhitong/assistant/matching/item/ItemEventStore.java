package cn.zhitong.assistant.matching.item;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was done to items, each event sealed over the one before it. */
@ApplicationScoped
class ItemEventStore {
  private static final SealedEventStore EVENTS =
      new SealedEventStore("assistant.item_event", "item_id", "?::jsonb");

  private static final String PUBLISHER =
      """
      select actor from assistant.item_event
      where item_id = ? and type = 'published' order by id desc limit 1
      """;

  private static final String PUBLISHED_SINCE =
      """
      select distinct item_id from assistant.item_event where type = 'published' and at > ?
      """;

  private final Jdbc jdbc;

  ItemEventStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** In the transaction of what was done. */
  static void add(
      Jdbc.Session session,
      UUID id,
      String type,
      int version,
      String actor,
      Instant at,
      String body)
      throws SQLException {
    EVENTS.add(session, id, type, version, actor, at, body);
  }

  List<SealedEventStore.SealedEvent> of(UUID id) {
    return EVENTS.of(jdbc, id);
  }

  /** Who published its version last. */
  Optional<String> publisher(UUID id) {
    return jdbc.first(PUBLISHER, row -> row.getString(1), id);
  }

  Set<UUID> publishedSince(Instant since) {
    return new HashSet<>(
        jdbc.query(PUBLISHED_SINCE, row -> row.getObject("item_id", UUID.class), since));
  }
}
