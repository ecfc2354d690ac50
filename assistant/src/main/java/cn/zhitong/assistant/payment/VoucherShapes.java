package cn.zhitong.assistant.payment;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;

/** Tells an account's number where a voucher's should be. */
final class VoucherShapes {
  /** Bank cards begin with 62 and have 16 to 19 digits. */
  private static final Pattern CARD = Pattern.compile("62\\d{14,17}");

  /** Accounts of enterprises have no common beginning. */
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12,30}");

  private final boolean digitsAreUsual;

  VoucherShapes(Collection<PaymentRow> rows) {
    long vouchers = rows.stream().map(PaymentRow::voucher).filter(Objects::nonNull).count();
    long digits =
        rows.stream()
            .map(PaymentRow::voucher)
            .filter(Objects::nonNull)
            .filter(one -> ACCOUNT.matcher(PaymentKeys.voucher(one)).matches())
            .count();
    // Serial numbers of banks are long ones too: then all vouchers of the list are.
    this.digitsAreUsual = digits * 2 > vouchers;
  }

  /** The row without its voucher where that is an account's number, which nobody has to see. */
  PaymentRow checked(PaymentRow row) {
    return isAccount(row)
        ? row.withoutVoucher("凭证号 " + masked(row.voucher()) + " 像是银行账号，不是凭证号，请按凭证填写")
        : row;
  }

  private boolean isAccount(PaymentRow row) {
    if (row.voucher() == null) {
      return false;
    }
    String key = PaymentKeys.voucher(row.voucher());
    return row.account() != null && key.equals(PaymentKeys.voucher(row.account()))
        || CARD.matcher(key).matches()
        || !digitsAreUsual && ACCOUNT.matcher(key).matches();
  }

  private static String masked(String account) {
    String key = PaymentKeys.voucher(account);
    int shown = Math.min(4, key.length() / 3);
    return key.substring(0, shown) + "****" + key.substring(key.length() - shown);
  }
}
