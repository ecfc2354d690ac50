package cn.zhitong.assistant.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells the same payment again from a further instalment, by voucher, day and amount. */
final class RepeatedPayments {
  private final Map<UUID, List<EarlierPayment>> byApplication = new HashMap<>();
  private final Map<UUID, List<EarlierPayment>> above = new HashMap<>();

  /** Payments under a voucher, in earlier files and above; and whom it pays in all of them. */
  private final Map<String, List<EarlierPayment>> byVoucher = new HashMap<>();

  private final Map<String, Set<UUID>> paidBy = new HashMap<>();

  RepeatedPayments(Collection<EarlierPayment> earlier) {
    for (EarlierPayment one : earlier) {
      // What still waits for a person is no payment yet: a row that mends it may be one.
      if (one.applicationId() != null && one.counts()) {
        byApplication.computeIfAbsent(one.applicationId(), id -> new ArrayList<>()).add(one);
        voucher(one.voucher(), one.applicationId());
        voucher(one);
      }
    }
  }

  /** Whom each voucher of the file pays. */
  void countVouchers(Collection<CheckedRow> rows) {
    for (CheckedRow one : rows) {
      if (one.application() != null) {
        voucher(one.row().voucher(), one.application().id());
      }
    }
  }

  private void voucher(String voucher, UUID application) {
    if (voucher != null) {
      paidBy.computeIfAbsent(PaymentKeys.voucher(voucher), key -> new HashSet<>()).add(application);
    }
  }

  private void voucher(EarlierPayment one) {
    if (one.voucher() != null) {
      byVoucher
          .computeIfAbsent(PaymentKeys.voucher(one.voucher()), key -> new ArrayList<>())
          .add(one);
    }
  }

  /** A row that was checked: those below are compared with it. */
  void keep(CheckedRow one) {
    PaymentRow row = one.row();
    EarlierPayment kept =
        new EarlierPayment(
            one.application().id(),
            row.fen(),
            row.paidOn(),
            row.voucher(),
            "本文件" + (row.sheet() == null ? "" : "“" + row.sheet() + "”") + "第 " + row.row() + " 行",
            !one.isHeld());
    above.computeIfAbsent(one.application().id(), id -> new ArrayList<>()).add(kept);
    voucher(kept);
  }

  /**
   * Looks whether it was paid before, in this file or an earlier one; holds it then.
   *
   * @param before fen that the application has got so far
   */
  boolean find(CheckedRow one, PayableApplication application, long before) {
    return underItsVoucher(one, application)
        || onItsDay(one, application)
        || voucherOfAnother(one, application)
        || paidAgain(one, application, before);
  }

  /** The same return again; holds it then. */
  boolean findReturn(CheckedRow one, PayableApplication application) {
    PaymentRow row = one.row();
    for (EarlierPayment other : all(application)) {
      if (other.fen() == row.fen()
          && (other.hasVoucher(row.voucher()) || sameDay(other, row) && !toldApart(other, row))) {
        return twice(one, "与" + other.told() + "是同一笔退回，不用再登记");
      }
    }
    return false;
  }

  private boolean underItsVoucher(CheckedRow one, PayableApplication application) {
    PaymentRow row = one.row();
    return all(application).stream()
        .filter(other -> other.fen() > 0 && other.hasVoucher(row.voucher()))
        .findFirst()
        .filter(
            other ->
                twice(
                    one,
                    other.fen() == row.fen()
                        ? "与" + other.told() + "是同一笔，不用再登记"
                        : otherAmount(other, row)))
        .isPresent();
  }

  private boolean onItsDay(CheckedRow one, PayableApplication application) {
    PaymentRow row = one.row();
    return withoutReturned(all(application)).stream()
        .filter(other -> other.fen() == row.fen() && sameDay(other, row))
        .filter(other -> other.counts() || !toldApart(other, row))
        .findFirst()
        .filter(
            other ->
                twice(
                    one,
                    toldApart(other, row)
                        ? "同一天同一金额已在" + other.told() + "登记，只是凭证号不同；确是两笔的，请核实后登记"
                        : "同一天同一金额已在" + other.told() + "登记过，不用再登记"))
        .isPresent();
  }

  /** What came back may be paid again. */
  private static List<EarlierPayment> withoutReturned(List<EarlierPayment> payments) {
    List<EarlierPayment> kept = new ArrayList<>(payments);
    for (EarlierPayment back : payments) {
      if (back.fen() < 0 && back.counts()) {
        kept.stream()
            .filter(other -> other.fen() == -back.fen() && other.counts())
            .findFirst()
            .ifPresent(kept::remove);
      }
    }
    return kept;
  }

  private static String otherAmount(EarlierPayment other, PaymentRow row) {
    return "凭证号 "
        + row.voucher()
        + " 与"
        + other.told()
        + "相同，那一行是 "
        + AmountReader.yuan(other.fen())
        + "，请按凭证核对金额或凭证号";
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
   * A voucher that pays one application, and one other. Where it covers more of them, it is an
   * order for a list, whose rows may come in several files.
   */
  private boolean voucherOfAnother(CheckedRow one, PayableApplication application) {
    if (one.row().voucher() == null) {
      return false;
    }
    String key = PaymentKeys.voucher(one.row().voucher());
    if (paidBy.getOrDefault(key, Set.of()).size() != 2) {
      return false;
    }
    return byVoucher.getOrDefault(key, List.of()).stream()
        .filter(other -> !application.id().equals(other.applicationId()))
        .findFirst()
        .filter(
            other ->
                twice(
                    one,
                    "凭证号 "
                        + one.row().voucher()
                        + " 已在"
                        + other.told()
                        + "用于另一件申报；一张凭证确是拨付两件的，请核实后登记"))
        .isPresent();
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
    return withoutReturned(all(application)).stream().filter(EarlierPayment::counts).toList();
  }

  private List<EarlierPayment> all(PayableApplication application) {
    List<EarlierPayment> all = new ArrayList<>();
    all.addAll(above.getOrDefault(application.id(), List.of()));
    all.addAll(byApplication.getOrDefault(application.id(), List.of()));
    return all;
  }
}
