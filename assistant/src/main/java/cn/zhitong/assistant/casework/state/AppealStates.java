package cn.zhitong.assistant.casework.state;

import static cn.zhitong.assistant.casework.CaseStatus.ANSWERED;
import static cn.zhitong.assistant.casework.CaseStatus.AWAITING_DISPATCH;
import static cn.zhitong.assistant.casework.CaseStatus.AWAITING_FOLLOW_UP;
import static cn.zhitong.assistant.casework.CaseStatus.AWAITING_INFORMATION;
import static cn.zhitong.assistant.casework.CaseStatus.AWAITING_REVIEW;
import static cn.zhitong.assistant.casework.CaseStatus.CLOSED;
import static cn.zhitong.assistant.casework.CaseStatus.CONTESTED;
import static cn.zhitong.assistant.casework.CaseStatus.DISPATCHED;
import static cn.zhitong.assistant.casework.CaseStatus.EXTENSION_REQUESTED;
import static cn.zhitong.assistant.casework.CaseStatus.IN_PROGRESS;
import static cn.zhitong.assistant.casework.CaseStatus.MERGED;
import static cn.zhitong.assistant.casework.CaseStatus.REASSIGNED;
import static cn.zhitong.assistant.casework.CaseStatus.RECEIVED;
import static cn.zhitong.assistant.casework.CaseStatus.RECTIFYING;
import static cn.zhitong.assistant.casework.CaseStatus.REJECTED;
import static cn.zhitong.assistant.casework.CaseStatus.REOPENED;
import static cn.zhitong.assistant.casework.CaseStatus.RETURNED;
import static cn.zhitong.assistant.casework.CaseStatus.WITHDRAWN;
import static cn.zhitong.assistant.casework.EventType.ACCEPT;
import static cn.zhitong.assistant.casework.EventType.ACCEPT_SUGGESTION;
import static cn.zhitong.assistant.casework.EventType.ADD_SUPPORT;
import static cn.zhitong.assistant.casework.EventType.AMENDED;
import static cn.zhitong.assistant.casework.EventType.ARBITRATE;
import static cn.zhitong.assistant.casework.EventType.ASSIGN;
import static cn.zhitong.assistant.casework.EventType.ATTACHED;
import static cn.zhitong.assistant.casework.EventType.CALL;
import static cn.zhitong.assistant.casework.EventType.CANCEL_MEETING;
import static cn.zhitong.assistant.casework.EventType.CHANGE;
import static cn.zhitong.assistant.casework.EventType.CLOSE;
import static cn.zhitong.assistant.casework.EventType.DETACHED;
import static cn.zhitong.assistant.casework.EventType.DISPATCH;
import static cn.zhitong.assistant.casework.EventType.DRAFTED;
import static cn.zhitong.assistant.casework.EventType.ERASED;
import static cn.zhitong.assistant.casework.EventType.FOLLOW_UP;
import static cn.zhitong.assistant.casework.EventType.GRANT_EXTENSION;
import static cn.zhitong.assistant.casework.EventType.HAND_BACK;
import static cn.zhitong.assistant.casework.EventType.MARK_THEME;
import static cn.zhitong.assistant.casework.EventType.MARK_TYPICAL;
import static cn.zhitong.assistant.casework.EventType.MERGE;
import static cn.zhitong.assistant.casework.EventType.NOTE;
import static cn.zhitong.assistant.casework.EventType.ORDER_RECTIFICATION;
import static cn.zhitong.assistant.casework.EventType.PART_REPLY;
import static cn.zhitong.assistant.casework.EventType.PART_RETURN;
import static cn.zhitong.assistant.casework.EventType.RATE;
import static cn.zhitong.assistant.casework.EventType.REASSIGN;
import static cn.zhitong.assistant.casework.EventType.RECALL;
import static cn.zhitong.assistant.casework.EventType.RECEIVED_BY_US;
import static cn.zhitong.assistant.casework.EventType.RECORD_ARREARS;
import static cn.zhitong.assistant.casework.EventType.RECORD_MEETING;
import static cn.zhitong.assistant.casework.EventType.RECORD_REPAYMENT;
import static cn.zhitong.assistant.casework.EventType.REFUSE_EXTENSION;
import static cn.zhitong.assistant.casework.EventType.REJECT;
import static cn.zhitong.assistant.casework.EventType.REOPEN;
import static cn.zhitong.assistant.casework.EventType.REPLY;
import static cn.zhitong.assistant.casework.EventType.REQUEST_EXTENSION;
import static cn.zhitong.assistant.casework.EventType.REQUEST_INFORMATION;
import static cn.zhitong.assistant.casework.EventType.RETURN;
import static cn.zhitong.assistant.casework.EventType.REVIEW;
import static cn.zhitong.assistant.casework.EventType.SEND_BACK;
import static cn.zhitong.assistant.casework.EventType.SET_MEETING;
import static cn.zhitong.assistant.casework.EventType.START;
import static cn.zhitong.assistant.casework.EventType.SUBMIT_REPLY;
import static cn.zhitong.assistant.casework.EventType.SUGGESTED;
import static cn.zhitong.assistant.casework.EventType.SUPERVISE;
import static cn.zhitong.assistant.casework.EventType.SUPPLEMENT;
import static cn.zhitong.assistant.casework.EventType.TAKE_ON;
import static cn.zhitong.assistant.casework.EventType.TRANSFER;
import static cn.zhitong.assistant.casework.EventType.UNMARK_THEME;
import static cn.zhitong.assistant.casework.EventType.UNMARK_TYPICAL;
import static cn.zhitong.assistant.casework.EventType.UNMERGE;
import static cn.zhitong.assistant.casework.EventType.UNREJECT;
import static cn.zhitong.assistant.casework.EventType.URGE;
import static cn.zhitong.assistant.casework.EventType.WITHDRAW;

