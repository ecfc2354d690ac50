package cn.zhitong.assistant.casework.log;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables {@code case_owner} and {@code case_contact}: whose a case is, and how to tell it. */
@ApplicationScoped
public class CaseOwnerStore {
  private static final String INSERT =
      """
      insert into assistant.case_owner (case_id, account, since) values (?, ?, ?)
      on conflict (case_id) do nothing
      """;

  private static final String OWNS =
      "select exists (select 1 from assistant.case_owner where case_id = ? and account = ?)";

  private static final String OF = "select account from assistant.case_owner where case_id = ?";

  private static final String CONTACT =
      """
      insert into assistant.case_contact (case_id, channels, credit_code) values (?, ?, ?)
      on conflict (case_id) do nothing
      """;

  private static final String CHANNELS =
      "select channels from assistant.case_contact where case_id = ? and channels is not null";

  private static final String PAGE =
      """
      select case_id from assistant.case_owner
       where account = ? order by since desc, case_id limit ? offset ?
      """;

  private static final String COUNT = "select count(*) from assistant.case_owner where account = ?";

  private final Jdbc jdbc;

  CaseOwnerStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whose a case is, and how to tell it.
   *
   * @param account of the enterprise, null where it has none
   * @param channels null for whatever address was left
   * @param creditCode null where it did not say
   */
  public record Whose(String account, List<String> channels, String creditCode) {
    public static final Whose NOBODY = new Whose(null, null, null);
  }

  /** The first owner stays, and so does the first contact. */
  public void keep(UUID caseId, Whose whose, Instant now) {
    jdbc.transaction(
        session -> {
          keep(session, caseId, whose, now);
          return null;
        });
  }

  /** The same within a transaction, e.g. the one that stores the case. */
  static void keep(Jdbc.Session session, UUID caseId, Whose whose, Instant now)
      throws SQLException {
    if (whose.account() != null) {
      session.update(INSERT, caseId, whose.account(), now);
    }
    if (whose.channels() != null || whose.creditCode() != null) {
      session.update(CONTACT, caseId, whose.channels(), whose.creditCode());
    }
  }

  /** How the enterprise wants to be told; empty where it did not say. */
  public Optional<List<String>> channels(UUID caseId) {
    return jdbc.first(CHANNELS, row -> List.of((String[]) row.getArray(1).getArray()), caseId);
  }

  public boolean owns(UUID caseId, String account) {
    return jdbc.first(OWNS, row -> row.getBoolean(1), caseId, account).orElseThrow();
  }

  /** The account that a case is under, if any. */
  public Optional<String> of(UUID caseId) {
    return jdbc.first(OF, row -> row.getString(1), caseId);
  }

  public List<UUID> page(String account, int limit, long offset) {
    return jdbc.query(PAGE, row -> row.getObject(1, UUID.class), account, limit, offset);
  }

  public long count(String account) {
    return jdbc.first(COUNT, row -> row.getLong(1), account).orElseThrow();
  }
}
