package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tables {@code subscription} and {@code subscription_told}. */
@ApplicationScoped
class SubscriptionStore {
  private static final String INSERT =
      """
      insert into assistant.subscription (id, email, search, every, asked_at)
      values (?, ?, ?::jsonb, ?, ?)
      """;

  private static final String OF_ADDRESS =
      """
      select count(*) filter (where confirmed_at is null) as open, count(*) as n
        from assistant.subscription where lower(email) = lower(?)
      """;

  private static final String BY_ID = "select * from assistant.subscription where id = ?";

  private static final String CONFIRM =
      """
      update assistant.subscription set confirmed_at = coalesce(confirmed_at, ?), next_at = ?
       where id = ? and (confirmed_at is not null or asked_at > ?)
      """;

  private static final String END = "delete from assistant.subscription where id = ?";

  private static final String SWEEP =
      "delete from assistant.subscription where confirmed_at is null and asked_at <= ?";

  /** One a call, skipping what another node has in hand; it comes again by itself. */
  private static final String CLAIM =
      """
      update assistant.subscription set next_at = ?
       where id = (select id from assistant.subscription
                    where confirmed_at is not null and next_at <= ?
                    order by next_at limit 1 for update skip locked)
      returning *
      """;

  private static final String NEXT = "update assistant.subscription set next_at = ? where id = ?";

  private static final String TOLD =
      """
      insert into assistant.subscription_told (subscription_id, item_id, item_version, told_at)
      values (?, ?, ?, ?) on conflict do nothing
      """;

  private static final String WAS_TOLD =
      """
      select item_id || '/' || item_version from assistant.subscription_told
       where subscription_id = ?
      """;

  private final Jdbc jdbc;

  SubscriptionStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** How many subscriptions an address has, and how many of them are not confirmed. */
  record Held(int all, int open) {}

  void insert(Subscription one) {
    jdbc.update(
        INSERT,
        one.id(),
        one.email(),
        StandardJson.write(one.search()),
        one.every(),
        one.askedAt());
  }

  Held held(String email) {
    return jdbc.first(OF_ADDRESS, row -> new Held(row.getInt("n"), row.getInt("open")), email)
        .orElseThrow();
  }

  Optional<Subscription> byId(UUID id) {
    return jdbc.first(BY_ID, SubscriptionStore::subscription, id);
  }

  /** False where it waited too long, or is gone. */
  boolean confirm(UUID id, Instant now, Instant next, Instant askedAfter) {
    return jdbc.update(CONFIRM, now, next, id, askedAfter) == 1;
  }

  /** The address goes with it. */
  void end(UUID id) {
    jdbc.update(END, id);
  }

  int sweep(Instant askedBefore) {
    return jdbc.update(SWEEP, askedBefore);
  }

  Optional<Subscription> claim(Instant now, Instant again) {
    return jdbc.first(CLAIM, SubscriptionStore::subscription, again, now);
  }

  Set<String> told(UUID id) {
    return new HashSet<>(jdbc.query(WAS_TOLD, row -> row.getString(1), id));
  }

  /** Marks what was sent, and when it looks again. */
  void told(UUID id, List<StoredItem> items, Instant now, Instant next) {
    jdbc.transaction(
        session -> {
          for (StoredItem item : items) {
            session.update(TOLD, id, item.id(), item.version(), now);
          }
          return session.update(NEXT, next, id);
        });
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        row.getObject("id", UUID.class),
        row.getString("email"),
        PushStore.read(row.getString("search"), new TypeReference<>() {}),
        row.getString("every"),
        Jdbc.instant(row, "asked_at"),
        Jdbc.instant(row, "confirmed_at"));
  }
}
