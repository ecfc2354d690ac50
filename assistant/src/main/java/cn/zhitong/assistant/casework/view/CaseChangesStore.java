package cn.zhitong.assistant.casework.view;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which cases something has happened to. */
@ApplicationScoped
class CaseChangesStore {
  private static final String SINCE =
      """
      select e.case_id, max(e.at) as changed
        from assistant.case_event e join assistant.appeal_case c on c.id = e.case_id
       where e.at >= ? and (?::text is null or c.channel = ?)
       group by e.case_id order by changed, e.case_id limit ?
      """;

  private final Jdbc jdbc;

  CaseChangesStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  record Changed(UUID caseId, Instant at) {}

  /**
   * @param channel null for all
   */
  List<Changed> since(Instant since, String channel, int limit) {
    return jdbc.query(
        SINCE,
        row -> new Changed(row.getObject("case_id", UUID.class), Jdbc.instant(row, "changed")),
        since,
        channel,
        channel,
        limit);
  }
}