import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.Rating;
import cn.zhitong.assistant.eventlog.StateTable;
import java.util.EnumSet;
import java.util.Set;

/** The state machine of appeals. */
public final class AppealStates {
  /** What is possible in which state, and where it leads. */
  public static final StateTable<EventType, CaseStatus, CaseState, EventPayload> TABLE = table();

  private AppealStates() {}

  private static StateTable<EventType, CaseStatus, CaseState, EventPayload> table() {
    StateTable.Builder<EventType, CaseStatus, CaseState, EventPayload> table =
        StateTable.<EventType, CaseStatus, CaseState, EventPayload>builder()
            .begins(RECEIVED_BY_US, RECEIVED)
            .stays(SUGGESTED, CaseStatus.UNANSWERED)
            .stays(AMENDED, EnumSet.of(RECEIVED))
            .stays(DRAFTED, draftable())
            .on(ACCEPT, EnumSet.of(RECEIVED), AWAITING_DISPATCH)
            .on(ACCEPT_SUGGESTION, undecided(), AWAITING_DISPATCH)
            .on(CHANGE, undecided(), AWAITING_DISPATCH)
            .on(REQUEST_INFORMATION, informable(), AWAITING_INFORMATION)
            // Unasked: what comes later belongs to the appeal as well.
            .on(SUPPLEMENT, addable(), null, then -> then.before().state() != AWAITING_INFORMATION)
            .on(
                SUPPLEMENT,
                EnumSet.of(AWAITING_INFORMATION),
                IN_PROGRESS,
                then -> then.before().interrupted() == IN_PROGRESS)
            .on(SUPPLEMENT, EnumSet.of(AWAITING_INFORMATION), RECEIVED)
            .on(REJECT, rejectable(), REJECTED)
            .on(DISPATCH, EnumSet.of(AWAITING_DISPATCH), DISPATCHED)
            .on(START, assigned(), IN_PROGRESS)
            .on(RETURN, returnable(), CONTESTED, AppealStates::returnedBefore)
            .on(RETURN, returnable(), RETURNED)
            .on(REASSIGN, EnumSet.of(RETURNED, CONTESTED), REASSIGNED)
            .on(ARBITRATE, EnumSet.of(RETURNED, CONTESTED), REASSIGNED)
            .on(TRANSFER, transferable(), AWAITING_DISPATCH)
            .stays(ADD_SUPPORT, working())
            .stays(PART_REPLY, working())
            .stays(PART_RETURN, working())
            .on(REQUEST_EXTENSION, EnumSet.of(IN_PROGRESS), EXTENSION_REQUESTED)
            .on(GRANT_EXTENSION, EnumSet.of(EXTENSION_REQUESTED), IN_PROGRESS)
            .on(REFUSE_EXTENSION, EnumSet.of(EXTENSION_REQUESTED), IN_PROGRESS)
            .on(SUBMIT_REPLY, underway(), AWAITING_REVIEW)
            .on(SEND_BACK, EnumSet.of(AWAITING_REVIEW), IN_PROGRESS)
            .on(REPLY, repliable(), ANSWERED)
            .on(FOLLOW_UP, EnumSet.of(ANSWERED), AWAITING_FOLLOW_UP)
            .on(
                RATE,
                EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP),
                AWAITING_FOLLOW_UP,
                AppealStates::dissatisfied)
            .on(RATE, EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP), CLOSED)
            .stays(REVIEW, finished())
            .stays(MARK_TYPICAL, none())
            .stays(UNMARK_TYPICAL, none())
            .on(CLOSE, EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP), CLOSED)
            .on(REOPEN, finished(), REOPENED)
            .on(ORDER_RECTIFICATION, rectifiable(), RECTIFYING)
            .on(WITHDRAW, CaseStatus.UNANSWERED, WITHDRAWN)
            .on(MERGE, mergeable(), MERGED)
            .stays(URGE, CaseStatus.UNANSWERED)
            .stays(SUPERVISE, CaseStatus.UNANSWERED)
            .stays(NOTE, none())
            .stays(ATTACHED, none())
            .stays(DETACHED, none())
            .on(RECALL, EnumSet.of(DISPATCHED), AWAITING_DISPATCH)
            .stays(CALL, finished())
            .stays(ASSIGN, draftable())
            .stays(TAKE_ON, draftable())
            .stays(HAND_BACK, none())
            .stays(MARK_THEME, none())
            .stays(UNMARK_THEME, none())
            // What is owed is followed up until it is paid, also after the answer.
            .stays(RECORD_ARREARS, none())
            .stays(RECORD_REPAYMENT, none())
            .stays(SET_MEETING, negotiable())
            .stays(CANCEL_MEETING, none())
            .stays(RECORD_MEETING, none())
            .stays(ERASED, EnumSet.of(CLOSED, REJECTED, WITHDRAWN));
    // Back to where it stood.
    for (CaseStatus state : mergeable()) {
      table.on(UNMERGE, EnumSet.of(MERGED), state, then -> then.before().beforeMerging() == state);
    }
    for (CaseStatus state : rejectable()) {
      table.on(
          UNREJECT, EnumSet.of(REJECTED), state, then -> then.before().beforeRejection() == state);
    }
    return table.build();
  }

  /** The second time the supervisor rules. */
  private static boolean returnedBefore(StateTable.Situation<CaseState, EventPayload> then) {
    return then.before().returns() + 1 >= CaseState.RETURNS_TO_SUPERVISOR;
  }

  /** 不满意 opens a review instead of closing. */
  private static boolean dissatisfied(StateTable.Situation<CaseState, EventPayload> then) {
    return ((EventPayload.Rated) then.payload()).score() <= Rating.DISSATISFIED;
  }

  private static Set<CaseStatus> none() {
    return Set.of();
  }

  private static Set<CaseStatus> returnable() {
    return EnumSet.of(DISPATCHED, REASSIGNED, IN_PROGRESS);
  }

  private static Set<CaseStatus> undecided() {
    return EnumSet.of(RECEIVED, AWAITING_DISPATCH);
  }

  private static Set<CaseStatus> informable() {
    return EnumSet.of(RECEIVED, AWAITING_DISPATCH, IN_PROGRESS);
  }

  private static Set<CaseStatus> assigned() {
    return EnumSet.of(DISPATCHED, REASSIGNED, REOPENED, RECTIFYING);
  }

  /** A department has it in hand. */
  private static Set<CaseStatus> underway() {
    return EnumSet.of(IN_PROGRESS, EXTENSION_REQUESTED, RECTIFYING);
  }

  /** Lead and supporting departments work on it. */
  private static Set<CaseStatus> working() {
    return EnumSet.of(
        DISPATCHED, REASSIGNED, IN_PROGRESS, EXTENSION_REQUESTED, REOPENED, RECTIFYING);
  }

  private static Set<CaseStatus> repliable() {
    Set<CaseStatus> all = EnumSet.copyOf(working());
    all.addAll(EnumSet.of(AWAITING_DISPATCH, AWAITING_REVIEW));
    return all;
  }

  private static Set<CaseStatus> transferable() {
    return EnumSet.of(
        RECEIVED, AWAITING_DISPATCH, DISPATCHED, RETURNED, CONTESTED, REASSIGNED, IN_PROGRESS);
  }

  private static Set<CaseStatus> mergeable() {
    return EnumSet.of(
        RECEIVED,
        AWAITING_DISPATCH,
        DISPATCHED,
        RETURNED,
        CONTESTED,
        REASSIGNED,
        IN_PROGRESS,
        REOPENED);
  }

  private static Set<CaseStatus> rejectable() {
    return EnumSet.of(RECEIVED, AWAITING_INFORMATION, AWAITING_DISPATCH);
  }

  /** An answer is still to come, and nobody waits for the supplement. */
  private static Set<CaseStatus> addable() {
    Set<CaseStatus> all = draftable();
    all.remove(AWAITING_INFORMATION);
    return all;
  }

  private static Set<CaseStatus> finished() {
    return EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP, CLOSED);
  }

  /** There is still something to talk about. */
  private static Set<CaseStatus> negotiable() {
    Set<CaseStatus> all = draftable();
    all.addAll(finished());
    return all;
  }

  private static Set<CaseStatus> rectifiable() {
    return EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP, CLOSED, IN_PROGRESS, REOPENED);
  }

  private static Set<CaseStatus> draftable() {
    Set<CaseStatus> all = EnumSet.copyOf(CaseStatus.UNANSWERED);
    all.remove(MERGED);
    return all;
  }
}
