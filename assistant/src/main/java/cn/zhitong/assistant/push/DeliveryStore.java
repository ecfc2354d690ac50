package cn.zhitong.assistant.push;

import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The outbox of pushes: what waits, what was taken, and what became of it. */
@ApplicationScoped
class DeliveryStore {
  private static final int LONGEST_ERROR = 300;

  /** What a node has in hand comes back by itself when the node dies. */
  private static final String CLAIM =
      """
      with due as (
        select id from assistant.push_delivery
         where state = 'waiting' and channel = ? and next_at <= ?
         order by next_at, credit_code, seq limit ? for update skip locked)
      update assistant.push_delivery d
         set tries = d.tries + 1,
             next_at = ?::timestamptz
                       + least(? * power(2, least(d.tries, 12)), 3600) * interval '1 second'
        from due, assistant.push_message m, assistant.push p
       where d.id = due.id and m.id = d.message_id and p.id = d.push_id
      returning d.id, d.message_id, d.push_id, d.seq, d.credit_code, d.tries, d.sent_as,
                m.item_id, m.outcome, m.field, m.queued_at, p.content::text as content,
                (select a.email from assistant.enterprise_address a
                  where a.credit_code = d.credit_code) as email,
                (select a.phone from assistant.enterprise_address a
                  where a.credit_code = d.credit_code) as phone
      """;

  private static final String DUE =
      """
      select count(*) from (
        select 1 from assistant.push_delivery
         where state = 'waiting' and channel = ? and next_at <= ? limit ?) as due
      """;

  /** Counts what goes out this second; the count after it. */
  private static final String LEASE =
      """
      insert into assistant.push_rate as r (channel, at_second, taken) values (?, ?, ?)
      on conflict (channel) do update
         set taken = case when r.at_second = excluded.at_second
                          then r.taken + excluded.taken else excluded.taken end,
             at_second = excluded.at_second
      returning taken
      """;

  /** Of what was claimed, what nobody has claimed since: a claim is told by its number of tries. */
  private static final String SENDING =
      """
      update assistant.push_delivery d
         set sent_as = coalesce(d.sent_as, ?), next_at = greatest(d.next_at, ?)
        from unnest(?::text[]::uuid[], ?::text[]::int[]) as held (id, tries)
       where d.id = held.id and d.tries = held.tries and d.state = 'waiting'
      returning d.id
      """;

  private static final String SENT =
      """
      update assistant.push_delivery set state = 'sent', sent_at = ?, last_error = null
       where id = any (?::text[]::uuid[]) and state = 'waiting'
      """;

  private static final String RETRY =
      """
      update assistant.push_delivery
         set last_error = ?, state = case when tries >= ? then 'failed' else state end
       where id = any (?::text[]::uuid[]) and state = 'waiting'
      """;

  /** The receiver was not asked in earnest: the try does not count. */
  private static final String LATER =
      """
      update assistant.push_delivery set tries = greatest(tries - 1, 0), next_at = ?, last_error = ?
       where id = any (?::text[]::uuid[]) and state = 'waiting'
      """;

  private static final String FAILED =
      """
      update assistant.push_delivery set state = 'failed', last_error = ?
       where id = any (?::text[]::uuid[]) and state = 'waiting'
      """;

  /**
   * Delivered is the last word, also over a time-out that was taken for a failure; a failure is one
   * only of what was not delivered.
   */
  private static final String RECEIPT =
      """
      update assistant.push_delivery
         set state = ?, receipt_at = ?, last_error = ?, sent_at = coalesce(sent_at, ?)
       where sent_as = ? and channel = 'sms'
         and (state in ('waiting', 'sent') or (state = 'failed' and ? = 'delivered'))
      """;

  private final Jdbc jdbc;

  DeliveryStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message on its way.
   *
   * @param sentAs id by which the receiver knows it from an earlier try; null before the first
   * @param email null where there is none any more; so with the phone
   */
  record Delivery(
      UUID id,
      UUID messageId,
      UUID pushId,
      int seq,
      String creditCode,
      int tries,
      UUID sentAs,
      UUID itemId,
      boolean met,
      String field,
      Instant queuedAt,
      PushContent content,
      String email,
      String phone) {}

  /** Takes what is due, oldest first; each comes again after a wait unless it is marked. */
  List<Delivery> claim(PushChannel channel, Instant now, int limit, Duration retryAfter) {
    return jdbc.query(
        CLAIM,
        DeliveryStore::delivery,
        channel.code(),
        now,
        limit,
        now,
        (double) retryAfter.toSeconds());
  }

  /** How many are due, at most so many. */
  int due(PushChannel channel, Instant now, int most) {
    return jdbc.first(DUE, row -> row.getInt(1), channel.code(), now, most).orElseThrow();
  }

  /** How many of the wanted may go out in this second. */
  int lease(PushChannel channel, Instant now, int wanted, int perSecond) {
    int taken =
        jdbc.first(
                LEASE,
                row -> row.getInt(1),
                channel.code(),
                now.truncatedTo(ChronoUnit.SECONDS),
                wanted)
            .orElseThrow();
    return Math.max(0, Math.min(wanted, perSecond - (taken - wanted)));
  }

  /**
   * Says that a group goes out now: it may have waited for its turn longer than its claim holds.
   *
   * @param as id by which the receiver will know it, unless it has one already
   * @param until when it comes again by itself
   * @return those that are still the caller's to send
   */
  List<Delivery> sending(List<Delivery> group, UUID as, Instant until) {
    List<String> tries = group.stream().map(one -> String.valueOf(one.tries())).toList();
    Set<UUID> held =
        Set.copyOf(
            jdbc.query(SENDING, row -> row.getObject(1, UUID.class), as, until, ids(group), tries));
    return group.stream().filter(one -> held.contains(one.id())).toList();
  }

  void sent(List<Delivery> group, Instant now) {
    jdbc.update(SENT, now, ids(group));
  }

  void retry(List<Delivery> group, String error, int maxTries) {
    jdbc.update(RETRY, shortened(error), maxTries, ids(group));
  }

  void later(List<Delivery> group, Instant at, String why) {
    jdbc.update(LATER, at, shortened(why), ids(group));
  }

  void failed(List<Delivery> group, String error) {
    jdbc.update(FAILED, shortened(error), ids(group));
  }

  /** Whether it told anything new. */
  boolean receipt(UUID sentAs, boolean delivered, String reason, Instant at) {
    String state = delivered ? "delivered" : "failed";
    String error = delivered ? null : shortened(reason);
    return jdbc.update(RECEIPT, state, at, error, at, sentAs, state) > 0;
  }

  private static List<String> ids(List<Delivery> group) {
    return group.stream().map(one -> one.id().toString()).toList();
  }

  private static String shortened(String error) {
    String text = String.valueOf(error);
    return text.substring(0, Math.min(LONGEST_ERROR, text.length()));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("message_id", UUID.class),
        row.getObject("push_id", UUID.class),
        row.getInt("seq"),
        row.getString("credit_code"),
        row.getInt("tries"),
        row.getObject("sent_as", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getString("outcome").equals("met"),
        row.getString("field"),
        Jdbc.instant(row, "queued_at"),
        PushStore.read(row.getString("content"), new TypeReference<>() {}),
        row.getString("email"),
        row.getString("phone"));
  }
}
