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

/** The table {@code errand}. */
@ApplicationScoped
class ErrandStore implements DerivedDataStore {
  private static final String COLUMNS = "select * from assistant.errand";

  private static final String BY_ID = COLUMNS + " where id = ?";

  private static final String PAGE =
      COLUMNS
          +
"""
 where (?::text is null or state = ?)
   and (?::text is null or department = ? or officer = ?)
   and (?::uuid is null or case_id = ?)
 order by state in ('rated', 'cancelled'), due nulls last, created_at desc, id limit 500
""";

  private static final String INSERT =
      """
      insert into assistant.errand
        (id, case_id, enterprise, title, details, department, state, officer, officer_name, due,
         created_by, created_at, changed_at, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      """;

  /** Unless somebody else was faster. */
  private static final String CHANGE =
      """
      update assistant.errand
         set state = ?, officer = ?, officer_name = ?, result = ?, score = ?, comment = ?,
             changed_at = ?, version = version + 1
       where id = ? and version = ?
      """;

  private static final String ERASE =
      """
      update assistant.errand
         set enterprise = null, title = '', details = '', result = null, comment = null
       where case_id = ?
      """;

  private final Jdbc jdbc;

  ErrandStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Errand one) {
    jdbc.update(
        INSERT,
        one.id(),
        one.caseId(),
        one.enterprise(),
        one.title(),
        one.details(),
        one.department(),
        one.state().code(),
        one.officer(),
        one.officerName(),
        one.due(),
        one.createdBy(),
        one.createdAt(),
        one.createdAt());
  }

  Optional<Errand> byId(UUID id) {
    return jdbc.first(BY_ID, ErrandStore::errand, id);
  }

  /**
   * @param state code, null for all
   * @param department whose own are wanted, null for all
   * @param officer whose own count too
   */
  List<Errand> page(String state, String department, String officer, UUID caseId) {
    return jdbc.query(
        PAGE, ErrandStore::errand, state, state, department, department, officer, caseId, caseId);
  }

  /** False where it has changed meanwhile. */
  boolean change(Errand to, Instant at) {
    return jdbc.update(
            CHANGE,
            to.state().code(),
            to.officer(),
            to.officerName(),
            to.result(),
            to.score(),
            to.comment(),
            at,
            to.id(),
            to.version())
        == 1;
  }

  @Override
  public void erase(Jdbc.Session session, ErasedCase erased) throws SQLException {
    session.update(ERASE, erased.id());
  }

  private static Errand errand(ResultSet row) throws SQLException {
    LocalDate due = Jdbc.date(row, "due");
    return new Errand(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("enterprise"),
        row.getString("title"),
        row.getString("details"),
        row.getString("department"),
        Errand.State.of(row.getString("state")),
        row.getString("officer"),
        row.getString("officer_name"),
        row.getString("result"),
        (Integer) row.getObject("score"),
        row.getString("comment"),
        due,
        row.getString("created_by"),
        Jdbc.instant(row, "created_at"),
        row.getInt("version"));
  }
}
