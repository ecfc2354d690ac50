package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.match.ItemAudience;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * From whom a push is for to what waits to be sent, in whole sets: a hundred thousand rows are some
 * statements. A push is submitted, or decided, in one transaction.
 */
@ApplicationScoped
class PushQueueStore {
  private static final int CHUNK = 5_000;
  private static final int COLUMNS = 8;
  private static final int EXAMPLES = 10;

  /** Two pushes that are queued at once could give an enterprise one message too many. */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7200720)";

  private static final String RECIPIENTS =
      """
      insert into assistant.push_recipient
        (push_id, seq, message_id, credit_code, outcome, field, region, industry, scale)
      select ?, n.seq, n.id, n.code, n.outcome, n.field, n.region, n.industry, n.scale
        from unnest(?::text[]::int[], ?::text[]::uuid[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[])
          as n (seq, id, code, outcome, field, region, industry, scale)
      """;

  /** What was found before, when it was submitted, may hold no longer. */
  private static final String FORGET_SKIPPED =
      "update assistant.push_recipient set skip = null where push_id = ? and skip is not null";

  /**
   * Writes those rows alone that get nothing: most get the message. Each row is looked at once and
   * by index: joined with itself, a table whose statistics are older than its rows was read a
   * hundred thousand times.
   */
  private static final String SKIP =
      """
      update assistant.push_recipient r
         set skip = case
               when exists (select 1 from assistant.push_message m
                             where m.item_id = p.item_id and m.item_version = p.item_version
                               and m.credit_code = r.credit_code) then 'already_sent'
               when exists (select 1 from assistant.push_choice c
                             where c.credit_code = r.credit_code and p.kind = any (c.muted_kinds))
                 then 'unsubscribed'
               else 'budget'
             end
        from assistant.push p
       where p.id = r.push_id and r.push_id = ?
         and (exists (select 1 from assistant.push_message m
                       where m.item_id = p.item_id and m.item_version = p.item_version
                         and m.credit_code = r.credit_code)
              or exists (select 1 from assistant.push_choice c
                          where c.credit_code = r.credit_code and p.kind = any (c.muted_kinds))
              or (select count(*) from assistant.push_message m
                   where m.credit_code = r.credit_code and m.queued_at > ?) >= ?)
      """;

  private static final String SKIP_APPLIED =
      """
      update assistant.push_recipient r set skip = 'applied'
        from assistant.push p
       where p.id = r.push_id and r.push_id = ? and r.skip is null
         and exists (select 1 from assistant.application a
                      where a.item_id = p.item_id and a.credit_code = r.credit_code
                        and a.state not in ('draft', 'withdrawn', 'rejected'))
      """;

  private static final String SKIPPED =
      """
      select coalesce(skip, '') as skip, count(*) as n from assistant.push_recipient
       where push_id = ? group by skip
      """;

  private static final String FIRST_CODES =
      """
      select credit_code from assistant.push_recipient
       where push_id = ? and skip is null order by seq limit ?
      """;

  private static final String MESSAGES =
      """
      insert into assistant.push_message
        (id, push_id, seq, item_id, item_version, credit_code, outcome, field, region, industry,
         scale, queued_at)
      select r.message_id, r.push_id, r.seq, p.item_id, p.item_version, r.credit_code, r.outcome,
             r.field, r.region, r.industry, r.scale, ?
        from assistant.push_recipient r join assistant.push p on p.id = r.push_id
       where r.push_id = ? and r.skip is null
      on conflict (item_id, item_version, credit_code) do nothing
      """;

  /** By each way that is on, the enterprise can be reached by and did not refuse. */
  private static final String DELIVERIES =
      """
      insert into assistant.push_delivery
        (id, message_id, push_id, seq, channel, credit_code, state, next_at)
      select gen_random_uuid(), m.id, m.push_id, m.seq, way.channel, m.credit_code, 'waiting',
             case c.digest when 'daily' then ?::timestamptz when 'weekly' then ?::timestamptz
                           else ?::timestamptz end
        from assistant.push_message m
        cross join unnest(?::text[]) as way (channel)
        left join assistant.enterprise_address a on a.credit_code = m.credit_code
        left join assistant.push_choice c on c.credit_code = m.credit_code
       where m.push_id = ?
         and case way.channel when 'mail' then a.email is not null
                              when 'sms' then a.phone is not null else true end
         and not way.channel = any (coalesce(c.muted_channels, '{}'))
      """;

  private static final String DONE = "delete from assistant.push_recipient where push_id = ?";

  private final Jdbc jdbc;

  PushQueueStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a push is measured by.
   *
   * @param since messages after it count towards the budget
   * @param approvalAbove more recipients than this wait for a second person
   */
  record Limits(
      Instant since, int budget, int approvalAbove, DueTimes due, Set<PushChannel> ways) {}

  /**
   * Keeps a push, and sends it on its way where it is no dry run and nobody has to approve.
   *
   * @param chosen who was left out by choice
   */
  void submit(
      Push push,
      List<ItemAudience.Member> members,
      List<Push.Skipped> chosen,
      boolean dryRun,
      Limits limits) {
    jdbc.transaction(
        session -> {
          PushStore.insert(session, push);
          add(session, push.id(), members);
          markSkipped(session, push.id(), limits.since(), limits.budget());
          Counted counted = count(session, push.id());
          PushState state = state(dryRun, counted.total() > limits.approvalAbove());
          PushStore.counted(
              session,
              push.id(),
              state,
              counted.total(),
              both(chosen, counted.skipped()),
              examples(session, push.id(), EXAMPLES));
          if (state == PushState.QUEUED) {
            queue(session, push.id(), limits.due(), limits.ways());
          }
          if (state != PushState.AWAITING_APPROVAL) {
            forget(session, push.id());
          }
          return null;
        });
  }

  private static PushState state(boolean dryRun, boolean large) {
    if (dryRun) {
      return PushState.PREVIEW;
    }
    return large ? PushState.AWAITING_APPROVAL : PushState.QUEUED;
  }

  /** A second person's yes; false where somebody else has decided. */
  boolean approve(Push push, List<Push.Skipped> chosen, Push.Actor by, Limits limits) {
    return jdbc.transaction(
        session -> {
          Instant now = limits.due().now();
          if (!PushStore.decided(session, push.id(), PushState.QUEUED, by, now, null)) {
            return false;
          }
          markSkipped(session, push.id(), limits.since(), limits.budget());
          Counted counted = count(session, push.id());
          PushStore.counted(
              session,
              push.id(),
              PushState.QUEUED,
              counted.total(),
              both(chosen, counted.skipped()),
              push.examples());
          queue(session, push.id(), limits.due(), limits.ways());
          forget(session, push.id());
          return true;
        });
  }

  /** A second person's no; false where somebody else has decided. */
  boolean reject(Push push, Push.Actor by, Instant now, String reason) {
    return jdbc.transaction(
        session -> {
          // First whose decision it is, as in approve: the other order could lock each other out.
          boolean decided =
              PushStore.decided(session, push.id(), PushState.REJECTED, by, now, reason);
          if (decided) {
            forget(session, push.id());
          }
          return decided;
        });
  }

  private static List<Push.Skipped> both(List<Push.Skipped> one, List<Push.Skipped> other) {
    List<Push.Skipped> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  static void add(Jdbc.Session session, UUID push, List<ItemAudience.Member> members)
      throws SQLException {
    for (int from = 0; from < members.size(); from += CHUNK) {
      int to = Math.min(members.size(), from + CHUNK);
      List<List<String>> columns = new ArrayList<>();
      for (int i = 0; i < COLUMNS; i++) {
        columns.add(new ArrayList<>(to - from));
      }
      for (int i = from; i < to; i++) {
        ItemAudience.Member one = members.get(i);
        columns.get(0).add(Integer.toString(i + 1));
        columns.get(1).add(Ids.next().toString());
        columns.get(2).add(one.creditCode());
        columns.get(3).add(one.outcome().code());
        columns.get(4).add(one.decidingField());
        columns.get(5).add(one.region());
        columns.get(6).add(one.industry());
        columns.get(7).add(one.scale());
      }
      List<Object> parameters = new ArrayList<>();
      parameters.add(push);
      parameters.addAll(columns);
      session.update(RECIPIENTS, parameters.toArray());
    }
  }

  /**
   * Marks who gets nothing, and why.
   *
   * @param since messages after it count towards the budget
   */
  static void markSkipped(Jdbc.Session session, UUID push, Instant since, int budget)
      throws SQLException {
    session.query(ONE_AT_A_TIME, row -> 1);
    session.update(FORGET_SKIPPED, push);
    session.update(SKIP, push, since, budget);
    session.update(SKIP_APPLIED, push);
  }

  /** Rows by reason; {@code total} are those that get the message. */
  record Counted(int total, List<Push.Skipped> skipped) {}

  static Counted count(Jdbc.Session session, UUID push) throws SQLException {
    int[] total = {0};
    List<Push.Skipped> skipped = new ArrayList<>();
    session.query(
        SKIPPED,
        row -> {
          String reason = row.getString("skip");
          if (reason.isEmpty()) {
            total[0] = row.getInt("n");
          } else {
            SkipReason why = Coded.of(SkipReason.class, reason);
            skipped.add(new Push.Skipped(why.code(), why.label(), row.getLong("n")));
          }
          return reason;
        },
        push);
    return new Counted(total[0], skipped);
  }

  static List<String> examples(Jdbc.Session session, UUID push, int limit) throws SQLException {
    return session.query(FIRST_CODES, row -> row.getString(1), push, limit);
  }

  /** When deliveries are due, by how an enterprise wants them. */
  record DueTimes(Instant now, Instant daily, Instant weekly) {}

  /** Queues what is not skipped; how many messages. */
  static int queue(Jdbc.Session session, UUID push, DueTimes due, Set<PushChannel> ways)
      throws SQLException {
    int queued = session.update(MESSAGES, due.now(), push);
    List<String> channels = ways.stream().map(PushChannel::code).collect(Collectors.toList());
    session.update(DELIVERIES, due.daily(), due.weekly(), due.now(), channels, push);
    return queued;
  }

  static void forget(Jdbc.Session session, UUID push) throws SQLException {
    session.update(DONE, push);
  }
}
