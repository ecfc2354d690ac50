package cn.zhitong.assistant.payment;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * An application as payments are compared with it; amounts in fen.
 *
 * @param approvedFen null where it is not approved, or no amount was fixed
 * @param approvedOn null where it is not approved
 * @param publicityUntil last day of the publicity, or null
 * @param paymentDue last day for the payment, or null
 * @param paidFen what has been paid, rows of earlier files included
 * @param currentName the enterprise's name today, where it has a file
 */
record PayableApplication(
    UUID id,
    String number,
    UUID itemId,
    String itemTitle,
    String creditCode,
    String enterpriseName,
    String currentName,
    String department,
    String state,
    Long approvedFen,
    LocalDate approvedOn,
    LocalDate publicityUntil,
    LocalDate paymentDue,
    long paidFen) {
  private static final Set<String> PAYABLE = Set.of("approved", "paid", "closed");

  PayableApplication named(String currentName) {
    return new PayableApplication(
        id,
        number,
        itemId,
        itemTitle,
        creditCode,
        enterpriseName,
        currentName,
        department,
        state,
        approvedFen,
        approvedOn,
        publicityUntil,
        paymentDue,
        paidFen);
  }

  /** Whether it is approved, paid or not; a closed one may have been neither. */
  boolean isApproved() {
    return PAYABLE.contains(state) && approvedOn != null;
  }

  /** Whether a payment can still be put on its record. */
  boolean takesPayments() {
    return state.equals("approved");
  }

  /** Why it cannot be paid. */
  String standing() {
    return switch (state) {
      case "draft" -> "还没有提交";
      case "submitted" -> "还没有受理";
      case "correction" -> "正在补正";
      case "reviewing" -> "正在审核";
      case "publicity" -> "正在公示";
      case "objection" -> "公示有异议，正在核实";
      case "rejected" -> "已驳回";
      case "withdrawn" -> "已撤回";
      default -> "没有批准";
    };
  }

  boolean isFullyPaid() {
    return approvedFen != null && paidFen >= approvedFen;
  }

  boolean isNamed(String name) {
    String key = PaymentKeys.name(name);
    return key.equals(PaymentKeys.name(enterpriseName))
        || currentName != null && key.equals(PaymentKeys.name(currentName));
  }
}
