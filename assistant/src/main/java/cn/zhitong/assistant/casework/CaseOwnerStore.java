package cn.zhitong.assistant.casework;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code case_owner}. */
@ApplicationScoped
class CaseOwnerStore {
  private static final String INSERT =
      """
      insert into assistant.case_owner (case_id, account, since) values (?, ?, ?)
      on conflict (case_id) do nothing
      """;

  private static final String OWNS =
      "select exists (select 1 from assistant.case_owner where case_id = ? and account = ?)";

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

  boolean owns(UUID caseId, String account) {
    return jdbc.first(OWNS, row -> row.getBoolean(1), caseId, account).orElseThrow();
  }

  List<UUID> page(String account, int limit, long offset) {
    return jdbc.query(PAGE, row -> row.getObject(1, UUID.class), account, limit, offset);
  }

  long count(String account) {
    return jdbc.first(COUNT, row -> row.getLong(1), account).orElseThrow();
  }
}
