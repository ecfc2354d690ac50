package cn.zhitong.assistant.payment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of an earlier file, or a row above in the same one.
 *
 * @param applicationId null where it was none's
 * @param told where it stands, for people
 * @param counts whether the application has the money by it
 */
record EarlierPayment(
    UUID applicationId, long fen, LocalDate paidOn, String voucher, String told, boolean counts) {

  boolean hasVoucher(String other) {
    return voucher != null
        && other != null
        && PaymentKeys.voucher(voucher).equals(PaymentKeys.voucher(other));
  }
}
