package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What items may cost in a year, and what has been promised and paid of it. */
@ApplicationScoped
class BudgetStore {
  private static final String PUT =
      """
      insert into assistant.payment_budget (item_id, year, amount_fen, set_by, set_at)
      values (?, ?, ?, ?, ?)
      on conflict (item_id, year) do update
         set amount_fen = excluded.amount_fen, set_by = excluded.set_by, set_at = excluded.set_at
      """;

  private static final String ITEM = "select title from assistant.item where id = ?";

  /** An approval counts in the year of its day, wherever the session is. */
  private static final String USES =
      """
      with used as (
        select item_id, extract(year from approved_at at time zone 'Asia/Shanghai')::int as year,
               max(item_title) as title, array_agg(distinct department) as departments,
               count(*) as approvals, coalesce(sum(approved_fen), 0) as approved,
               coalesce(sum(paid_fen), 0) as paid
          from assistant.application
         where approved_at is not null and state in ('approved', 'paid', 'closed')
         group by 1, 2)
      select coalesce(b.item_id, u.item_id) as item_id, coalesce(b.year, u.year) as year,
             coalesce(i.title, u.title) as title, b.amount_fen, coalesce(u.approvals, 0) as approvals,
             coalesce(u.approved, 0) as approved, coalesce(u.paid, 0) as paid
        from assistant.payment_budget b
        full join used u on u.item_id = b.item_id and u.year = b.year
        left join assistant.item i on i.id = coalesce(b.item_id, u.item_id)
       where (?::int is null or coalesce(b.year, u.year) = ?)
         and (?::text[] is null or u.departments && ?::text[])
       order by 2 desc, 3, 1
      """;

  private final Jdbc jdbc;

  BudgetStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An item's year; amounts in fen.
   *
   * @param budgetFen null where none was set
   */
  record Use(
      UUID itemId,
      int year,
      String title,
      Long budgetFen,
      int approvals,
      long approvedFen,
      long paidFen) {}

  boolean itemExists(UUID item) {
    return jdbc.first(ITEM, row -> true, item).orElse(false);
  }

  void put(UUID item, int year, long fen, String by, Instant at) {
    jdbc.update(PUT, item, year, fen, by, at);
  }

  /**
   * @param year null for all
   * @param offices names of the department whose approvals count; null for all
   */
  List<Use> uses(Integer year, List<String> offices) {
    return jdbc.query(USES, BudgetStore::use, year, year, offices, offices);
  }

  /** Of all years and departments. */
  static List<Use> all(Jdbc.Session session) throws SQLException {
    return session.query(USES, BudgetStore::use, null, null, null, null);
  }

  private static Use use(ResultSet row) throws SQLException {
    return new Use(
        row.getObject("item_id", UUID.class),
        row.getInt("year"),
        row.getString("title"),
        row.getObject("amount_fen", Long.class),
        row.getInt("approvals"),
        row.getLong("approved"),
        row.getLong("paid"));
  }
}
