package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.IndexedPolicy.IndexedPassage;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what this node derives its indexes from, and what a search shows. */
final class PassageStore {
  private static final String STAMPS =
      """
      select id, concat_ws('|', updated_at, starts_on, 'to', ended_on, ended_as) as stamp
      from corpus.policy where withdrawn_at is null
      """;

  private static final String CHANGES =
      "select id, policy_id, at from corpus.change where at >= ? order by at";

  private static final String LAST_CHANGE = "select max(at) as at from corpus.change";

  private static final String POLICIES =
      """
      select id, concat_ws('|', updated_at, starts_on, 'to', ended_on, ended_as) as stamp,
        title, document_number, issuer, region, kind, starts_on, ended_on
      from corpus.policy where withdrawn_at is null and id = any(?::uuid[])
      """;

  private static final String PASSAGES =
      """
      select id, policy_id, path, headings, text from corpus.passage
      where policy_id = any(?::uuid[]) order by policy_id, ordinal
      """;

  private static final String PASSAGES_WITH_VECTORS =
      """
      select id, policy_id, path, headings, text, embedding from corpus.passage
      where policy_id = any(?::uuid[]) order by policy_id, ordinal
      """;

  /** The status is the one on the day asked for; a text not yet begun counts as in force. */
  private static final String HITS =
      """
      select s.id, s.policy_id, p.external_id, p.title, p.display_title, p.document_number,
        p.issuer, p.region, p.kind, p.status, p.ended_on, p.ended_as, p.source_url,
        s.path, s.headings, s.start_at, s.end_at, s.text
      from corpus.passage s join corpus.policy p on p.id = s.policy_id
      where s.id = any(?::uuid[]) and p.withdrawn_at is null
        and (?::date is null or p.starts_on is null or p.starts_on <= ?::date)
        and (?::date is null or p.ended_on is null or p.ended_on > ?::date)
      """;

  private final Jdbc jdbc;

  PassageStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  record Change(UUID id, UUID policy, Instant at) {}

  Map<UUID, String> stamps() {
    Map<UUID, String> stamps = new HashMap<>();
    jdbc.query(STAMPS, row -> stamps.put(row.getObject("id", UUID.class), row.getString("stamp")));
    return stamps;
  }

  /** Null when nothing was ever published. */
  Instant lastChange() {
    List<Instant> last = new ArrayList<>();
    jdbc.query(LAST_CHANGE, row -> last.add(Jdbc.instant(row, "at")));
    return last.get(0);
  }

  List<Change> changesSince(Instant since) {
    return jdbc.query(
        CHANGES,
        row ->
            new Change(
                row.getObject("id", UUID.class),
                row.getObject("policy_id", UUID.class),
                Jdbc.instant(row, "at")),
        since);
  }

  /** Published policies among the ids, with their passages. */
  List<IndexedPolicy> policies(Collection<UUID> ids, boolean withVectors) {
    List<String> wanted = ids.stream().map(UUID::toString).toList();
    return jdbc.transaction(
        session -> {
          Map<UUID, List<IndexedPassage>> passages = new HashMap<>();
          session.query(
              withVectors ? PASSAGES_WITH_VECTORS : PASSAGES,
              row ->
                  passages
                      .computeIfAbsent(
                          row.getObject("policy_id", UUID.class), id -> new ArrayList<>())
                      .add(passage(row, withVectors)),
              wanted);
          return session.query(POLICIES, row -> policy(row, passages), wanted);
        });
  }

  private static IndexedPassage passage(ResultSet row, boolean withVectors) throws SQLException {
    return new IndexedPassage(
        row.getObject("id", UUID.class),
        row.getString("path"),
        row.getString("headings"),
        row.getString("text"),
        withVectors ? Jdbc.vector(row, "embedding") : null);
  }

  private static IndexedPolicy policy(ResultSet row, Map<UUID, List<IndexedPassage>> passages)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new IndexedPolicy(
        id,
        row.getString("stamp"),
        row.getString("title"),
        row.getString("document_number"),
        row.getString("issuer"),
        row.getString("region"),
        row.getString("kind"),
        Jdbc.date(row, "starts_on"),
        Jdbc.date(row, "ended_on"),
        passages.getOrDefault(id, List.of()));
  }

  /**
   * The passages as they are shown, by id; withdrawn ones are left out, and those not in force on
   * {@code asOf} unless it is null.
   *
   * @param today the day for which a text's status is told
   */
  Map<UUID, Hit> hits(Collection<UUID> ids, LocalDate asOf, LocalDate today) {
    Map<UUID, Hit> hits = new HashMap<>();
    List<String> wanted = ids.stream().map(UUID::toString).toList();
    jdbc.query(
        HITS,
        row -> hits.put(row.getObject("id", UUID.class), hit(row, today)),
        wanted,
        asOf,
        asOf,
        asOf,
        asOf);
    return hits;
  }

  private static Hit hit(ResultSet row, LocalDate today) throws SQLException {
    return new Hit(
        row.getObject("id", UUID.class),
        new PolicyId(row.getObject("policy_id", UUID.class)),
        row.getString("external_id"),
        row.getString("title"),
        row.getString("display_title"),
        row.getString("document_number"),
        row.getString("issuer"),
        row.getString("region"),
        row.getString("kind"),
        status(row, today),
        row.getString("source_url"),
        row.getString("path"),
        row.getString("headings"),
        row.getInt("start_at"),
        row.getInt("end_at"),
        row.getString("text"),
        0,
        Double.NaN);
  }

  private static PolicyStatus status(ResultSet row, LocalDate day) throws SQLException {
    LocalDate ended = Jdbc.date(row, "ended_on");
    PolicyStatus stored = PolicyStatus.ofCode(row.getString("status"));
    if (ended == null) {
      return stored;
    }
    if (ended.isAfter(day)) {
      return PolicyStatus.IN_FORCE;
    }
    String how = row.getString("ended_as");
    return how == null ? PolicyStatus.EXPIRED : PolicyStatus.ofCode(how);
  }
}
