package cn.zhitong.assistant.casework.log;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads appeals of the theme 涉企检查. */
@ApplicationScoped
public class InspectionStore {
  /** Erased ones tell nothing any more; what was withdrawn or turned away counts for nothing. */
  private static final String SINCE =
      """
      select c.id, c.number, c.asked_at, c.enterprise, c.title, c.content, c.department, c.state
        from assistant.case_theme t join assistant.appeal_case c on c.id = t.case_id
       where t.theme = 'inspection' and c.asked_at >= ? and c.erased_at is null
         and c.state not in ('withdrawn', 'rejected')
       order by c.asked_at desc, c.id limit ?
      """;

  /** More in one stretch than a province has; of more, the newest count. */
  private static final int MOST = 5000;

  private final Jdbc jdbc;

  InspectionStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first. */
  public List<RepeatedInspections.Inspected> since(Instant from) {
    return since(from, MOST);
  }

  /** Appeals about inspections since a moment, at most so many. */
  public List<RepeatedInspections.Inspected> since(Instant from, int most) {
    return jdbc.query(SINCE, InspectionStore::inspected, from, most);
  }

  /** The same within a transaction, so that what it wrote is seen. */
  public static List<RepeatedInspections.Inspected> since(Jdbc.Session session, Instant from)
      throws SQLException {
    return session.query(SINCE, InspectionStore::inspected, from, MOST);
  }

  private static RepeatedInspections.Inspected inspected(ResultSet row) throws SQLException {
    return new RepeatedInspections.Inspected(
        row.getObject("id", UUID.class),
        row.getString("number"),
        Jdbc.instant(row, "asked_at"),
        row.getString("enterprise"),
        row.getString("title") + "\n" + row.getString("content"),
        row.getString("department"),
        row.getString("state"));
  }
}
