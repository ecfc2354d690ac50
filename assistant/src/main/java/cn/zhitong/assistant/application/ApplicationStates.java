package cn.zhitong.assistant.application;

import static cn.zhitong.assistant.application.ApplicationStatus.APPROVED;
import static cn.zhitong.assistant.application.ApplicationStatus.CLOSED;
import static cn.zhitong.assistant.application.ApplicationStatus.CORRECTION;
import static cn.zhitong.assistant.application.ApplicationStatus.DRAFT;
import static cn.zhitong.assistant.application.ApplicationStatus.OBJECTION;
import static cn.zhitong.assistant.application.ApplicationStatus.PAID;
import static cn.zhitong.assistant.application.ApplicationStatus.PUBLICITY;
import static cn.zhitong.assistant.application.ApplicationStatus.REJECTED;
import static cn.zhitong.assistant.application.ApplicationStatus.REVIEWING;
import static cn.zhitong.assistant.application.ApplicationStatus.SUBMITTED;
import static cn.zhitong.assistant.application.ApplicationStatus.WITHDRAWN;

import cn.zhitong.assistant.eventlog.StateTable;
import java.util.EnumSet;
import java.util.Set;

/** The state machine of applications: the second kind beside that of appeals. */
final class ApplicationStates {
  static final StateTable<
          ApplicationEventType, ApplicationStatus, ApplicationState, ApplicationPayload>
      TABLE = table();

  private ApplicationStates() {}

  private static StateTable<
          ApplicationEventType, ApplicationStatus, ApplicationState, ApplicationPayload>
      table() {
    Set<ApplicationStatus> all = Set.of();
    return StateTable
        .<ApplicationEventType, ApplicationStatus, ApplicationState, ApplicationPayload>builder()
        .begins(ApplicationEventType.CREATED, DRAFT)
        .begins(ApplicationEventType.LISTED, PUBLICITY)
        .stays(ApplicationEventType.SAVE, EnumSet.of(DRAFT))
        .on(ApplicationEventType.SUBMIT, EnumSet.of(DRAFT), SUBMITTED)
        .on(ApplicationEventType.ACCEPT, EnumSet.of(SUBMITTED), REVIEWING)
        .on(ApplicationEventType.REQUEST_CORRECTION, EnumSet.of(SUBMITTED, REVIEWING), CORRECTION)
        .on(
            ApplicationEventType.CORRECT,
            EnumSet.of(CORRECTION),
            REVIEWING,
            then -> then.before().interrupted() == REVIEWING)
        .on(ApplicationEventType.CORRECT, EnumSet.of(CORRECTION), SUBMITTED)
        .stays(ApplicationEventType.REVIEW, EnumSet.of(REVIEWING))
        .stays(ApplicationEventType.START_EXPERT_REVIEW, EnumSet.of(REVIEWING))
        .stays(ApplicationEventType.END_EXPERT_REVIEW, EnumSet.of(REVIEWING))
        .on(ApplicationEventType.PUBLICISE, EnumSet.of(REVIEWING), PUBLICITY)
        .stays(ApplicationEventType.PUBLICITY_OVER, EnumSet.of(PUBLICITY))
        .on(ApplicationEventType.OBJECT, EnumSet.of(PUBLICITY, OBJECTION), OBJECTION)
        .on(
            ApplicationEventType.RESOLVE_OBJECTION,
            EnumSet.of(OBJECTION),
            null,
            then -> then.before().publicity().open() > 1)
        .on(
            ApplicationEventType.RESOLVE_OBJECTION,
            EnumSet.of(OBJECTION),
            REVIEWING,
            ApplicationStates::upheld)
        .on(ApplicationEventType.RESOLVE_OBJECTION, EnumSet.of(OBJECTION), PUBLICITY)
        .on(ApplicationEventType.APPROVE, EnumSet.of(REVIEWING, PUBLICITY), APPROVED)
        .on(
            ApplicationEventType.REJECT,
            EnumSet.of(SUBMITTED, CORRECTION, REVIEWING, PUBLICITY, OBJECTION),
            REJECTED)
        .on(
            ApplicationEventType.WITHDRAW,
            EnumSet.of(DRAFT, SUBMITTED, CORRECTION, REVIEWING, PUBLICITY, OBJECTION, APPROVED),
            WITHDRAWN)
        .on(ApplicationEventType.PAY, EnumSet.of(APPROVED), PAID, ApplicationStates::paidUp)
        .stays(ApplicationEventType.PAY, EnumSet.of(APPROVED))
        // Money may come back after all was done: it is owed again, or given up.
        .on(ApplicationEventType.REFUND, EnumSet.of(APPROVED, PAID, CLOSED), APPROVED)
        .on(ApplicationEventType.CLOSE, EnumSet.of(PAID, APPROVED), CLOSED)
        .stays(ApplicationEventType.URGE, ApplicationStatus.PENDING)
        .stays(ApplicationEventType.SUPERVISE, ApplicationStatus.PENDING)
        .stays(ApplicationEventType.NOTE, all)
        .stays(ApplicationEventType.RATE, EnumSet.of(PAID, CLOSED, REJECTED))
        .stays(ApplicationEventType.ATTACHED, all)
        .stays(ApplicationEventType.DETACHED, all)
        // Nobody is left who could go on with it; money that was promised stays on record.
        .on(ApplicationEventType.ERASED, all, WITHDRAWN, ApplicationStates::unfinished)
        .stays(ApplicationEventType.ERASED, all)
        .build();
  }

  private static boolean upheld(StateTable.Situation<ApplicationState, ApplicationPayload> then) {
    return ((ApplicationPayload.ObjectionResolved) then.payload()).upheld()
        || then.before().publicity().upheld();
  }

  private static boolean paidUp(StateTable.Situation<ApplicationState, ApplicationPayload> then) {
    long amount = ((ApplicationPayload.Paid) then.payload()).amountFen();
    Long approved = then.before().money().approvedFen();
    return approved != null && then.before().money().paidFen() + amount >= approved;
  }

  private static boolean unfinished(
      StateTable.Situation<ApplicationState, ApplicationPayload> then) {
    ApplicationStatus state = then.before().state();
    return state == DRAFT || state.pending() && state != APPROVED;
  }
}
