package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table {@code case_presence}: who has a case open, as their pages say every so often. */
@ApplicationScoped
class PresenceStore {
  /** Three reports of a page may be lost. */
  private static final Duration VALID = Duration.ofSeconds(60);

  private static final String PUT =
      """
      insert into assistant.case_presence (case_id, account, name, department, writing, at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (case_id, account) do update set writing = excluded.writing, at = excluded.at
      """;

  private static final String SWEEP = "delete from assistant.case_presence where at < ?";

  private static final String OTHERS =
      """
      select name, department, writing from assistant.case_presence
       where case_id = ? and account <> ? and at > ? order by name, account
      """;

  private final Jdbc jdbc;

  PresenceStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  record Presence(String name, String department, boolean writing) {}

  void put(UUID caseId, Caller caller, boolean writing, Instant at) {
    jdbc.update(SWEEP, at.minus(VALID.multipliedBy(10)));
    jdbc.update(PUT, caseId, caller.name(), caller.displayName(), caller.department(), writing, at);
  }

  List<Presence> others(UUID caseId, Caller caller, Instant now) {
    return jdbc.query(
        OTHERS,
        row ->
            new Presence(
                row.getString("name"), row.getString("department"), row.getBoolean("writing")),
        caseId,
        caller.name(),
        now.minus(VALID));
  }
}
