package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applications as payments are compared with them. */
@ApplicationScoped
class PayableStore {
  /** What is booked but not told to the application yet counts as paid. */
  private static final String SELECT =
      """
      select a.id, a.number, a.item_id, a.item_title, a.credit_code, a.enterprise_name, a.department,
             a.state, a.approved_fen, a.approved_at, a.publicity_until, a.payment_due, e.name as named,
             a.paid_fen + coalesce((select sum(p.amount_fen) from assistant.payment_entry p
               where p.application_id = a.id and p.posted_at is null
                 and p.state in ('booked', 'accepted', 'corrected')), 0) as paid_fen
        from assistant.application a
        left join assistant.enterprise e on e.credit_code = a.credit_code
      """;

  private static final String ALL = SELECT + " order by a.number";
  private static final String BY_ID = SELECT + " where a.id = ?";

  private final Jdbc jdbc;

  PayableStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  static List<PayableApplication> all(Jdbc.Session session) throws SQLException {
    return session.query(ALL, PayableStore::application);
  }

  Optional<PayableApplication> byId(UUID id) {
    return jdbc.first(BY_ID, PayableStore::application, id);
  }

  private static PayableApplication application(ResultSet row) throws SQLException {
    return new PayableApplication(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("item_id", UUID.class),
        row.getString("item_title"),
        row.getString("credit_code"),
        row.getString("enterprise_name"),
        row.getString("named"),
        row.getString("department"),
        row.getString("state"),
        row.getObject("approved_fen", Long.class),
        day(Jdbc.instant(row, "approved_at")),
        Jdbc.date(row, "publicity_until"),
        Jdbc.date(row, "payment_due"),
        row.getLong("paid_fen"));
  }

  private static LocalDate day(Instant at) {
    return at == null ? null : at.atZone(Infrastructure.ZONE).toLocalDate();
  }
}
