package cn.zhitong.assistant.application;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What other features may do with applications. Rights are theirs to ask for. */
@ApplicationScoped
public class Applications {
  private final ApplicationLog log;
  private final ApplicationDeadlines deadlines;

  Applications(ApplicationLog log, ApplicationDeadlines deadlines) {
    this.log = log;
    this.deadlines = deadlines;
  }

  /**
   * Where an application stands after a payment.
   *
   * @param repeated whether the same payment had been recorded before, and nothing was now
   */
  public record PaymentOutcome(
      UUID applicationId,
      String number,
      ApplicationStatus state,
      long approvedFen,
      long paidFen,
      boolean repeated) {}

  /**
   * Records a payment, once for each batch, voucher and row; parts add up, and the application is
   * paid when they come to what was approved.
   *
   * @throws Problem.NotFound where there is no such application
   * @throws Problem.Conflict where it is not approved, or more would be paid than was approved
   * @throws Problem.InvalidRequest where the amount is none, or the day is to come
   */
  public PaymentOutcome pay(UUID applicationId, Payment payment, Caller by) {
    long fen = Yuan.fen(payment.yuan(), "amount");
    return record(applicationId, payment, fen, file -> entry(file, payment, fen, by));
  }

  /**
   * Records money that came back, once as payments are; it is owed again then.
   *
   * @param reason why it came back, in Chinese
   * @throws Problem.NotFound where there is no such application
   * @throws Problem.Conflict where less was paid
   * @throws Problem.InvalidRequest where the amount is none, or the day is to come
   */
  public PaymentOutcome refund(UUID applicationId, Payment payment, String reason, Caller by) {
    long fen = Yuan.fen(payment.yuan(), "amount");
    return record(
        applicationId, payment, -fen, file -> refund(file, payment, fen, by).because(reason));
  }

  /**
   * @param fen negative for money that came back
   */
  private PaymentOutcome record(
      UUID applicationId,
      Payment payment,
      long fen,
      Function<ApplicationFile, ApplicationLog.Entry> entry) {
    if (payment.paidOn().isAfter(deadlines.today())) {
      throw new Problem.InvalidRequest("paidOn：" + (fen < 0 ? "退回" : "拨付") + "日期不能晚于今天。");
    }
    boolean[] repeated = new boolean[1];
    ApplicationFile after =
        log.append(
                applicationId,
                (change, file) -> {
                  repeated[0] = isKnown(file, payment, fen);
                  return repeated[0] ? Optional.empty() : Optional.of(entry.apply(file));
                })
            .orElseThrow(() -> new Problem.NotFound("没有这件申报，请核对编号。"));
    ApplicationState standing = after.standing();
    Long approved = standing.money().approvedFen();
    return new PaymentOutcome(
        after.id(),
        after.number(),
        standing.state(),
        approved == null ? 0 : approved,
        standing.money().paidFen(),
        repeated[0]);
  }

  private static boolean isKnown(ApplicationFile file, Payment payment, long fen) {
    String key = payment.key();
    MoneyState money = file.standing().money();
    return key != null && money.has(key)
        || money.hasVoucher(payment.voucher(), fen, payment.paidOn());
  }

  private static ApplicationLog.Entry refund(
      ApplicationFile file, Payment payment, long fen, Caller by) {
    ApplicationState standing = file.standing();
    if (!ApplicationStatus.GRANTED.contains(standing.state()) || fen > standing.money().paidFen()) {
      throw new Problem.Conflict(
          "申报 "
              + file.number()
              + " 的状态是“"
              + standing.state().label()
              + "”，已拨付 "
              + Yuan.text(standing.money().paidFen())
              + " 元，不能退回 "
              + Yuan.text(fen)
              + " 元。",
          Map.of("state", standing.state().code(), "version", standing.version()));
    }
    return new ApplicationLog.Entry(
        ApplicationEventType.REFUND,
        by.name(),
        by.shownName(),
        null,
        standing.version(),
        new ApplicationPayload.Refunded(
            fen, payment.paidOn(), payment.voucher(), payment.batch(), payment.key()));
  }

  /** A payment as an event; the application is locked. */
  static ApplicationLog.Entry entry(ApplicationFile file, Payment payment, long fen, Caller by) {
    ApplicationState standing = file.standing();
    if (standing.state() != ApplicationStatus.APPROVED) {
      throw new Problem.Conflict(
          "申报 " + file.number() + " 的状态是“" + standing.state().label() + "”，不能登记拨付。",
          Map.of("state", standing.state().code(), "version", standing.version()));
    }
    if (isKnown(file, payment, fen)) {
      throw new Problem.Conflict(
          "凭证“" + payment.voucher() + "”的拨付已经登记过。", Map.of("version", standing.version()));
    }
    long left = standing.money().leftFen();
    if (fen > left) {
      throw new Problem.Conflict(
          "本次拨付 " + Yuan.text(fen) + " 元，超过尚未拨付的 " + Yuan.text(left) + " 元；请核对金额和批准额。",
          Map.of("state", standing.state().code(), "leftYuan", Yuan.of(left)));
    }
    return new ApplicationLog.Entry(
        ApplicationEventType.PAY,
        by.name(),
        by.shownName(),
        null,
        standing.version(),
        new ApplicationPayload.Paid(
            fen, payment.paidOn(), payment.voucher(), payment.batch(), payment.key()));
  }
}
