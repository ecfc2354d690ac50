package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.SupportTask;
import cn.zhitong.common.jdbc.Jdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One row of the table {@code appeal_case}: what came in, and what is folded from its events. */
final class CaseRowStore {
  private static final String INSERT_CASE =
      """
      insert into assistant.appeal_case
        (id, number, tracking_code, channel, external_number, asked_at, received_at, region, title,
         content, enterprise, contact_name, contact_phone, contact_email, content_salt,
         version, head, state, triage_at, shown_text, identifiers)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PROJECT =
      """
      update assistant.appeal_case
         set version = ?, head = ?, state = ?, category = ?, department = ?, department_id = ?,
             due = ?, due_provisional = ?, answered_at = ?, working_days = ?, supporting = ?,
             merged_into = ?, urges = ?, supervised = ?, review = ?, typical = ?, score = ?,
             watch_on = ?, projected_by = ?, seal = ?,
             triage_at = case when ? then null else triage_at end,
             reporter_protected = ?, shown_text = ?, shown_protected = ?, identifiers = ?,
             assignee = ?, assignee_name = ?, taken_on = ?
       where id = ?
      """;

  private static final String AMEND_CASE =
      """
      update assistant.appeal_case
         set asked_at = ?, region = ?, title = ?, content = ?, enterprise = ?, contact_name = ?,
             contact_phone = ?, contact_email = ?, triage_at = ?, triage_tries = 0
       where id = ?
      """;

  private static final String ERASE_CASE =
      """
      update assistant.appeal_case
         set title = '', content = '', enterprise = null, contact_name = null,
             contact_phone = null, contact_email = null, content_salt = '', erased_at = ?
       where id = ?
      """;

  private final CaseEventStore events;
  private final CaseSearchIndex search;
  private final LogKeyHolder keys;

  CaseRowStore(CaseEventStore events, CaseSearchIndex search, LogKeyHolder keys) {
    this.search = search;
    this.events = events;
    this.keys = keys;
  }

  /**
   * What the row of a case repeats of its events.
   *
   * @param found what the case is found by
   * @param due null while none is known or while it does not run
   * @param watchOn day on which its deadline is looked at next, null for never
   * @param triaged whether triage is done with it
   * @param by rules and calendar that it was reckoned by
   */
  record Projection(
      CaseFile file,
      CaseState standing,
      CaseSearchIndex.Entry found,
      String head,
      LocalDate due,
      boolean provisional,
      Integer workingDays,
      LocalDate watchOn,
      boolean triaged,
      String by) {}

  void insert(Jdbc.Session session, CaseFile file, Instant triageAt) throws SQLException {
    Appeal appeal = file.appeal();
    CaseEvent first = file.events().get(0);
    CaseSearchIndex.Entry entry = search.of(file);
    session.update(
        INSERT_CASE,
        file.id(),
        file.number(),
        file.trackingCode(),
        appeal.channel(),
        appeal.externalNumber(),
        appeal.askedAt(),
        file.receivedAt(),
        appeal.region(),
        appeal.title(),
        appeal.text(),
        appeal.enterprise(),
        appeal.contactName(),
        appeal.contactPhone(),
        appeal.contactEmail(),
        file.contentSalt(),
        first.seq(),
        first.hash(),
        file.standing().state().code(),
        triageAt,
        entry.toStaff(),
        entry.identifiers());
  }

  void amend(Jdbc.Session session, UUID id, Appeal appeal, Instant triageAt) throws SQLException {
    session.update(
        AMEND_CASE,
        appeal.askedAt(),
        appeal.region(),
        appeal.title(),
        appeal.text(),
        appeal.enterprise(),
        appeal.contactName(),
        appeal.contactPhone(),
        appeal.contactEmail(),
        triageAt,
        id);
  }

  void erase(Jdbc.Session session, UUID id, Instant now) throws SQLException {
    session.update(ERASE_CASE, now, id);
  }

  void project(Jdbc.Session session, Projection projection) throws SQLException {
    session.update(PROJECT, columns(projection, resealed(projection)));
    CaseThemeStore.project(session, projection.file(), projection.standing());
  }

  /** A case that was inserted in this transaction. */
  void projectNew(Jdbc.Session session, Projection projection) throws SQLException {
    session.update(PROJECT, columns(projection, sealed(projection)));
  }

  /** Only one whose seal held before gets another: what was tampered with stays so. */
  private String resealed(Projection projection) {
    return trusted(projection.file()) ? sealed(projection) : projection.file().seal();
  }

  private String sealed(Projection projection) {
    return keys.key()
        .map(
            key ->
                key.seal(
                    projection
                        .file()
                        .sealed(
                            projection.standing().version(), projection.head(), projection.by())))
        .orElse(null);
  }

  /** Whether the row is as it was written here; one from before there were seals is believed. */
  boolean trusted(CaseFile file) {
    return keys.key()
        .map(
            key ->
                file.seal() == null
                    ? !keys.allSealed()
                    : key.problem(file.seal(), file.sealed()).isEmpty())
        .orElse(true);
  }

  void project(Jdbc.Session session, List<Projection> projections) throws SQLException {
    session.batch(PROJECT, projections.stream().map(one -> columns(one, resealed(one))).toList());
    for (Projection one : projections) {
      CaseThemeStore.project(session, one.file(), one.standing());
    }
  }

  private static Object[] columns(Projection projection, String seal) {
    CaseState standing = projection.standing();
    Owner department = standing.department();
    return new Object[] {
      standing.version(),
      projection.head(),
      standing.state().code(),
      standing.category() == null ? null : standing.category().code(),
      department == null ? null : department.name(),
      department == null ? null : department.id(),
      projection.due(),
      projection.provisional(),
      standing.answeredAt(),
      projection.workingDays(),
      supporting(standing),
      standing.mergedInto(),
      standing.urges(),
      standing.supervised(),
      standing.review().name().toLowerCase(Locale.ROOT),
      standing.typical(),
      standing.score(),
      projection.watchOn(),
      projection.by(),
      seal,
      projection.triaged(),
      projection.found().reporterProtected(),
      projection.found().toStaff(),
      projection.found().toOffices(),
      projection.found().identifiers(),
      standing.assignee(),
      standing.assigneeName(),
      standing.takenOn() == null ? null : standing.takenOn().account(),
      projection.file().id()
    };
  }

  /** Names and ids of those whose part it still is: what their handlers find it by. */
  static List<String> supporting(CaseState standing) {
    return standing.parts().stream()
        .filter(part -> part.progress() != SupportTask.Progress.RETURNED)
        .flatMap(part -> Stream.of(part.department().name(), part.department().id()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The row that a query gives, with its events. */
  Optional<CaseFile> load(Jdbc.Session session, String sql, Object... parameters)
      throws SQLException {
    Optional<CaseFile> bare = session.first(sql, CaseRowStore::file, parameters);
    if (bare.isEmpty()) {
      return bare;
    }
    return Optional.of(bare.get().withEvents(events.of(session, bare.get().id())));
  }

  /** The rows that a query gives, each with its events. */
  List<CaseFile> loadAll(Jdbc.Session session, String sql, Object... parameters)
      throws SQLException {
    List<CaseFile> bare = session.query(sql, CaseRowStore::file, parameters);
    Map<UUID, List<CaseEvent>> logs = events.of(session, bare.stream().map(CaseFile::id).toList());
    return bare.stream()
        .map(file -> file.withEvents(logs.getOrDefault(file.id(), List.of())))
        .toList();
  }

  private static CaseFile file(ResultSet row) throws SQLException {
    Appeal appeal =
        new Appeal(
            row.getString("channel"),
            row.getString("external_number"),
            Jdbc.instant(row, "asked_at"),
            row.getString("region"),
            row.getString("title"),
            row.getString("content"),
            row.getString("enterprise"),
            row.getString("contact_name"),
            row.getString("contact_phone"),
            row.getString("contact_email"));
    return new CaseFile(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("tracking_code"),
        Jdbc.instant(row, "received_at"),
        appeal,
        row.getString("content_salt"),
        Jdbc.date(row, "due"),
        row.getBoolean("due_provisional"),
        row.getInt("version"),
        row.getString("head"),
        Jdbc.instant(row, "opened_at"),
        row.getString("projected_by"),
        row.getString("seal"),
        List.of());
  }
}
