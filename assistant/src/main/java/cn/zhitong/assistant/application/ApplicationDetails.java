package cn.zhitong.assistant.application;

import java.util.LinkedHashMap;
import java.util.Map;

/** What of an event's record is shown beside who did it, when and why. */
final class ApplicationDetails {
  private ApplicationDetails() {}

  /**
   * @param own whether the enterprise itself reads it
   */
  static Map<String, Object> of(ApplicationEvent event, boolean own) {
    ApplicationPayload payload = event.payload();
    Map<String, Object> shown = new LinkedHashMap<>();
    if (payload instanceof ApplicationPayload.CorrectionRequested one) {
      put(shown, "text", one.text());
      put(shown, "until", one.until());
    } else if (payload instanceof ApplicationPayload.Corrected one) {
      put(shown, "text", one.text());
    } else if (payload instanceof ApplicationPayload.Submitted one) {
      put(shown, "outcome", one.outcome());
      put(shown, "overridden", one.overridden());
    } else if (payload instanceof ApplicationPayload.Reviewed one) {
      put(shown, "step", one.step());
      put(shown, "department", one.department());
      put(shown, "verdict", one.verdict());
      put(shown, "text", own ? null : one.text());
    } else if (payload instanceof ApplicationPayload.Publicised one) {
      put(shown, "from", one.from());
      put(shown, "until", one.until());
    } else if (payload instanceof ApplicationPayload.ObjectionResolved one) {
      put(shown, "objection", one.objection());
      put(shown, "upheld", one.upheld());
      put(shown, "text", one.text());
    } else if (payload instanceof ApplicationPayload.Approved one) {
      put(shown, "amountYuan", Yuan.of(one.amountFen()));
      put(shown, "text", own ? null : one.text());
    } else if (payload instanceof ApplicationPayload.Rejected one) {
      put(shown, "policyId", one.policyId());
      put(shown, "clause", one.clause());
      put(shown, "quote", one.quote());
      put(shown, "way", one.way());
      put(shown, "text", one.text());
    } else if (payload instanceof ApplicationPayload.Paid one) {
      put(shown, "amountYuan", Yuan.of(one.amountFen()));
      put(shown, "paidOn", one.paidOn());
      put(shown, "voucher", own ? null : one.voucher());
      put(shown, "batch", own ? null : one.batch());
    } else if (payload instanceof ApplicationPayload.Refunded one) {
      put(shown, "amountYuan", Yuan.of(one.amountFen()));
      put(shown, "refundedOn", one.refundedOn());
      put(shown, "voucher", own ? null : one.voucher());
    } else if (payload instanceof ApplicationPayload.Noted one) {
      put(shown, "text", one.text());
    } else if (payload instanceof ApplicationPayload.Rated one) {
      put(shown, "score", one.score());
      put(shown, "label", one.label());
      put(shown, "comment", one.comment());
    } else if (payload instanceof ApplicationPayload.FileKept one) {
      put(shown, "attachmentId", one.attachmentId());
      put(shown, "part", one.part());
      put(shown, "fileName", one.fileName());
      put(shown, "digest", one.digest());
    } else if (payload instanceof ApplicationPayload.Created one && one.publicity() != null) {
      put(shown, "until", one.publicity().until());
    }
    return shown;
  }

  private static void put(Map<String, Object> shown, String name, Object value) {
    if (value != null) {
      shown.put(name, value);
    }
  }
}
