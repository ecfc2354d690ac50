package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Applications as payments are compared with them. */
@ApplicationScoped
class PayableStore {
  /** What is booked but not told to the application yet counts as paid. */
  private static final String SELECT =
      """
      select a.id, a.number, a.item_id, a.item_title, a.credit_code, a.enterprise_name, a.department,
             a.state, a.approved_fen, a.approved_at, a.publicity_until, a.payment_due,
             a.paid_fen + coalesce((select sum(p.amount_fen) from assistant.payment_entry p
               where p.application_id = a.id and p.posted_at is null
                 and p.state in ('booked', 'accepted', 'corrected')), 0) as paid_fen
        from assistant.application a
      """;

  private static final String ALL = SELECT + " order by a.number";
  private static final String BY_ID = SELECT + " where a.id = ?";

  /** Not joined: where files are on other servers, a join would fetch all of them. */
  private static final String NAMES =
      "select credit_code, name from assistant.enterprise where credit_code = any (?)";

  private final Jdbc jdbc;

  PayableStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  static List<PayableApplication> all(Jdbc.Session session) throws SQLException {
    return named(session, ALL);
  }

  Optional<PayableApplication> byId(UUID id) {
    return jdbc.transaction(session -> named(session, BY_ID, id)).stream().findFirst();
  }

  private static List<PayableApplication> named(
      Jdbc.Session session, String sql, Object... parameters) throws SQLException {
    List<PayableApplication> found = session.query(sql, PayableStore::application, parameters);
    Set<String> codes = new TreeSet<>();
    found.forEach(one -> codes.add(one.creditCode()));
    Map<String, String> names = new HashMap<>();
    session.query(
        NAMES, row -> names.put(row.getString("credit_code"), row.getString("name")), codes);
    return found.stream().map(one -> one.named(names.get(one.creditCode()))).toList();
  }

  private static PayableApplication application(ResultSet row) throws SQLException {
    return new PayableApplication(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("item_id", UUID.class),
        row.getString("item_title"),
        row.getString("credit_code"),
        row.getString("enterprise_name"),
        null,
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
