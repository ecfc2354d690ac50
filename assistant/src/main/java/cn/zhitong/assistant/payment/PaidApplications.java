package cn.zhitong.assistant.payment;

import java.time.LocalDate;
import java.util.UUID;

/** Where a payment is put on an application's record. */
interface PaidApplications {
  /**
   * Records money that an application has got; once for an entry, however often it is told.
   *
   * @param entry tells one payment from another
   * @param batch that it came with
   */
  record Paid(
      UUID entry, UUID applicationId, long fen, LocalDate paidOn, String voucher, UUID batch) {}

  /**
   * @throws cn.zhitong.assistant.web.Problem where the application does not take it, e.g. because
   *     it was withdrawn meanwhile
   */
  void record(Paid paid);
}
