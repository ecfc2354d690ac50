package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.notice.NoticeStore;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.text.Coded;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Items, their versions, confirmations, examples and events. */
@ApplicationScoped
public class ItemStore {
  private static final String INSERT =
      """
      insert into assistant.item
        (id, policy_id, state, version, published_version, title, region, kind, mode, updated_at)
      values (?, ?, 'draft', 1, null, ?, ?, ?, ?, ?)
      """;
  private static final String VERSION =
      """
      insert into assistant.item_version (item_id, version, content, created_by, created_at)
      values (?, ?, ?::jsonb, ?, ?)
      """;
  private static final String NEXT =
      """
      update assistant.item
         set version = version + 1, title = ?, region = ?, kind = ?, mode = ?, policy_id = ?,
             updated_at = ?
       where id = ? and version = ?
      """;
  private static final String STATE =
      "update assistant.item set state = ?, published_version = ?, updated_at = ? where id = ?";
  private static final String STOP =
      """
      update assistant.item set state = 'stopped', updated_at = ? where id = ? and state <> 'stopped'
      """;
  private static final String NEWEST =
      """
      select i.id, i.state, i.version, i.published_version, v.content, i.updated_at
      from assistant.item i join assistant.item_version v on v.item_id = i.id and v.version = i.version
      where i.id = ?
      """;
  private static final String OF_VERSION =
      """
      select i.id, i.state, v.version, i.published_version, v.content, i.updated_at
      from assistant.item i join assistant.item_version v on v.item_id = i.id
      where i.id = ? and v.version = ?
      """;
  private static final String PUBLISHED =
      """
      select i.id, i.state, v.version, i.published_version, v.content, i.updated_at
      from assistant.item i
      join assistant.item_version v on v.item_id = i.id and v.version = i.published_version
      where i.state = 'published' order by i.id
      """;
  private static final String ALL =
      """
      select i.id, i.state, i.version, i.published_version, v.content, i.updated_at
      from assistant.item i join assistant.item_version v on v.item_id = i.id and v.version = i.version
      order by i.id
      """;
  private static final String TABLE_VERSION =
      "select count(*) || '/' || coalesce(max(updated_at)::text, '') from assistant.item";
  private static final String CONFIRM =
      """
      insert into assistant.item_confirmation (item_id, version, leaf, confirmed_by, confirmed_at)
      values (?, ?, ?, ?, ?) on conflict do nothing
      """;
  private static final String CONFIRMED =
      "select leaf from assistant.item_confirmation where item_id = ? and version = ?";
  private static final String DROP_EXAMPLES =
      "delete from assistant.item_example where item_id = ?";
  private static final String EXAMPLE =
      "insert into assistant.item_example (item_id, position, example) values (?, ?, ?::jsonb)";
  private static final String EXAMPLES =
      "select example from assistant.item_example where item_id = ? order by position";
  private final Jdbc jdbc;
  private final ObjectMapper json;
  private final NoticeStore notices;

  @Inject
  ItemStore(Jdbc jdbc, ObjectMapper json, NoticeStore notices) {
    this.notices = notices;
    this.jdbc = jdbc;
    this.json = json;
  }

  UUID create(ItemContent content, String actor, Instant at) {
    UUID id = Ids.next();
    jdbc.transaction(
        session -> {
          session.update(
              INSERT,
              id,
              policyId(content),
              content.title(),
              content.region(),
              content.kind(),
              content.mode(),
              at);
          session.update(VERSION, id, 1, write(content), actor, at);
          ItemEventStore.add(session, id, "created", 1, actor, at, "{}");
          return null;
        });
    return id;
  }

