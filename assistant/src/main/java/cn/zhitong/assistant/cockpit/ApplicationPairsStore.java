package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Applications as the cockpit counts them. */
@ApplicationScoped
class ApplicationPairsStore {
  static final String APPLIED =
      """
      select credit_code, item_id, item_title, region, industry, scale, applied_fen, approved_fen,
             submitted_at, approved_at, payment_due, paid_on, paid_fen,
             array(select p.paid_on from assistant.application_payment p
                    where p.application_id = a.id and p.amount_fen > 0 order by p.seq) as paid_days
        from assistant.application a
       where submitted_at >= ? and submitted_at < ? and state not in ('draft', 'withdrawn')
      """;

  private final Jdbc jdbc;

  ApplicationPairsStore(@Replica Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An application for an item; region, industry and scale as of filing, each may be null. Amounts
   * in fen.
   *
   * @param approvedAt null where it is not, or not yet; so is approvedFen, also where it is no
   *     money
   * @param paymentDue null where it is not known
   * @param paidOn of the last payment; null where no money has come
   * @param paidDays of each instalment
   */
  record Applied(
      String creditCode,
      UUID itemId,
      String title,
      String region,
      String industry,
      String scale,
      Instant submittedAt,
      Instant approvedAt,
      Long approvedFen,
      LocalDate paymentDue,
      LocalDate paidOn,
      long paidFen,
      List<LocalDate> paidDays) {

    /** Whether money is owed still, or no right is given yet. */
    boolean owed() {
      return approvedFen == null ? paidDays.isEmpty() : paidFen < approvedFen;
    }
  }

  /** Those submitted within the time and not withdrawn; {@code to} is exclusive. */
  List<Applied> between(Instant from, Instant to) {
    return jdbc.query(APPLIED, ApplicationPairsStore::applied, from, to);
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
        row.getObject("approved_fen", Long.class),
        Jdbc.date(row, "payment_due"),
        Jdbc.date(row, "paid_on"),
        row.getLong("paid_fen"),
        days(row.getArray("paid_days")));
  }

  private static List<LocalDate> days(Array found) throws SQLException {
    return Arrays.stream((Date[]) found.getArray()).map(Date::toLocalDate).toList();
  }
}
