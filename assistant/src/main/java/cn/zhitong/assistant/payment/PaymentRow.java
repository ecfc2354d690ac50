package cn.zhitong.assistant.payment;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A row of a payment file that could be read; texts are as the file has them, null where it says
 * nothing.
 *
 * @param sheet null where the file has but one
 * @param row as the spreadsheet counts
 * @param brokenNumber whether the spreadsheet has lost digits of the number
 * @param payee who got the money; {@code enterprise} who applied, where a column says so
 * @param fen negative for money that came back
 * @param voucherFault what is wrong with the voucher, in Chinese, which is null then
 * @param account of who was paid, where a column has it
 */
record PaymentRow(
    String sheet,
    int row,
    String applicationId,
    String number,
    boolean brokenNumber,
    String creditCode,
    String payee,
    String enterprise,
    String item,
    long fen,
    LocalDate paidOn,
    String voucher,
    String voucherFault,
    String account,
    String lot,
    String note) {
  private static final Pattern RETURNED = Pattern.compile("退回|退款|退汇|冲销|冲回|红冲");

  /** The row with what is wrong with its voucher instead of the voucher. */
  PaymentRow withoutVoucher(String fault) {
    return new PaymentRow(
        sheet,
        row,
        applicationId,
        number,
        brokenNumber,
        creditCode,
        payee,
        enterprise,
        item,
        fen,
        paidOn,
        null,
        fault,
        account,
        lot,
        note);
  }

  /** The name that tells the enterprise, whichever column has it. */
  String name() {
    return payee == null ? enterprise : payee;
  }

  /** Whether it says that money came back, although the amount does not. */
  boolean isCalledReturn() {
    return fen > 0 && note != null && RETURNED.matcher(note).find();
  }
}