  /** Writes the next version; false where the item has moved on meanwhile. */
  boolean change(
      UUID id, int from, ItemContent content, Set<Integer> kept, String actor, Instant at) {
    return jdbc.transaction(
        session -> {
          int changed =
              session.update(
                  NEXT,
                  content.title(),
                  content.region(),
                  content.kind(),
                  content.mode(),
                  policyId(content),
                  at,
                  id,
                  from);
          if (changed == 0) {
            return false;
          }
          session.update(VERSION, id, from + 1, write(content), actor, at);
          for (int leaf : kept) {
            session.update(CONFIRM, id, from + 1, leaf, actor, at);
          }
          ItemEventStore.add(
              session, id, "changed", from + 1, actor, at, "{\"kept\":" + kept.size() + "}");
          return true;
        });
  }

  void confirm(UUID id, int version, Set<Integer> leaves, String actor, Instant at) {
    jdbc.transaction(
        session -> {
          for (int leaf : leaves) {
            session.update(CONFIRM, id, version, leaf, actor, at);
          }
          ItemEventStore.add(
              session, id, "confirmed", version, actor, at, "{\"leaves\":" + leaves + "}");
          return null;
        });
  }

  void state(UUID id, ItemState state, Integer published, String type, String actor, Instant at) {
    jdbc.transaction(
        session -> {
          session.update(STATE, state.code(), published, at, id);
          ItemEventStore.add(session, id, type, published == null ? 0 : published, actor, at, "{}");
          return null;
        });
  }

  /** Whether it had not stopped before; the notice goes out with it. */
  boolean stop(StoredItem item, String actor, String why, Instant at, Notice notice) {
    return jdbc.transaction(
        session -> {
          if (session.update(STOP, at, item.id()) == 0) {
            return false;
          }
          String body = "{\"why\": " + write(why) + "}";
          ItemEventStore.add(
              session, item.id(), "stopped", item.publishedVersion(), actor, at, body);
          notices.add(session, notice);
          return true;
        });
  }

  void examples(UUID id, int version, List<ItemExample> examples, String actor, Instant at) {
    jdbc.transaction(
        session -> {
          session.update(DROP_EXAMPLES, id);
          for (int i = 0; i < examples.size(); i++) {
            session.update(EXAMPLE, id, i, write(examples.get(i)));
          }
          ItemEventStore.add(
              session, id, "examples", version, actor, at, "{\"count\":" + examples.size() + "}");
          return null;
        });
  }

  List<ItemExample> examples(UUID id) {
    return jdbc.query(EXAMPLES, row -> read(row.getString(1), ItemExample.class), id);
  }

  public Optional<StoredItem> newest(UUID id) {
    return jdbc.first(NEWEST, this::item, id).map(this::withConfirmed);
  }

  Optional<StoredItem> version(UUID id, int version) {
    return jdbc.first(OF_VERSION, this::item, id, version).map(this::withConfirmed);
  }

  /** Published versions of the items that can be had. */
  public List<StoredItem> published() {
    return jdbc.query(PUBLISHED, this::item);
  }

  List<StoredItem> all() {
    return jdbc.query(ALL, this::item);
  }

  /** Changes whenever an item does: what nodes compare before reading them again. */
  public String tableVersion() {
    return jdbc.first(TABLE_VERSION, row -> row.getString(1)).orElseThrow();
  }

  private StoredItem withConfirmed(StoredItem item) {
    Set<Integer> confirmed =
        new HashSet<>(jdbc.query(CONFIRMED, row -> row.getInt(1), item.id(), item.version()));
    return new StoredItem(
        item.id(),
        item.state(),
        item.version(),
        item.publishedVersion(),
        item.content(),
        confirmed,
        item.updatedAt());
  }

  private StoredItem item(ResultSet row) throws SQLException {
    int published = row.getInt("published_version");
    Integer publishedVersion = row.wasNull() ? null : published;
    return new StoredItem(
        row.getObject("id", UUID.class),
        Coded.of(ItemState.class, row.getString("state")),
        row.getInt("version"),
        publishedVersion,
        read(row.getString("content"), ItemContent.class),
        Set.of(),
        Jdbc.instant(row, "updated_at"));
  }

  private static UUID policyId(ItemContent content) {
    return content.policyId() == null ? null : UUID.fromString(content.policyId());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored item cannot be read", e);
    }
  }
}
