package cn.zhitong.assistant.report;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads replies with what was changed of their drafts; writes nothing. */
@ApplicationScoped
class DraftsStore {
  /** A reply sent once more after 重办 counts once more. */
  static final String SENT =
      """
      select c.department, c.category, r.draft_unchanged, r.edit_share, r.edit_distance
        from assistant.case_reply r join assistant.appeal_case c on c.id = r.case_id
       where r.occurred_at >= ? and r.occurred_at < ?
         and (?::text is null or c.department = ? or c.department_id = ?)
      """;

  private final Jdbc jdbc;

  DraftsStore(@Replica Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param category label, null where none was decided
   * @param editShare null where there was no draft
   * @param editDistance null where there was none, or the reply is older than the record of it
   */
  record Sent(
      String department,
      String category,
      boolean unchanged,
      Double editShare,
      Integer editDistance) {}

  List<Sent> sent(Period period) {
    return jdbc.query(
        SENT,
        DraftsStore::sent,
        period.start(),
        period.end(),
        period.department(),
        period.department(),
        period.department());
  }

  private static Sent sent(ResultSet row) throws SQLException {
    String category = row.getString("category");
    return new Sent(
        row.getString("department"),
        category == null ? null : Category.of(category).label(),
        row.getBoolean("draft_unchanged"),
        row.getObject("edit_share", Double.class),
        row.getObject("edit_distance", Integer.class));
  }
}
