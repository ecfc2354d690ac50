package cn.zhitong.assistant.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Money that was paid out.
 *
 * @param yuan above 0, at most two decimals
 * @param paidOn the day on which it left the account
 * @param voucher number of the bank's or treasury's voucher, or null
 * @param batch that it came with, or null for one typed in
 * @param row key of its row within the batch, or null
 */
public record Payment(BigDecimal yuan, LocalDate paidOn, String voucher, String batch, String row) {
  public Payment {
    Objects.requireNonNull(yuan, "yuan");
    Objects.requireNonNull(paidOn, "paidOn");
  }

  /** What makes it the same payment when it comes again; null for one typed in without voucher. */
  String key() {
    if (batch == null && row == null && voucher == null) {
      return null;
    }
    return String.join(
        "|", Objects.toString(batch, ""), Objects.toString(voucher, ""), Objects.toString(row, ""));
  }
}
