package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.matching.enterprise.CreditCode;
import cn.zhitong.common.workday.WorkingDays;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compares rows with what was approved and with what was paid before, in the order of the file:
 * approved at all → right payee → paid before → amount → in time → within the item's budget. Rows
 * of less than nothing are money that came back.
 */
final class PaymentChecks {
  /** Yuan written where 万元 was meant, or the other way round. */
  private static final BigDecimal UNIT_SLIP = BigDecimal.valueOf(10_000);

  private static final int ORGANISATION_START = 8;
  private static final int ORGANISATION_END = 17;

  private final WorkingDays calendar;
  private final RepeatedPayments repeated;
  private final BudgetUse budgets;
  private final Map<UUID, Long> paid = new HashMap<>();
  private final Map<UUID, CheckedRow> lastBooked = new LinkedHashMap<>();

  PaymentChecks(WorkingDays calendar, PaymentStore.Ledger ledger) {
    this.calendar = calendar;
    this.repeated = new RepeatedPayments(ledger.earlier());
    this.budgets = new BudgetUse(ledger.budgets());
  }

  /** Checks all rows that have an application. */
  void check(List<CheckedRow> rows) {
    repeated.countVouchers(rows);
    for (CheckedRow one : rows) {
      if (one.application() != null) {
        // What no voucher tells apart from others is for a person to see.
        if (one.row().voucherFault() != null) {
          one.hold(FindingKind.UNKNOWN, one.row().voucherFault());
        }
        check(one);
      }
    }
    lastBooked.values().forEach(this::partial);
  }

  private void check(CheckedRow one) {
    PayableApplication application = one.application();
    if (one.row().fen() < 0) {
      payee(one, application);
      refund(one, application);
      keep(one);
      return;
    }
    approved(one, application);
    payee(one, application);
    boolean elsewhere = one.isHeld();
    if (one.row().isCalledReturn()) {
      one.hold(
          FindingKind.AMOUNT,
          "备注写明是退回或冲销，金额 " + AmountReader.yuan(one.row().fen()) + " 却是正数；确是退回的，请把金额写成负数再导入");
    } else if (one.row().fen() == 0) {
      one.hold(FindingKind.AMOUNT, "金额为 0，" + approvedAmount(application) + "；没有拨付的不用列入");
    } else if (repeated.find(one, application, paidBefore(application))) {
      keep(one);
      return;
    } else {
      amount(one, application, elsewhere);
    }
    late(one, application);
    keep(one);
    budget(one);
  }

  /** Money that came back; of an application that is closed as well. */
  private void refund(CheckedRow one, PayableApplication application) {
    long back = -one.row().fen();
    long before = paidBefore(application);
    if (repeated.findReturn(one, application)) {
      return;
    }
    if (back > before) {
      one.hold(
          FindingKind.AMOUNT,
          "退回 "
              + AmountReader.yuan(back)
              + "，而申报 "
              + application.number()
              + (before == 0 ? " 没有已登记的拨付" : " 只登记拨付 " + AmountReader.yuan(before))
              + "，请核对编号和金额；拨付还没有导入的，先导入拨付");
    } else if (!one.isHeld()) {
      one.remark(
          FindingKind.AMOUNT,
          "退回 "
              + AmountReader.yuan(back)
              + "，已登记为退回；申报 "
              + application.number()
              + " 累计拨付 "
              + AmountReader.yuan(before - back)
              + "，"
              + approvedAmount(application));
    }
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

  /** More than the item has for the year; who approved it knows best whether that is right. */
  private void budget(CheckedRow one) {
    if (one.isHeld() || one.application().approvedOn() == null) {
      return;
    }
    PayableApplication application = one.application();
    budgets
        .beyond(application.itemId(), application.approvedOn().getYear(), one.row().fen())
        .ifPresent(why -> one.remark(FindingKind.AMOUNT, why));
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
    boolean told = one.row().fen() < 0;
    if (!told && approved != null && total < approved) {
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
