package cn.zhitong.assistant.application;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What was asked for, promised and paid, in fen. */
final class MoneyState {
  private Long appliedFen;
  private Long approvedFen;
  private Instant approvedAt;
  private long paidFen;
  private LocalDate paidOn;
  private final Set<String> keys = new HashSet<>();
  private final Set<String> vouchers = new HashSet<>();

  void apply(ApplicationEvent event, ApplicationPayload payload) {
    switch (event.type()) {
      case SAVE -> applied(((ApplicationPayload.Saved) payload).appliedFen());
      case SUBMIT -> applied(((ApplicationPayload.Submitted) payload).appliedFen());
      case CORRECT -> applied(((ApplicationPayload.Corrected) payload).appliedFen());
      case APPROVE -> {
        approvedFen = ((ApplicationPayload.Approved) payload).amountFen();
        approvedAt = event.occurredAt();
      }
      case PAY -> {
        ApplicationPayload.Paid paid = (ApplicationPayload.Paid) payload;
        paidFen += paid.amountFen();
        paidOn = paidOn == null || paid.paidOn().isAfter(paidOn) ? paid.paidOn() : paidOn;
        keep(paid.key(), voucher(paid.voucher(), paid.amountFen(), paid.paidOn()));
      }
      case REFUND -> {
        ApplicationPayload.Refunded back = (ApplicationPayload.Refunded) payload;
        paidFen -= back.amountFen();
        keep(back.key(), voucher(back.voucher(), -back.amountFen(), back.refundedOn()));
        paidOn = paidFen == 0 ? null : paidOn;
      }
      default -> {
        // Nothing about money.
      }
    }
  }

  private void keep(String key, String voucher) {
    if (key != null) {
      keys.add(key);
    }
    vouchers.add(voucher);
  }

  private void applied(Long fen) {
    appliedFen = fen == null ? appliedFen : fen;
  }

  Long appliedFen() {
    return appliedFen;
  }

  /** Null before it is approved, and for what is no money. */
  Long approvedFen() {
    return approvedFen;
  }

  Instant approvedAt() {
    return approvedAt;
  }

  long paidFen() {
    return paidFen;
  }

  /** Day of the last payment, null before any, and when all of it came back. */
  LocalDate paidOn() {
    return paidOn;
  }

  boolean has(String key) {
    return keys.contains(key);
  }

  /**
   * Whether the voucher, amount and day were recorded, typed in or with any list.
   *
   * @param fen negative for money that came back
   */
  boolean hasVoucher(String voucher, long fen, LocalDate day) {
    return voucher != null && !voucher.isBlank() && vouchers.contains(voucher(voucher, fen, day));
  }

  private static String voucher(String voucher, long fen, LocalDate day) {
    String plain =
        voucher == null
            ? ""
            : Normalizer.normalize(voucher, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    return plain + "|" + fen + "|" + day;
  }

  /** What is still to be paid; 0 where nothing was promised. */
  long leftFen() {
    return approvedFen == null ? 0 : approvedFen - paidFen;
  }
}
