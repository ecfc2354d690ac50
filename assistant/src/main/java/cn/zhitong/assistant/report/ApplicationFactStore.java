package cn.zhitong.assistant.report;

import cn.zhitong.assistant.application.ApplicationStatus;
import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reads applications with what is late of them, and what enterprises say of the money. */
@ApplicationScoped
class ApplicationFactStore {
  static final String FACTS =
      """
      select a.id, a.number, a.item_id, a.item_title, a.enterprise_name, a.region, a.department,
             coalesce(a.turn, a.department) as turn, a.steps, a.state, a.due, a.payment_due,
             a.approved_fen, a.paid_fen, a.urges, a.supervised,
             (select count(*) from assistant.payment_claim c where c.application_id = a.id) as claims
        from assistant.application a
       where a.submitted_at >= ? and a.submitted_at < ? and a.state not in ('draft', 'withdrawn')
         and (?::text is null or a.department = ? or ? = any(a.steps))
       order by a.due nulls last, a.number
      """;

  private final Jdbc jdbc;

  ApplicationFactStore(@Replica Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An application for reports.
   *
   * @param turn whose turn it is; null where supervisors handle it
   * @param steps departments that review it
   * @param due of what is to be done now; null while the clock stands still
   * @param approvedFen null before it is approved, and for what is no money
   * @param claims how often the enterprise said that the money has not come
   */
  record ApplicationFact(
      UUID id,
      String number,
      UUID itemId,
      String itemTitle,
      String enterprise,
      String region,
      String department,
      String turn,
      List<String> steps,
      ApplicationStatus state,
      LocalDate due,
      LocalDate paymentDue,
      Long approvedFen,
      long paidFen,
      int urges,
      boolean supervised,
      int claims) {

    /** Whether it is an office's turn. */
    boolean waits() {
      return switch (state) {
        case SUBMITTED, REVIEWING, OBJECTION -> true;
        case APPROVED -> owed();
        default -> false;
      };
    }

    /** Whether money that was approved has not come, or not all of it. */
    boolean owed() {
      return approvedFen != null && paidFen < approvedFen;
    }

    boolean late(LocalDate today) {
      return waits() && due != null && today.isAfter(due);
    }

    boolean unpaidInTime(LocalDate today) {
      return owed() && paymentDue != null && today.isAfter(paymentDue);
    }
  }

  /** Applications submitted in the period; a department's are those that it leads or reviews. */
  List<ApplicationFact> submitted(Period period) {
    String department = period.department();
    return jdbc.query(
        FACTS,
        ApplicationFactStore::fact,
        period.start(),
        period.end(),
        department,
        department,
        department);
  }

  private static ApplicationFact fact(ResultSet row) throws SQLException {
    return new ApplicationFact(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("item_id", UUID.class),
        row.getString("item_title"),
        row.getString("enterprise_name"),
        row.getString("region"),
        row.getString("department"),
        row.getString("turn"),
        List.of((String[]) row.getArray("steps").getArray()),
        Coded.of(ApplicationStatus.class, row.getString("state")),
        Jdbc.date(row, "due"),
        Jdbc.date(row, "payment_due"),
        row.getObject("approved_fen", Long.class),
        row.getLong("paid_fen"),
        row.getInt("urges"),
        row.getBoolean("supervised"),
        row.getInt("claims"));
  }
}
