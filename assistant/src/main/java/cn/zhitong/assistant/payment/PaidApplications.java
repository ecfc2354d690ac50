package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.application.Applications;
import cn.zhitong.assistant.application.Payment;
import cn.zhitong.assistant.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Puts payments on the applications' logs. */
@ApplicationScoped
class PaidApplications {
  private static final int FEN_DIGITS = 2;

  private final Applications applications;

  PaidApplications(Applications applications) {
    this.applications = applications;
  }

  /**
   * Money that an application has got, or given back where it is less than nothing.
   *
   * @param entry tells one payment from another, however often it is told
   * @param batch that it came with
   * @param by account of who imported or decided it; {@code name} for people
   */
  record Paid(
      UUID entry,
      UUID applicationId,
      long fen,
      LocalDate paidOn,
      String voucher,
      UUID batch,
      String by,
      String name) {}

  /**
   * Records it once.
   *
   * @throws cn.zhitong.assistant.web.Problem where the application does not take it, e.g. because
   *     it was withdrawn meanwhile
   */
  void record(Paid paid) {
    Payment payment =
        new Payment(
            BigDecimal.valueOf(Math.abs(paid.fen()), FEN_DIGITS),
            paid.paidOn(),
            paid.voucher(),
            paid.batch().toString(),
            paid.entry().toString());
    Caller by = new Caller(paid.by(), paid.name(), null, Set.of());
    if (paid.fen() < 0) {
      applications.refund(paid.applicationId(), payment, "拨付清单登记的退回", by);
    } else {
      applications.pay(paid.applicationId(), payment, by);
    }
  }
}
