package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.Jdbc;

/** Puts payments on rows of {@link PaymentTables}, which have no log; once for each entry. */
final class FakePaidApplications extends PaidApplications {
  private static final String CLAIM =
      "update assistant.payment_entry set posted_at = now() where id = ? and posted_at is null";

  private static final String PAY =
      """
      update assistant.application
         set paid_fen = paid_fen + ?, paid_on = greatest(paid_on, ?),
             state = case when paid_fen + ? >= approved_fen then 'paid' else 'approved' end
       where id = ?
      """;

  private final Jdbc jdbc;

  FakePaidApplications(Jdbc jdbc) {
    super(null);
    this.jdbc = jdbc;
  }

  @Override
  void record(Paid paid) {
    jdbc.transaction(
        session ->
            session.update(CLAIM, paid.entry()) == 0
                ? 0
                : session.update(PAY, paid.fen(), paid.paidOn(), paid.fen(), paid.applicationId()));
  }
}
