package cn.zhitong.assistant.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the same payment again from a further instalment, by voucher, day and amount. */
final class RepeatedPayments {
  private final Map<UUID, List<EarlierPayment>> byApplication = new HashMap<>();
  private final Map<String, List<EarlierPayment>> byVoucher = new HashMap<>();
  private final Map<UUID, List<EarlierPayment>> above = new HashMap<>();
  private final Map<String, Integer> vouchers = new HashMap<>();

  RepeatedPayments(Collection<EarlierPayment> earlier) {
    for (EarlierPayment one : earlier) {
      if (one.applicationId() != null) {
        byApplication.computeIfAbsent(one.applicationId(), id -> new ArrayList<>()).add(one);
      }
      if (one.voucher() != null) {
        byVoucher
            .computeIfAbsent(PaymentKeys.voucher(one.voucher()), key -> new ArrayList<>())
            .add(one);
      }
    }
  }

  /** How often each voucher is in the file. */
  void countVouchers(Collection<CheckedRow> rows) {
    for (CheckedRow one : rows) {
      if (one.row().voucher() != null) {
        vouchers.merge(PaymentKeys.voucher(one.row().voucher()), 1, Integer::sum);
      }
    }
  }

  /** A row that was checked: those below are compared with it. */
  void keep(CheckedRow one) {
    PaymentRow row = one.row();
    above
        .computeIfAbsent(one.application().id(), id -> new ArrayList<>())
        .add(
            new EarlierPayment(
                one.application().id(),
                row.fen(),
                row.paidOn(),
                row.voucher(),
                "本文件"
                    + (row.sheet() == null ? "" : "“" + row.sheet() + "”")
                    + "第 "
                    + row.row()
                    + " 行",
                !one.isHeld()));
  }

  /**
   * Looks whether it was paid before, in this file or an earlier one; holds it then.
   *
   * @param before fen that the application has got so far
   */
  boolean find(CheckedRow one, PayableApplication application, long before) {
    PaymentRow row = one.row();
    for (EarlierPayment other : above.getOrDefault(application.id(), List.of())) {
      if (other.fen() == row.fen()
          && (other.hasVoucher(row.voucher()) || sameDay(other, row) && !toldApart(other, row))) {
        return twice(one, "与" + other.told() + "是同一笔");
      }
    }
    for (EarlierPayment other : byApplication.getOrDefault(application.id(), List.of())) {
      if (other.hasVoucher(row.voucher())) {
        return twice(one, "凭证号 " + row.voucher() + " 已在" + other.told() + "登记过");
      }
      if (other.fen() == row.fen() && sameDay(other, row) && !toldApart(other, row)) {
        return twice(one, "同一天同一金额已在" + other.told() + "登记过");
      }
    }
    return voucherOfAnother(one, application) || paidAgain(one, application, before);
  }

  private static boolean twice(CheckedRow one, String message) {
    one.hold(FindingKind.TWICE, message);
    return true;
  }

  private static boolean sameDay(EarlierPayment other, PaymentRow row) {
    return other.paidOn().equals(row.paidOn());
  }

  /** Two vouchers tell that two payments are two. */
  private static boolean toldApart(EarlierPayment other, PaymentRow row) {
    return other.voucher() != null && row.voucher() != null && !other.hasVoucher(row.voucher());
  }

  /**
   * A voucher that paid one application before, and now pays one other. Where it covers several, it
   * is an order for a list, whose rows may come in several files.
   */
  private boolean voucherOfAnother(CheckedRow one, PayableApplication application) {
    if (one.row().voucher() == null) {
      return false;
    }
    String key = PaymentKeys.voucher(one.row().voucher());
    List<EarlierPayment> before = byVoucher.getOrDefault(key, List.of());
    if (before.size() != 1 || vouchers.getOrDefault(key, 0) != 1) {
      return false;
    }
    EarlierPayment other = before.get(0);
    return !application.id().equals(other.applicationId())
        && twice(one, "凭证号 " + one.row().voucher() + " 已在" + other.told() + "用于另一笔");
  }

  /** The same amount again, beyond what was approved: another voucher for the same payment. */
  private boolean paidAgain(CheckedRow one, PayableApplication application, long before) {
    long fen = one.row().fen();
    boolean beyond = application.approvedFen() != null && before + fen > application.approvedFen();
    if (!beyond || before == 0) {
      return false;
    }
    for (EarlierPayment other : counted(application)) {
      if (other.fen() == fen) {
        return twice(
            one, other.told() + "已于 " + other.paidOn() + " 拨付同样的 " + AmountReader.yuan(fen));
      }
    }
    return before == fen
        && twice(one, "申报 " + application.number() + " 此前已拨付 " + AmountReader.yuan(before));
  }

  private List<EarlierPayment> counted(PayableApplication application) {
    List<EarlierPayment> counted = new ArrayList<>();
    counted.addAll(above.getOrDefault(application.id(), List.of()));
    counted.addAll(byApplication.getOrDefault(application.id(), List.of()));
    counted.removeIf(other -> !other.counts());
    return counted;
  }
}
