package cn.zhitong.assistant.report;

import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts applications of a day, from the table {@code application}, which their logs fold into. */
@ApplicationScoped
class ApplicationDayStore {
  private static final int FEN_SCALE = 2;

  /** Departments by scalar sub-selects: as joins they were hashed over all applications. */
  static final String OF_DAY =
      """
      select (select count(*) from assistant.application
               where submitted_at >= ? and submitted_at < ? and state <> 'draft'
                 and (?::text is null or department = ?)) as filed,
             (select count(*) from assistant.application
               where approved_at >= ? and approved_at < ? and state <> 'draft'
                 and (?::text is null or department = ?)) as approved,
             (select count(*) from assistant.application
               where closed_at >= ? and closed_at < ? and state = 'rejected'
                 and (?::text is null or department = ?)) as rejected,
             (select coalesce(sum(p.amount_fen), 0) from assistant.application_payment p
               where p.paid_on_text = ?
                 and (?::text is null or ? = (select department from assistant.application b
                                               where b.id = p.application_id))) as paid_fen,
             (select count(*) from assistant.payment_claim c
               where c.claimed_at >= ? and c.claimed_at < ?
                 and (?::text is null or ? = (select department from assistant.application b
                                               where b.id = c.application_id))) as claims,
             count(*) as pending,
             count(*) filter (where due < ?) as overdue
        from assistant.application
       where state in ('submitted', 'correction', 'reviewing', 'publicity', 'objection', 'approved')
         and (?::text is null or department = ?)
      """;

  /** Those that are late now, by item: the longest first. */
  static final String LATE =
      """
      select number, item_title, coalesce(turn, department, '') as turn, due
        from assistant.application
       where state in ('submitted', 'correction', 'reviewing', 'publicity', 'objection', 'approved')
         and due < ? and (?::text is null or department = ?)
       order by due, number limit 200
      """;

  private final Jdbc jdbc;

  ApplicationDayStore(@Replica Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Applications of a day.
   *
   * @param paidYuan on the day, instalments by themselves
   * @param claims that money has not come
   * @param pending all that the office owes something, or waits for, as of now; null for a day that
   *     is over
   * @param overdue of them, those past their day; null likewise
   */
  public record ApplicationFigures(
      int filed,
      int approved,
      int rejected,
      BigDecimal paidYuan,
      int claims,
      Integer pending,
      Integer overdue) {}

  public record LateApplication(String number, String itemTitle, String turn, LocalDate due) {}

  ApplicationFigures of(Period day, LocalDate today) {
    boolean present = !day.to().isBefore(today);
    return jdbc.first(
            OF_DAY,
            row -> figures(row, present),
            parameters(day.start(), day.end(), day.to(), day.department(), today))
        .orElseThrow();
  }

  /** Of {@link #OF_DAY}, in its order. */
  static Object[] parameters(
      Instant start, Instant end, LocalDate day, String department, LocalDate today) {
    List<Object> all = new ArrayList<>();
    for (int period = 0; period < 3; period++) {
      Collections.addAll(all, start, end, department, department);
    }
    Collections.addAll(all, day.toString(), department, department);
    Collections.addAll(all, start, end, department, department);
    Collections.addAll(all, today, department, department);
    return all.toArray();
  }

  private static ApplicationFigures figures(ResultSet row, boolean present) throws SQLException {
    return new ApplicationFigures(
        row.getInt("filed"),
        row.getInt("approved"),
        row.getInt("rejected"),
        BigDecimal.valueOf(row.getLong("paid_fen"), FEN_SCALE),
        row.getInt("claims"),
        present ? row.getInt("pending") : null,
        present ? row.getInt("overdue") : null);
  }

  /** None for a day that is over: what was late then is not kept. */
  List<LateApplication> late(Period day, LocalDate today) {
    if (day.to().isBefore(today)) {
      return List.of();
    }
    return jdbc.query(
        LATE,
        row ->
            new LateApplication(
                row.getString("number"),
                row.getString("item_title"),
                row.getString("turn"),
                Jdbc.date(row, "due")),
        today,
        day.department(),
        day.department());
  }
}
