package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Puts payments on the applications' rows. */
@ApplicationScoped
class PaidApplicationStore implements PaidApplications {
  private static final String CLAIM =
      """
      update assistant.payment_entry set posted_at = ?
       where id = ? and posted_at is null
      """;

  private static final String PAY =
      """
      update assistant.application
         set paid_fen = paid_fen + ?, paid_on = greatest(paid_on, ?),
             state = case when state = 'approved' and paid_fen + ? >= approved_fen then 'paid'
                          else state end,
             state_since = case when state = 'approved' and paid_fen + ? >= approved_fen then ?
                                else state_since end,
             version = version + 1, updated_at = ?
       where id = ?
      """;

  private final Jdbc jdbc;
  private final Clock clock;

  PaidApplicationStore(Jdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void record(Paid paid) {
    Instant now = clock.instant();
    jdbc.transaction(
        session -> {
          int claimed = session.update(CLAIM, now, paid.entry());
          return claimed == 0
              ? 0
              : session.update(
                  PAY,
                  paid.fen(),
                  paid.paidOn(),
                  paid.fen(),
                  paid.fen(),
                  now,
                  now,
                  paid.applicationId());
        });
  }
}
