package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Entries on their way to the applications. */
@ApplicationScoped
class PostingStore {
  private static final String WAITING =
      """
      select e.id, e.application_id, e.amount_fen, e.paid_on, e.voucher, e.batch_id,
             coalesce(e.resolved_by, b.imported_by) as by,
             coalesce(e.resolver_name, b.importer_name) as name
        from assistant.payment_entry e join assistant.payment_batch b on b.id = e.batch_id
       where e.posted_at is null and e.state in ('booked', 'accepted', 'corrected')
       order by e.id limit 10000
      """;

  private static final String POSTED =
      "update assistant.payment_entry set posted_at = ? where id = ? and posted_at is null";

  private static final String REFUSED =
      """
      update assistant.payment_entry set state = 'open'
       where id = ? and posted_at is null returning batch_id, application_id
      """;

  private static final String FINDING =
      """
      insert into assistant.payment_finding
        (id, batch_id, entry_id, seq, kind, application_id, message)
      values (?, ?, ?, 1000000, 'not_approved', ?, ?)
      """;

  private final Jdbc jdbc;
  private final Clock clock;

  PostingStore(Jdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<PaidApplications.Paid> waiting() {
    return jdbc.query(
        WAITING,
        row ->
            new PaidApplications.Paid(
                row.getObject("id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getLong("amount_fen"),
                Jdbc.date(row, "paid_on"),
                row.getString("voucher"),
                row.getObject("batch_id", UUID.class),
                row.getString("by"),
                row.getString("name")));
  }

  void posted(UUID entry) {
    jdbc.update(POSTED, clock.instant(), entry);
  }

  /** Back to a person, with why it was not taken. */
  void refused(UUID entry, String why) {
    jdbc.transaction(
        session -> {
          List<UUID[]> of =
              session.query(
                  REFUSED,
                  row ->
                      new UUID[] {
                        row.getObject("batch_id", UUID.class),
                        row.getObject("application_id", UUID.class)
                      },
                  entry);
          for (UUID[] one : of) {
            session.update(FINDING, Ids.next(), one[0], entry, one[1], why);
          }
          return of.size();
        });
  }
}
