package cn.zhitong.assistant.arrears;

import java.time.LocalDate;
import java.util.List;

/**
 * 拖欠账款 as it is on a case's log.
 *
 * @param cents amount owed in 分
 * @param debtor null where it was erased
 * @param contract number or name of the contract, or null
 * @param undisputed null while the debtor was not heard
 * @param deliveredOn day of delivery, acceptance or settlement, from which terms are counted; or
 *     null
 * @param agreedDays days that the contract gives, or null
 */
public record Arrears(
    long cents,
    String debtor,
    DebtorKind debtorKind,
    String contract,
    Boolean undisputed,
    LocalDate deliveredOn,
    Integer agreedDays,
    List<Instalment> instalments,
    List<Repayment> repayments) {

  public Arrears {
    instalments = instalments == null ? List.of() : List.copyOf(instalments);
    repayments = repayments == null ? List.of() : List.copyOf(repayments);
  }

  public long paidCents() {
    return repayments.stream().mapToLong(Repayment::cents).sum();
  }

  /** What is still to be paid, never below 0. */
  public long openCents() {
    return Math.max(0, cents - paidCents());
  }
}
