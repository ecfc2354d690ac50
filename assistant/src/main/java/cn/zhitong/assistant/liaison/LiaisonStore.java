package cn.zhitong.assistant.liaison;

import cn.zhitong.assistant.privacy.DerivedDataStore;
import cn.zhitong.assistant.privacy.ErasedCase;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code liaison}, {@code liaison_visit} and {@code liaison_matter}. */
@ApplicationScoped
class LiaisonStore implements DerivedDataStore {
  private static final String PUT =
      """
      insert into assistant.liaison
        (id, credit_code, enterprise, officer, officer_name, since) values (?, ?, ?, ?, ?, ?)
      on conflict (enterprise) do update
         set credit_code = coalesce(excluded.credit_code, assistant.liaison.credit_code),
             officer = excluded.officer, officer_name = excluded.officer_name,
             since = excluded.since
      returning id
      """;

  /** With what the officer wants to see first. */
  private static final String LIST =
      """
      select l.*,
             (select min(v.planned_on) from assistant.liaison_visit v
               where v.liaison_id = l.id and v.done_on is null) as next_visit,
             (select max(v.done_on) from assistant.liaison_visit v
               where v.liaison_id = l.id) as last_visit,
             (select count(*) from assistant.appeal_case c
                left join assistant.case_contact k on k.case_id = c.id
               where (c.enterprise = l.enterprise or k.credit_code = l.credit_code)
                 and (? or not c.reporter_protected)) as cases,
             (select count(*) from assistant.appeal_case c
                left join assistant.case_contact k on k.case_id = c.id
               where (c.enterprise = l.enterprise or k.credit_code = l.credit_code)
                 and (? or not c.reporter_protected)
                 and c.answered_at is null
                 and c.state not in ('rejected', 'withdrawn', 'closed')) as open_cases
        from assistant.liaison l
       where ?::text is null or l.officer = ?
       order by next_visit nulls last, l.enterprise limit 1000
      """;

  private static final String BY_ID = "select * from assistant.liaison where id = ?";

  private static final String DELETE = "delete from assistant.liaison where id = ?";

  private static final String PLAN =
      "insert into assistant.liaison_visit (id, liaison_id, planned_on) values (?, ?, ?)";

  private static final String VISITED =
      """
      update assistant.liaison_visit set done_on = ?, note = ?
       where id = ? and liaison_id = ? and done_on is null
      """;

  private static final String VISITS =
      """
      select id, planned_on, done_on, note from assistant.liaison_visit
       where liaison_id = ? order by planned_on desc, id limit 100
      """;

  private static final String RAISE =
      """
      insert into assistant.liaison_matter (id, liaison_id, kind, text, raised_at, case_id)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String MATTERS =
      """
      select m.id, m.kind, m.text, m.raised_at, m.case_id, c.number, c.state
        from assistant.liaison_matter m left join assistant.appeal_case c on c.id = m.case_id
       where m.liaison_id = ? order by m.raised_at desc, m.id limit 200
      """;

  private static final String ERASE = "delete from assistant.liaison_matter where case_id = ?";

  private final Jdbc jdbc;

  LiaisonStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An enterprise with its officer.
   *
   * @param creditCode or null
   */
  record Liaison(
      UUID id,
      String creditCode,
      String enterprise,
      String officer,
      String officerName,
      LocalDate since) {}

  /** What the officer sees first. */
  record Listed(
      Liaison liaison, LocalDate nextVisit, LocalDate lastVisit, long cases, long openCases) {}

  /**
   * @param doneOn null while it is planned
   */
  record Visit(UUID id, LocalDate plannedOn, LocalDate doneOn, String note) {}

  /**
   * @param state code of the case that it became, null where it became none
   */
  record Matter(
      UUID id, String kind, String text, Instant at, UUID caseId, String number, String state) {}

  UUID put(Liaison one) {
    return jdbc.first(
            PUT,
            row -> row.getObject(1, UUID.class),
            one.id(),
            one.creditCode(),
            one.enterprise(),
            one.officer(),
            one.officerName(),
            one.since())
        .orElseThrow();
  }

  /**
   * @param officer whose, null for all
   * @param reports whether protected reports count: to others a number that rises would tell of one
   */
  List<Listed> list(String officer, boolean reports) {
    return jdbc.query(
        LIST,
        row ->
            new Listed(
                liaison(row),
                Jdbc.date(row, "next_visit"),
                Jdbc.date(row, "last_visit"),
                row.getLong("cases"),
                row.getLong("open_cases")),
        reports,
        reports,
        officer,
        officer);
  }

  Optional<Liaison> byId(UUID id) {
    return jdbc.first(BY_ID, LiaisonStore::liaison, id);
  }

  void delete(UUID id) {
    jdbc.update(DELETE, id);
  }

  void plan(UUID id, UUID liaison, LocalDate day) {
    jdbc.update(PLAN, id, liaison, day);
  }

  /** False where there is no such planned visit. */
  boolean visited(UUID visit, UUID liaison, LocalDate day, String note) {
    return jdbc.update(VISITED, day, note, visit, liaison) == 1;
  }

  List<Visit> visits(UUID liaison) {
    return jdbc.query(
        VISITS,
        row ->
            new Visit(
                row.getObject("id", UUID.class),
                Jdbc.date(row, "planned_on"),
                Jdbc.date(row, "done_on"),
                row.getString("note")),
        liaison);
  }

  void raise(UUID id, UUID liaison, String kind, String text, Instant at, UUID caseId) {
    jdbc.update(RAISE, id, liaison, kind, text, at, caseId);
  }

  List<Matter> matters(UUID liaison) {
    return jdbc.query(
        MATTERS,
        row ->
            new Matter(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("text"),
                Jdbc.instant(row, "raised_at"),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("state")),
        liaison);
  }

  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(ERASE, erased.id());
  }

  private static Liaison liaison(ResultSet row) throws SQLException {
    return new Liaison(
        row.getObject("id", UUID.class),
        row.getString("credit_code"),
        row.getString("enterprise"),
        row.getString("officer"),
        row.getString("officer_name"),
        Jdbc.date(row, "since"));
  }
}
