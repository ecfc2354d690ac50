package cn.zhitong.assistant.push;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.text.Coded;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code push}. */
@ApplicationScoped
class PushStore {
  private static final String INSERT =
      """
      insert into assistant.push
        (id, item_id, item_version, filter, state, kind, content, department, created_by,
         creator_name, created_at)
      values (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ?)
      """;

  private static final String COUNTED =
      """
      update assistant.push
         set state = ?, recipients = ?, skipped = ?::jsonb, examples = ?::jsonb where id = ?
      """;

  /** Of several who decide at once, one does. */
  private static final String DECIDED =
      """
      update assistant.push
         set state = ?, decided_by = ?, decider_name = ?, decided_at = ?, reason = ?
       where id = ? and state = 'awaiting_approval'
      """;

  private static final String BY_ID = "select * from assistant.push where id = ?";

  private static final String PAGE =
      """
      select * from assistant.push
       where (?::uuid is null or item_id = ?) and state = coalesce(?, state)
         and (?::text is not null or state <> 'preview')
       order by id desc limit ?
      """;

  private static final String OPENED =
      """
      select count(*) as queued, count(opened_at) as opened,
             count(*) filter (where not relevant) as irrelevant
        from assistant.push_message where push_id = ?
      """;

  private static final String DELIVERIES =
      """
      select channel, count(*) filter (where state = 'waiting') as waiting,
             count(*) filter (where state = 'sent') as sent,
             count(*) filter (where state = 'delivered') as delivered,
             count(*) filter (where state = 'failed') as failed
        from assistant.push_delivery where push_id = ? group by channel order by channel
      """;

  private final Jdbc jdbc;

  PushStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** How far one way out has come. */
  record ChannelProgress(
      String channel, String label, long waiting, long sent, long delivered, long failed) {}

  /** What became of a push. */
  record Progress(long queued, long opened, long irrelevant, List<ChannelProgress> channels) {}

  static void insert(Jdbc.Session session, Push push) throws SQLException {
    session.update(
        INSERT,
        push.id(),
        push.itemId(),
        push.itemVersion(),
        StandardJson.write(push.filter()),
        push.state().code(),
        push.content().kind(),
        StandardJson.write(push.content()),
        push.content().department(),
        push.createdBy().account(),
        push.createdBy().name(),
        push.createdAt());
  }

  static void counted(
      Jdbc.Session session,
      UUID id,
      PushState state,
      int recipients,
      List<Push.Skipped> skipped,
      List<String> examples)
      throws SQLException {
    session.update(
        COUNTED,
        state.code(),
        recipients,
        StandardJson.write(skipped),
        StandardJson.write(examples),
        id);
  }

  /** False where somebody else has decided. */
  static boolean decided(
      Jdbc.Session session, UUID id, PushState state, Push.Actor by, Instant at, String reason)
      throws SQLException {
    return session.update(DECIDED, state.code(), by.account(), by.name(), at, reason, id) == 1;
  }

  Optional<Push> byId(UUID id) {
    return jdbc.first(BY_ID, PushStore::push, id);
  }

  /**
   * The newest first.
   *
   * @param itemId null for all
   * @param state code; null for all but dry runs, of which there may be many
   */
  List<Push> page(UUID itemId, String state, int limit) {
    return jdbc.query(PAGE, PushStore::push, itemId, itemId, state, state, limit);
  }

  Progress progress(UUID id) {
    List<ChannelProgress> channels =
        jdbc.query(
            DELIVERIES,
            row -> {
              PushChannel channel = Coded.of(PushChannel.class, row.getString("channel"));
              return new ChannelProgress(
                  channel.code(),
                  channel.label(),
                  row.getLong("waiting"),
                  row.getLong("sent"),
                  row.getLong("delivered"),
                  row.getLong("failed"));
            },
            id);
    return jdbc.first(
            OPENED,
            row ->
                new Progress(
                    row.getLong("queued"),
                    row.getLong("opened"),
                    row.getLong("irrelevant"),
                    channels),
            id)
        .orElseThrow();
  }

  private static Push push(ResultSet row) throws SQLException {
    String decidedBy = row.getString("decided_by");
    return new Push(
        row.getObject("id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getInt("item_version"),
        read(row.getString("filter"), new TypeReference<>() {}),
        Coded.of(PushState.class, row.getString("state")),
        read(row.getString("content"), new TypeReference<>() {}),
        row.getInt("recipients"),
        read(row.getString("skipped"), new TypeReference<>() {}),
        read(row.getString("examples"), new TypeReference<>() {}),
        new Push.Actor(row.getString("created_by"), row.getString("creator_name")),
        Jdbc.instant(row, "created_at"),
        decidedBy == null ? null : new Push.Actor(decidedBy, row.getString("decider_name")),
        Jdbc.instant(row, "decided_at"),
        row.getString("reason"));
  }

  static <T> T read(String stored, TypeReference<T> type) {
    try {
      return StandardJson.MAPPER.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored push cannot be read", e);
    }
  }
}
