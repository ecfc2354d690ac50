package cn.zhitong.ingest.store;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.policy.PolicyStatus;
import cn.zhitong.ingest.store.ValidityResolver.Ending;
import cn.zhitong.ingest.store.ValidityResolver.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Keeps the derived columns: when policies hold, what they explain, which are duplicates. Works
 * inside the transaction of the change that made them stale; its caller holds the writer's lock.
 */
final class ValidityStore {
  /** The policy, what shares a name or its text with it, what it names, what names it. */
  private static final String RELATED =
      """
      with own as (select name from corpus.policy_name where policy_id = ?),
      said as (
        select title as name from corpus.mention where policy_id = ? and title is not null
        union select number from corpus.mention where policy_id = ? and number is not null)
      select ?::uuid as id
      union select policy_id from corpus.policy_name
        where name in (select name from own union select name from said)
      union select policy_id from corpus.mention
        where title in (select name from own) or number in (select name from own)
      union select d.id from corpus.policy d join corpus.policy p on p.text_digest = d.text_digest
        where p.id = ?
      union select d.id from corpus.policy d where d.duplicate_of = ?
      """;

  private static final String FACT =
      """
      p.id, p.title_key, p.document_number, p.issuer, p.level, p.region, p.kind, p.issued_on,
      p.published_on, p.effective_from, p.effective_to, p.status,
      array(select name from corpus.policy_name n where n.policy_id = p.id) as names
      """;

  private static final String FACTS =
      "select "
          + FACT
          + " from corpus.policy p where p.withdrawn_at is null and (p.id = any(?::uuid[])"
          + " or p.title_key in (select title_key from corpus.policy where id = any(?::uuid[])))";

  private static final String ENDINGS =
      "select m.title as ends_title, m.number as ends_number, m.from_on, "
          + FACT
          + """
             from corpus.mention m join corpus.policy p on p.id = m.policy_id
            where m.relation = 'ends' and p.withdrawn_at is null
              and (m.title = any(?) or m.number = any(?))
            """;

  private static final String VALIDITY =
      """
      update corpus.policy set starts_on = ?, ended_on = ?, ended_as = ?, ended_by = ?
      where id = ? and (starts_on, ended_on, ended_as, ended_by)
        is distinct from (?::date, ?::date, ?::text, ?::uuid)
      """;

  private static final String PASSAGES =
      """
      update corpus.passage set starts_on = ?, ended_on = ? where policy_id = ?
      """;

  /** The version that was in force when the explanation was written, else the newest. */
  private static final String EXPLAINS =
      """
      update corpus.policy e set explains_id = (
        select p.id
        from corpus.mention m
        join corpus.policy_name n on n.name = m.title or n.name = m.number
        join corpus.policy p on p.id = n.policy_id
        where m.policy_id = e.id and m.relation = 'explains' and p.id <> e.id
          and p.withdrawn_at is null and p.kind in ('policy', 'other')
        order by coalesce(p.starts_on <= coalesce(e.issued_on, e.published_on), true) desc,
          p.starts_on desc nulls last, p.id
        limit 1)
      where e.id = any(?::uuid[])
      """;

  private static final String DUPLICATES =
      """
      update corpus.policy p set duplicate_of = (
        select d.id from corpus.policy d
        where d.text_digest = p.text_digest and d.withdrawn_at is null and d.id < p.id
        order by d.id limit 1)
      where p.id = any(?::uuid[])
      """;

  /** An attachment holds as long as its policy does. */
  private static final String ATTACHMENTS =
      """
      update corpus.policy a
      set starts_on = p.starts_on, ended_on = p.ended_on, ended_as = p.ended_as,
        ended_by = p.ended_by
      from corpus.attachment x join corpus.policy p on p.id = x.parent_id
      where a.id = x.policy_id and (x.parent_id = any(?::uuid[]) or x.policy_id = any(?::uuid[]))
      returning a.id, a.starts_on, a.ended_on
      """;

