package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.matching.enterprise.CreditCode;
import cn.zhitong.common.workday.WorkingDays;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compares rows with what was approved and with what was paid before, in the order of the file:
 * approved at all → right payee → paid before → amount → in time.
 */
final class PaymentChecks {
  /** Yuan written where 万元 was meant, or the other way round. */
  private static final BigDecimal UNIT_SLIP = BigDecimal.valueOf(10_000);

  private static final int ORGANISATION_START = 8;
  private static final int ORGANISATION_END = 17;

  private final WorkingDays calendar;
  private final RepeatedPayments repeated;
  private final Map<UUID, Long> paid = new HashMap<>();
  private final Map<UUID, CheckedRow> lastBooked = new LinkedHashMap<>();

  PaymentChecks(WorkingDays calendar, Collection<EarlierPayment> earlier) {
    this.calendar = calendar;
    this.repeated = new RepeatedPayments(earlier);
  }

  /** Checks all rows that have an application. */
  void check(List<CheckedRow> rows) {
    repeated.countVouchers(rows);
    rows.stream().filter(one -> one.application() != null).forEach(this::check);
    lastBooked.values().forEach(this::partial);
  }

  private void check(CheckedRow one) {
    PayableApplication application = one.application();
    approved(one, application);
    payee(one, application);
    boolean elsewhere = one.isHeld();
    if (one.row().isReturn()) {
      one.hold(
          FindingKind.AMOUNT,
          "这是退回或冲销 " + AmountReader.yuan(Math.abs(one.row().fen())) + "，不能直接登记为拨付，请核实");
    } else if (one.row().fen() == 0) {
      one.hold(FindingKind.AMOUNT, "金额为 0，" + approvedAmount(application));
    } else if (repeated.find(one, application, paidBefore(application))) {
      keep(one);
      return;
    } else {
      amount(one, application, elsewhere);
    }
    late(one, application);
    keep(one);
  }

  private void keep(CheckedRow one) {
    PaymentRow row = one.row();
    repeated.keep(one);
    if (!one.isHeld()) {
      paid.merge(
          one.application().id(), one.application().paidFen() + row.fen(), (a, b) -> a + row.fen());
      lastBooked.put(one.application().id(), one);
    }
  }

  private static void approved(CheckedRow one, PayableApplication application) {
    if (!application.isApproved()) {
      one.hold(
          FindingKind.NOT_APPROVED, "申报 " + application.number() + " " + application.standing());
    } else if (application.publicityUntil() != null
        && !one.row().paidOn().isAfter(application.publicityUntil())) {
      one.hold(
          FindingKind.NOT_APPROVED,
          "公示到 " + application.publicityUntil() + " 才结束，" + one.row().paidOn() + " 已拨付");
    } else if (one.row().paidOn().isBefore(application.approvedOn())) {
      one.hold(
          FindingKind.NOT_APPROVED,
          application.approvedOn() + " 才批准，" + one.row().paidOn() + " 已拨付");
    } else if (!application.takesPayments() && !application.isFullyPaid()) {
      one.hold(FindingKind.NOT_APPROVED, "申报 " + application.number() + " 已办结，不再拨付");
    }
  }

  private static void payee(CheckedRow one, PayableApplication application) {
    PaymentRow row = one.row();
    List<String> wrong = new ArrayList<>();
    if (row.creditCode() != null && !isCodeOf(row.creditCode(), application)) {
      boolean valid = CreditCode.isValid(PaymentKeys.code(row.creditCode()));
      wrong.add(valid ? "信用代码 " + row.creditCode() : "有误的信用代码 " + row.creditCode());
    }
    if (row.payee() != null && !application.isNamed(row.payee())) {
      wrong.add("收款单位“" + row.payee() + "”");
    }
    if (row.enterprise() != null && !application.isNamed(row.enterprise())) {
      wrong.add("企业“" + row.enterprise() + "”");
    }
    if (!wrong.isEmpty()) {
      one.hold(
          FindingKind.PAYEE,
          "文件写的是"
              + String.join("、", wrong)
              + "，申报企业是“"
              + application.enterpriseName()
              + "”（"
              + application.creditCode()
              + "）");
    }
  }

  private static boolean isCodeOf(String code, PayableApplication application) {
    String key = PaymentKeys.code(code);
    String own = application.creditCode();
    // Older lists have the organisation's code, which is a part of it.
    return key.equals(PaymentKeys.code(own))
        || own.length() > ORGANISATION_END
            && key.equals(own.substring(ORGANISATION_START, ORGANISATION_END));
  }

  private long paidBefore(PayableApplication application) {
    return paid.getOrDefault(application.id(), application.paidFen());
  }

  private void amount(CheckedRow one, PayableApplication application, boolean elsewhere) {
    if (application.approvedFen() == null) {
      if (application.isApproved()) {
        one.hold(FindingKind.AMOUNT, "申报 " + application.number() + " 没有核准的金额");
      }
      return;
    }
    long approved = application.approvedFen();
    long fen = one.row().fen();
    long total = (elsewhere ? 0 : paidBefore(application)) + fen;
    if (isUnitSlip(fen, approved)) {
      one.hold(
          FindingKind.AMOUNT,
          AmountReader.yuan(fen) + "与核准的 " + AmountReader.yuan(approved) + " 差一万倍，请核对单位是元还是万元");
    } else if (total > approved) {
      one.hold(
          FindingKind.AMOUNT,
          (total == fen ? "拨付 " : "连同此前共拨付 ")
              + AmountReader.yuan(total)
              + "，超过核准的 "
              + AmountReader.yuan(approved));
    } else if (elsewhere && fen < approved) {
      one.remark(
          FindingKind.AMOUNT, "拨付 " + AmountReader.yuan(fen) + "，" + approvedAmount(application));
    }
  }

  private static boolean isUnitSlip(long fen, long approved) {
    BigDecimal paid = BigDecimal.valueOf(fen);
    BigDecimal granted = BigDecimal.valueOf(approved);
    return paid.multiply(UNIT_SLIP).compareTo(granted) == 0
        || granted.multiply(UNIT_SLIP).compareTo(paid) == 0;
  }

  private static String approvedAmount(PayableApplication application) {
    return application.approvedFen() == null
        ? "没有核准的金额"
        : "核准的是 " + AmountReader.yuan(application.approvedFen());
  }

  private void late(CheckedRow one, PayableApplication application) {
    if (application.isApproved()
        && application.paymentDue() != null
        && one.row().fen() > 0
        && one.row().paidOn().isAfter(application.paymentDue())) {
      int days = calendar.between(application.paymentDue(), one.row().paidOn());
      one.remark(
          FindingKind.LATE,
          "应于 "
              + application.paymentDue()
              + " 前拨付，"
              + one.row().paidOn()
              + " 拨付，晚 "
              + days
              + " 个工作日");
    }
  }

  /** Instalments that sum up are fine; what stays short is told once, at the last of them. */
  private void partial(CheckedRow one) {
    PayableApplication application = one.application();
    Long approved = application.approvedFen();
    long total = paidBefore(application);
    if (approved != null && total < approved) {
      one.remark(
          FindingKind.AMOUNT,
          "累计拨付 "
              + AmountReader.yuan(total)
              + "，少于核准的 "
              + AmountReader.yuan(approved)
              + "，还差 "
              + AmountReader.yuan(approved - total));
    }
  }
}
