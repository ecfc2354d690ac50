package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** A person decides on an entry that waits: it counts, it does not, or it is another's. */
@ApplicationScoped
class PaymentResolution {
  private static final int LONGEST_REASON = 500;

  private final PaymentStore store;
  private final PayableStore applications;
  private final PaymentPosting posting;
  private final PaymentRights rights;
  private final Clock clock;

  PaymentResolution(
      PaymentStore store,
      PayableStore applications,
      PaymentPosting posting,
      PaymentRights rights,
      Clock clock) {
    this.store = store;
    this.applications = applications;
    this.posting = posting;
    this.rights = rights;
    this.clock = clock;
  }

  /** What a person wants done: accept, ignore or correct. */
  record Wanted(String action, String reason, UUID applicationId) {}

  /**
   * @throws Problem.Conflict where it was decided before, or the application takes no payment
   */
  PaymentEntry resolve(UUID id, Wanted wanted, Caller caller) {
    PaymentEntry entry = required(id);
    String reason = wanted.reason() == null ? "" : wanted.reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new Problem.InvalidRequest("reason：请写明依据，最多 " + LONGEST_REASON + " 字。");
    }
    requireOwn(entry, caller);
    EntryState state = state(wanted);
    UUID application =
        state == EntryState.CORRECTED ? corrected(wanted, caller) : entry.applicationId();
    if (state.counts()) {
      requirePayable(entry, application);
    }
    PaymentStore.Decision decision =
        new PaymentStore.Decision(
            state, application, caller.name(), caller.shownName(), clock.instant(), reason);
    if (!store.resolve(id, decision)) {
      PaymentEntry now = required(id);
      throw new Problem.Conflict(
          "这一行已是“" + now.state().label() + "”，不需要再核实。", Map.of("state", now.state().code()));
    }
    if (state.counts()) {
      posting.post();
    }
    return required(id);
  }

  private static EntryState state(Wanted wanted) {
    return switch (String.valueOf(wanted.action())) {
      case "accept" -> EntryState.ACCEPTED;
      case "ignore" -> EntryState.IGNORED;
      case "correct" -> EntryState.CORRECTED;
      default -> throw new Problem.InvalidRequest("action：应为 accept、ignore 或 correct。");
    };
  }

  private UUID corrected(Wanted wanted, Caller caller) {
    if (wanted.applicationId() == null) {
      throw new Problem.InvalidRequest("applicationId：更正请给出这笔拨付属于哪一件申报。");
    }
    PayableApplication application =
        applications
            .byId(wanted.applicationId())
            .orElseThrow(() -> new Problem.NotFound("没有这件申报，请核对编号。"));
    if (!rights.owns(caller, application.department())) {
      throw new Problem.Forbidden("这件申报由其他部门办理。");
    }
    return application.id();
  }

  private void requirePayable(PaymentEntry entry, UUID application) {
    if (application == null) {
      throw new Problem.InvalidRequest("这一行没有对应的申报，请用 correct 并给出 applicationId。");
    }
    if (entry.fen() == 0) {
      throw new Problem.Conflict("金额为 0 的行不能登记为拨付，请核实后选择 ignore（不计）。", Map.of());
    }
    PayableApplication one = applications.byId(application).orElseThrow();
    if (entry.fen() < 0) {
      requirePaid(entry, one);
      return;
    }
    if (store.isCounted(entry, application)) {
      throw new Problem.Conflict(
          "凭证号 " + entry.voucher() + " 的拨付已由另一行登记到这件申报，请选择 ignore（不计）。", Map.of());
    }
    if (!one.isApproved()) {
      throw new Problem.Conflict(
          "申报 " + one.number() + " " + one.standing() + "，不能登记拨付；请先办理申报。", Map.of());
    }
    if (!one.takesPayments() || one.isFullyPaid()) {
      throw new Problem.Conflict(
          "申报 " + one.number() + " 已拨足或已办结，不能再登记；多拨的请追回，并选择 ignore（不计）。", Map.of());
    }
  }

  private static void requirePaid(PaymentEntry entry, PayableApplication one) {
    if (-entry.fen() > one.paidFen()) {
      throw new Problem.Conflict(
          "申报 "
              + one.number()
              + " 只登记拨付 "
              + AmountReader.yuan(one.paidFen())
              + "，不能退回 "
              + AmountReader.yuan(-entry.fen())
              + "；请先登记拨付，或核对编号。",
          Map.of());
    }
  }

  private void requireOwn(PaymentEntry entry, Caller caller) {
    String department =
        entry.applicationId() == null
            ? store.departmentOf(entry.batchId())
            : applications
                .byId(entry.applicationId())
                .map(PayableApplication::department)
                .orElse("");
    if (!rights.owns(caller, department)) {
      throw new Problem.NotFound("没有这一行拨付。");
    }
  }

  private PaymentEntry required(UUID id) {
    return store.entry(id).orElseThrow(() -> new Problem.NotFound("没有这一行拨付。"));
  }
}
