package cn.zhitong.assistant.report;

import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads what enterprises wrote, for reports on what it is about. */
@ApplicationScoped
class AppealTextStore {
  /** A case that nobody has decided on yet counts for the department suggested first. */
  static final String FILED =
      """
      select c.id, c.number, c.external_number, c.asked_at, c.region, c.title,
             left(c.content, 1000) as content, c.enterprise,
             coalesce(c.department, s.department) as department,
             case when c.department is null then s.department_id
                  else c.department_id end as department_id
        from assistant.appeal_case c
        left join lateral (select s.department, s.department_id
                             from assistant.case_suggestion s
                            where s.case_id = c.id order by s.seq desc limit 1) s on true
       where c.asked_at >= ? and c.asked_at < ? and c.state not in ('rejected', 'withdrawn')
         and (c.title <> '' or c.content <> '')
       order by c.asked_at desc, c.id
       limit ?
      """;

  private final Jdbc jdbc;

  AppealTextStore(@Replica Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A case as reports on matters see it.
   *
   * @param region GB/T 2260 code or null
   * @param department decided, else suggested first, else null; its id likewise
   */
  record Filed(
      UUID id,
      String number,
      String externalNumber,
      Instant askedAt,
      String region,
      String title,
      String text,
      String enterprise,
      String department,
      String departmentId) {
    boolean of(String wanted) {
      return wanted == null || wanted.equals(department) || wanted.equals(departmentId);
    }
  }

  /**
   * The period's cases of all departments, without those withdrawn or rejected, the latest first.
   */
  List<Filed> appeals(Period period, int most) {
    return jdbc.query(FILED, AppealTextStore::filed, period.start(), period.end(), most);
  }

  private static Filed filed(ResultSet row) throws SQLException {
    return new Filed(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("external_number"),
        Jdbc.instant(row, "asked_at"),
        row.getString("region"),
        row.getString("title"),
        row.getString("content"),
        row.getString("enterprise"),
        row.getString("department"),
        row.getString("department_id"));
  }
}
