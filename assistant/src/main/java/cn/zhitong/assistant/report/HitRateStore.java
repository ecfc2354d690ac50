package cn.zhitong.assistant.report;

import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Counts, by confidence, how often people decided as was suggested. */
@ApplicationScoped
class HitRateStore {
  /** Of each case the last decision: what people held to be right in the end. */
  static final String COUNTS =
      """
      with decided as (
        select distinct on (d.case_id) d.*
          from assistant.case_decision d
         where d.occurred_at >= ? and d.suggested
         order by d.case_id, d.seq desc),
      hit as (
        select 'category' as part, suggested_category_confidence as confidence,
               category = suggested_category as is_right
          from decided
        union all
        select 'department', suggested_department_confidence, suggested_rank = 1 from decided)
      select part, least(9, floor(confidence * 10))::int as band, count(*) as decided,
             count(*) filter (where is_right) as is_right
        from hit group by part, band order by part, band
      """;

  private final Jdbc jdbc;

  HitRateStore(@Replica Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param part {@code category} or {@code department}
   * @param band tenths of confidence, 0 to 9
   */
  record Count(String part, int band, int decided, int right) {}

  List<Count> since(Instant from) {
    return jdbc.query(COUNTS, HitRateStore::count, from);
  }

  private static Count count(ResultSet row) throws SQLException {
    return new Count(
        row.getString("part"), row.getInt("band"), row.getInt("decided"), row.getInt("is_right"));
  }
}