  private static final String CHANGE =
      "insert into corpus.change (id, policy_id, at) values (?, ?, ?)";

  private final Jdbc.Session session;
  private final Instant now;

  ValidityStore(Jdbc.Session session, Instant now) {
    this.session = session;
    this.now = now;
  }

  /** Policies whose derived columns may depend on this one as it is stored now; with itself. */
  Set<UUID> related(UUID id) throws SQLException {
    return new TreeSet<>(
        session.query(RELATED, row -> row.getObject("id", UUID.class), id, id, id, id, id, id));
  }

  /**
   * Brings the derived columns of these policies up to date and tells the nodes which ones changed.
   *
   * @param changed the policy whose own content changed
   */
  void recompute(Set<UUID> related, UUID changed) throws SQLException {
    List<String> ids = related.stream().map(UUID::toString).toList();
    List<Fact> facts = session.query(FACTS, ValidityStore::fact, ids, ids);
    Map<String, List<Fact>> byTitle = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (Fact fact : facts) {
      byTitle.computeIfAbsent(fact.titleKey(), title -> new ArrayList<>()).add(fact);
      names.addAll(fact.names());
    }
    List<Ending> endings = session.query(ENDINGS, ValidityStore::ending, names, names);
    Set<UUID> touched = new TreeSet<>(Set.of(changed));
    for (Fact fact : facts) {
      if (update(fact.id(), ValidityResolver.of(fact, byTitle.get(fact.titleKey()), endings))) {
        touched.add(fact.id());
      }
    }
    for (Dated dated : session.query(ATTACHMENTS, ValidityStore::dated, ids, ids)) {
      date(dated.id(), dated.startsOn(), dated.endedOn());
      touched.add(dated.id());
    }
    session.update(EXPLAINS, ids);
    session.update(DUPLICATES, ids);
    tell(touched);
  }

  private record Dated(UUID id, LocalDate startsOn, LocalDate endedOn) {}

  private static Dated dated(ResultSet row) throws SQLException {
    return new Dated(
        row.getObject("id", UUID.class), Jdbc.date(row, "starts_on"), Jdbc.date(row, "ended_on"));
  }

  private boolean update(UUID id, Validity v) throws SQLException {
    String as = v.endedAs() == null ? null : v.endedAs().code();
    UUID by = v.endedBy() == null ? null : v.endedBy().value();
    int rows =
        session.update(
            VALIDITY, v.startsOn(), v.endedOn(), as, by, id, v.startsOn(), v.endedOn(), as, by);
    return rows > 0 && date(id, v.startsOn(), v.endedOn()) >= 0;
  }

  /** Tells a policy's passages when it holds; either day may be null. Rows changed. */
  int date(UUID policy, LocalDate startsOn, LocalDate endedOn) throws SQLException {
    return session.update(PASSAGES, startsOn, endedOn, policy);
  }

  private void tell(Collection<UUID> touched) throws SQLException {
    session.batch(CHANGE, touched.stream().map(id -> new Object[] {Ids.next(), id, now}).toList());
  }

  private static Ending ending(ResultSet row) throws SQLException {
    return new Ending(
        fact(row),
        row.getString("ends_title"),
        row.getString("ends_number"),
        Jdbc.date(row, "from_on"));
  }

  private static Fact fact(ResultSet row) throws SQLException {
    return new Fact(
        row.getObject("id", UUID.class),
        Set.copyOf(Jdbc.texts(row, "names")),
        row.getString("title_key"),
        PolicyNames.number(row.getString("document_number")),
        row.getString("issuer"),
        row.getString("level"),
        row.getString("region"),
        row.getString("kind"),
        Jdbc.date(row, "issued_on"),
        Jdbc.date(row, "published_on"),
        Jdbc.date(row, "effective_from"),
        Jdbc.date(row, "effective_to"),
        PolicyStatus.ofCode(row.getString("status")));
  }
}
