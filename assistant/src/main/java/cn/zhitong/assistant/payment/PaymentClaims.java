package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.port.CasePort;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Claims that money has not come: each becomes a case that refers to the application. */
@ApplicationScoped
class PaymentClaims {
  private static final int LONGEST = 1_000;

  /** Together longer than a case takes to be filed. */
  private static final int WAITS = 20;

  private static final int WAIT_MILLIS = 100;

  private final ClaimStore store;
  private final PayableStore applications;
  private final CasePort cases;
  private final PaymentRights rights;
  private final Clock clock;

  PaymentClaims(
      ClaimStore store,
      PayableStore applications,
      CasePort cases,
      PaymentRights rights,
      Clock clock) {
    this.store = store;
    this.applications = applications;
    this.cases = cases;
    this.rights = rights;
    this.clock = clock;
  }

  /** A claim with where its case stands. */
  record Claim(ClaimStore.Kept kept, String stateLabel, boolean open) {}

  /**
   * Files a claim.
   *
   * @throws Problem.NotFound where the caller may not know of the application
   * @throws Problem.Conflict where nothing is owed, or a claim is being handled
   */
  Claim file(UUID applicationId, String text, Caller caller) {
    PayableApplication application = seen(applicationId, caller);
    String plain = text == null ? "" : text.strip();
    if (plain.length() > LONGEST) {
      throw new Problem.InvalidRequest("text：最多 " + LONGEST + " 字。");
    }
    if (!application.isApproved()) {
      throw new Problem.Conflict(
          "申报 " + application.number() + " " + application.standing() + "，批准后才有拨付。", Map.of());
    }
    List<Claim> before = of(application.id());
    requireNoneOpen(before);
    CasePort.FiledCase filed = filedOnce(application, plain, before.size(), caller);
    store.insert(application.id(), filed.caseId(), filed.number(), caller.name(), clock.instant());
    return of(application.id()).get(0);
  }

  /** Two at the same moment, by whomever, have the same key: the case is filed once. */
  private CasePort.FiledCase filedOnce(
      PayableApplication application, String text, int before, Caller caller) {
    String key = "payment-claim-" + application.id() + "-" + before;
    try {
      return filed(application, text, key, caller);
    } catch (Problem.Conflict otherText) {
      // It is being filed at this moment, or a node died between the case and the claim.
      awaitClaim(application.id());
      return filed(application, text, key + "-" + Ids.next(), caller);
    }
  }

  /**
   * Looks again and again: the other may be filed by another node, which can wake nobody here.
   *
   * @throws Problem.Conflict as soon as the other claim is there
   */
  private void awaitClaim(UUID application) {
    try {
      for (int tries = 0; tries < WAITS; tries++) {
        requireNoneOpen(of(application));
        Thread.sleep(WAIT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void requireNoneOpen(List<Claim> claims) {
    claims.stream()
        .filter(Claim::open)
        .findFirst()
        .ifPresent(
            open -> {
              throw new Problem.Conflict(
                  "已反映过资金未到账，办件 " + open.kept().number() + " 正在办理。",
                  Map.of("caseId", open.kept().caseId(), "number", open.kept().number()));
            });
  }

  private CasePort.FiledCase filed(
      PayableApplication application, String text, String key, Caller caller) {
    AppealRequest appeal =
        new AppealRequest(
            "资金未到账：" + application.itemTitle(),
            text(application, text),
            null,
            "form",
            null,
            null,
            application.enterpriseName(),
            null,
            null,
            null,
            application.creditCode(),
            null);
    return caller.has(Role.ENTERPRISE)
        ? cases.fileOwn(appeal, key, caller)
        : cases.file(appeal, key);
  }

  private String text(PayableApplication application, String text) {
    LocalDate due = application.paymentDue();
    boolean late = due != null && LocalDate.now(clock).isAfter(due);
    return "诉求：申报 "
        + application.number()
        + "（"
        + application.itemTitle()
        + "）已于 "
        + application.approvedOn()
        + " 批准"
        + (application.approvedFen() == null
            ? ""
            : "，核准 " + AmountReader.yuan(application.approvedFen()))
        + (due == null ? "" : "，应于 " + due + " 前拨付" + (late ? "，已超期" : ""))
        + "，平台登记已拨付 "
        + AmountReader.yuan(application.paidFen())
        + "，企业反映资金没有到账，请核实并拨付。"
        + (text.isEmpty() ? "" : "\n企业说明：" + text);
  }

  /** Claims on an application, the newest first, for who may know of it. */
  List<Claim> list(UUID applicationId, Caller caller) {
    return of(seen(applicationId, caller).id());
  }

  private List<Claim> of(UUID application) {
    return store.of(application).stream()
        .map(
            one ->
                cases
                    .progress(one.caseId())
                    .map(now -> new Claim(one, now.label(), now.open()))
                    .orElseGet(() -> new Claim(one, "已删除", false)))
        .toList();
  }

  /** The application that a case is about; empty where it is no claim. */
  Optional<PayableApplication> claimed(UUID caseId) {
    return store.applicationOf(caseId).flatMap(applications::byId);
  }

  private PayableApplication seen(UUID id, Caller caller) {
    return applications
        .byId(id)
        .filter(one -> mayKnow(one, caller))
        .orElseThrow(() -> new Problem.NotFound("没有这件申报，请核对编号。"));
  }

  private boolean mayKnow(PayableApplication one, Caller caller) {
    if (caller.has(Role.ENTERPRISE)) {
      return caller.name().equalsIgnoreCase(one.creditCode());
    }
    return caller.has(Role.AGENT)
        || caller.has(Role.INSPECTOR)
        || rights.owns(caller, one.department());
  }
}
