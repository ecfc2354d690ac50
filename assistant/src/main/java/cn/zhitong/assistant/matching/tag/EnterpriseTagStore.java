package cn.zhitong.assistant.matching.tag;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.assistant.matching.item.SealedEventStore;
import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tags and what was done to them, each event sealed over the one before it. */
@ApplicationScoped
class EnterpriseTagStore {
  private static final String INSERT =
      """
      insert into assistant.enterprise_tag (id, name, state, version, conditions, updated_at)
      values (?, ?, 'active', 1, ?::jsonb, ?)
      """;
  private static final String CHANGE =
      """
      update assistant.enterprise_tag
         set name = ?, conditions = ?::jsonb, version = version + 1, updated_at = ?
       where id = ? and version = ? and state = 'active'
      """;
  private static final String WITHDRAW =
      """
      update assistant.enterprise_tag set state = 'withdrawn', updated_at = ?
      where id = ? and version = ? and state = 'active'
      """;
  private static final String ACTIVE =
      """
      select id, name, version, conditions, updated_at from assistant.enterprise_tag
      where state = 'active' order by name
      """;
  private static final String TABLE_VERSION =
      "select count(*) || '/' || coalesce(max(updated_at)::text, '') from assistant.enterprise_tag";
  private static final SealedEventStore EVENTS =
      new SealedEventStore("assistant.enterprise_tag_event", "tag_id", "?");

  private final Jdbc jdbc;
  private final ObjectMapper json;

  EnterpriseTagStore(Jdbc jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void create(EnterpriseTag tag, String actor) {
    jdbc.transaction(
        session -> {
          session.update(INSERT, tag.id(), tag.name(), written(tag.conditions()), tag.updatedAt());
          record(session, "created", tag, actor);
          return null;
        });
  }

  /** Writes the next version; false where another came in between, or the tag is withdrawn. */
  boolean change(EnterpriseTag next, String actor) {
    return jdbc.transaction(
        session -> {
          int changed =
              session.update(
                  CHANGE,
                  next.name(),
                  written(next.conditions()),
                  next.updatedAt(),
                  next.id(),
                  next.version() - 1);
          if (changed > 0) {
            record(session, "changed", next, actor);
          }
          return changed > 0;
        });
  }

  /** False where it was changed or withdrawn meanwhile. */
  boolean withdraw(EnterpriseTag tag, Instant at, String actor) {
    return jdbc.transaction(
        session -> {
          boolean changed = session.update(WITHDRAW, at, tag.id(), tag.version()) > 0;
          if (changed) {
            EnterpriseTag last =
                new EnterpriseTag(tag.id(), tag.name(), tag.version(), tag.conditions(), at);
            record(session, "withdrawn", last, actor);
          }
          return changed;
        });
  }

  private static void record(Jdbc.Session session, String type, EnterpriseTag tag, String actor)
      throws SQLException {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", tag.name())
            .set("conditions", ConditionCodec.write(tag.conditions()))
            .toString();
    EVENTS.add(session, tag.id(), type, tag.version(), actor, tag.updatedAt(), body);
  }

  /** Those in use, by name. */
  List<EnterpriseTag> active() {
    return jdbc.query(ACTIVE, this::tag);
  }

  /** What was done to a tag; each body is its name and conditions. */
  List<SealedEventStore.SealedEvent> events(UUID id) {
    return EVENTS.of(jdbc, id);
  }

  /** Changes whenever a tag does. */
  String tableVersion() {
    return jdbc.first(TABLE_VERSION, row -> row.getString(1)).orElseThrow();
  }

  private static String written(Condition tree) {
    return ConditionCodec.write(tree).toString();
  }

  private EnterpriseTag tag(ResultSet row) throws SQLException {
    try {
      return new EnterpriseTag(
          row.getObject("id", UUID.class),
          row.getString("name"),
          row.getInt("version"),
          ConditionCodec.read(json.readTree(row.getString("conditions"))),
          Jdbc.instant(row, "updated_at"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored tag cannot be read", e);
    }
  }
}
