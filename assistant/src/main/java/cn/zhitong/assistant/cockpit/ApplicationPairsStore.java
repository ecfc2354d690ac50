package cn.zhitong.assistant.cockpit;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Applications as the cockpit counts them. Where they are handled elsewhere there is no such table:
 * the funnel then ends with 已读, and says so.
 */
@ApplicationScoped
class ApplicationPairsStore implements AppliedPairs {
  private static final double FEN_A_YUAN = 100;

  private static final String PRESENT = "select to_regclass('assistant.application') is not null";

  private static final String APPLIED =
      """
      select credit_code, item_id, item_title, region, industry, scale, submitted_at, approved_at,
             paid_on, paid_fen
        from assistant.application
       where submitted_at >= ? and submitted_at < ? and state not in ('draft', 'withdrawn')
      """;

  private final Jdbc jdbc;

  ApplicationPairsStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean present() {
    return jdbc.first(PRESENT, row -> row.getBoolean(1)).orElse(false);
  }

  @Override
  public List<Applied> between(Instant from, Instant to) {
    return present() ? jdbc.query(APPLIED, ApplicationPairsStore::applied, from, to) : List.of();
  }

  private static Applied applied(ResultSet row) throws SQLException {
    return new Applied(
        row.getString("credit_code"),
        row.getObject("item_id", UUID.class),
        row.getString("item_title"),
        row.getString("region"),
        row.getString("industry"),
        row.getString("scale"),
        Jdbc.instant(row, "submitted_at"),
        Jdbc.instant(row, "approved_at"),
        Jdbc.date(row, "paid_on"),
        row.getLong("paid_fen") / FEN_A_YUAN);
  }
}
