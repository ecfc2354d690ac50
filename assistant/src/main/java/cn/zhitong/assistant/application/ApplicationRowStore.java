package cn.zhitong.assistant.application;

import cn.zhitong.common.jdbc.Jdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Rows of the table {@code application}, as they are folded. */
final class ApplicationRowStore {
  /** A row that is there keeps what it is an application for, and whose. */
  private static final String PUT =
      """
      insert into assistant.application
        (id, number, mode, item_id, item_version, item_title, policy_id, credit_code,
         enterprise_name, region, industry, scale, department, steps, turn, state, step, version,
         head, applied_fen, approved_fen, submitted_at, accepted_at, due, due_provisional,
         working_days, publicity_until, approved_at, payment_due, paid_on, paid_fen, closed_at,
         state_since, created_at, updated_at, urges, supervised, score, direct_list, erased_at,
         paused, watch_on, folded_by, seal)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update
         set region = excluded.region, industry = excluded.industry, scale = excluded.scale,
             department = excluded.department, steps = excluded.steps, turn = excluded.turn,
             state = excluded.state, step = excluded.step, version = excluded.version,
             head = excluded.head, applied_fen = excluded.applied_fen,
             approved_fen = excluded.approved_fen, submitted_at = excluded.submitted_at,
             accepted_at = excluded.accepted_at, due = excluded.due,
             due_provisional = excluded.due_provisional, working_days = excluded.working_days,
             publicity_until = excluded.publicity_until, approved_at = excluded.approved_at,
             payment_due = excluded.payment_due, paid_on = excluded.paid_on,
             paid_fen = excluded.paid_fen, closed_at = excluded.closed_at,
             state_since = excluded.state_since, updated_at = excluded.updated_at,
             urges = excluded.urges, supervised = excluded.supervised, score = excluded.score,
             erased_at = excluded.erased_at, paused = excluded.paused,
             watch_on = excluded.watch_on, folded_by = excluded.folded_by, seal = excluded.seal
      """;

  private ApplicationRowStore() {}

  /**
   * @param watchOn when its deadline is looked at next; null for never
   */
  static void put(
      Jdbc.Session session, FoldedApplication row, LocalDate watchOn, String foldedBy, String seal)
      throws SQLException {
    session.update(
        PUT,
        row.id(),
        row.number(),
        row.mode(),
        row.itemId(),
        row.itemVersion(),
        row.itemTitle(),
        row.policyId(),
        row.creditCode(),
        row.enterpriseName(),
        row.region(),
        row.industry(),
        row.scale(),
        row.department(),
        row.steps(),
        row.turn(),
        row.state(),
        row.step(),
        row.version(),
        row.head(),
        row.appliedFen(),
        row.approvedFen(),
        row.submittedAt(),
        row.acceptedAt(),
        row.due(),
        row.dueProvisional(),
        row.workingDays(),
        row.publicityUntil(),
        row.approvedAt(),
        row.paymentDue(),
        row.paidOn(),
        row.paidFen(),
        row.closedAt(),
        row.stateSince(),
        row.createdAt(),
        row.updatedAt(),
        row.urges(),
        row.supervised(),
        row.score(),
        row.directList(),
        row.erasedAt(),
        row.paused(),
        watchOn,
        foldedBy,
        seal);
  }

  static FoldedApplication row(ResultSet row) throws SQLException {
    return new FoldedApplication(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("mode"),
        row.getObject("item_id", UUID.class),
        row.getInt("item_version"),
        row.getString("item_title"),
        row.getObject("policy_id", UUID.class),
        row.getString("credit_code"),
        row.getString("enterprise_name"),
        row.getString("region"),
        row.getString("industry"),
        row.getString("scale"),
        row.getString("department"),
        Jdbc.texts(row, "steps"),
        row.getString("turn"),
        row.getString("state"),
        row.getObject("step", Integer.class),
        row.getInt("version"),
        row.getString("head"),
        row.getObject("applied_fen", Long.class),
        row.getObject("approved_fen", Long.class),
        Jdbc.instant(row, "submitted_at"),
        Jdbc.instant(row, "accepted_at"),
        Jdbc.date(row, "due"),
        row.getBoolean("due_provisional"),
        row.getObject("working_days", Integer.class),
        Jdbc.date(row, "publicity_until"),
        Jdbc.instant(row, "approved_at"),
        Jdbc.date(row, "payment_due"),
        Jdbc.date(row, "paid_on"),
        row.getLong("paid_fen"),
        Jdbc.instant(row, "closed_at"),
        Jdbc.instant(row, "state_since"),
        Jdbc.instant(row, "created_at"),
        Jdbc.instant(row, "updated_at"),
        row.getInt("urges"),
        row.getBoolean("supervised"),
        row.getObject("score", Integer.class),
        row.getObject("direct_list", UUID.class),
        Jdbc.instant(row, "erased_at"),
        row.getBoolean("paused"));
  }

  /** An application without its log. */
  static ApplicationFile file(ResultSet row) throws SQLException {
    return new ApplicationFile(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getInt("version"),
        row.getString("head"),
        row.getString("folded_by"),
        row.getString("seal"),
        List.of());
  }
}
