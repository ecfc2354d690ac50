package cn.zhitong.assistant.casework.view;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
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

  /** The first owner stays. */
  void insert(UUID caseId, String account, Instant now) {
    jdbc.update(INSERT, caseId, account, now);
  }

  /**
   * @param channels null for whatever address was left
   */
  void contact(UUID caseId, List<String> channels, String creditCode) {
    jdbc.update(CONTACT, caseId, channels, creditCode);
  }

  /** How the enterprise wants to be told; empty where it did not say. */
  public Optional<List<String>> channels(UUID caseId) {
    return jdbc.first(CHANNELS, row -> List.of((String[]) row.getArray(1).getArray()), caseId);
  }

  boolean owns(UUID caseId, String account) {
    return jdbc.first(OWNS, row -> row.getBoolean(1), caseId, account).orElseThrow();
  }

  /** The account that a case is under, if any. */
  public Optional<String> of(UUID caseId) {
    return jdbc.first(OF, row -> row.getString(1), caseId);
  }

  List<UUID> page(String account, int limit, long offset) {
    return jdbc.query(PAGE, row -> row.getObject(1, UUID.class), account, limit, offset);
  }

  long count(String account) {
    return jdbc.first(COUNT, row -> row.getLong(1), account).orElseThrow();
  }
}
