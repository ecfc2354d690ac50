package cn.zhitong.assistant.casework;

import static cn.zhitong.assistant.casework.CaseState.ANSWERED;
import static cn.zhitong.assistant.casework.CaseState.AWAITING_DISPATCH;
import static cn.zhitong.assistant.casework.CaseState.AWAITING_FOLLOW_UP;
import static cn.zhitong.assistant.casework.CaseState.AWAITING_INFORMATION;
import static cn.zhitong.assistant.casework.CaseState.AWAITING_REVIEW;
import static cn.zhitong.assistant.casework.CaseState.CLOSED;
import static cn.zhitong.assistant.casework.CaseState.DISPATCHED;
import static cn.zhitong.assistant.casework.CaseState.IN_PROGRESS;
import static cn.zhitong.assistant.casework.CaseState.REASSIGNED;
import static cn.zhitong.assistant.casework.CaseState.RECEIVED;
import static cn.zhitong.assistant.casework.CaseState.REJECTED;
import static cn.zhitong.assistant.casework.CaseState.REOPENED;
import static cn.zhitong.assistant.casework.CaseState.RETURNED;
import static cn.zhitong.assistant.casework.CaseState.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can happen to a case: the state machine as a table. {@code from} empty means in every state;
 * {@code to} null means that the state stays.
 */
public enum EventType {
  RECEIVED_BY_US("received", "收件", By.SYSTEM, none(), CaseState.RECEIVED),
  SUGGESTED("suggested", "分办建议", By.SYSTEM, none(), null),
  DRAFTED("drafted", "拟答复", By.SYSTEM, CaseState.UNANSWERED, null),
  ACCEPT("accept", "受理", By.AGENT, EnumSet.of(RECEIVED), AWAITING_DISPATCH),
  ACCEPT_SUGGESTION("accept_suggestion", "采纳建议", By.AGENT, undecided(), AWAITING_DISPATCH),
  CHANGE("change", "改定类别或部门", By.AGENT, undecided(), AWAITING_DISPATCH),
  REQUEST_INFORMATION("request_information", "要求补充", By.AGENT, undecided(), AWAITING_INFORMATION),
  SUPPLEMENT(
      "supplement", "补充材料", By.ENTERPRISE, EnumSet.of(AWAITING_INFORMATION), CaseState.RECEIVED),
  REJECT(
      "reject",
      "不予受理",
      By.AGENT,
      EnumSet.of(RECEIVED, AWAITING_INFORMATION, AWAITING_DISPATCH),
      REJECTED),
  DISPATCH("dispatch", "派单", By.AGENT, EnumSet.of(AWAITING_DISPATCH), DISPATCHED),
  START("start", "签收办理", By.HANDLER, assigned(), IN_PROGRESS),
  RETURN("return", "退回", By.HANDLER, EnumSet.of(DISPATCHED, REASSIGNED, IN_PROGRESS), RETURNED),
  REASSIGN("reassign", "改派", By.AGENT, EnumSet.of(RETURNED), REASSIGNED),
  REQUEST_EXTENSION("request_extension", "申请延期", By.HANDLER, EnumSet.of(IN_PROGRESS), null),
  GRANT_EXTENSION("grant_extension", "批准延期", By.SUPERVISOR, CaseState.UNANSWERED, null),
  REFUSE_EXTENSION("refuse_extension", "不批准延期", By.SUPERVISOR, CaseState.UNANSWERED, null),
  SUBMIT_REPLY("submit_reply", "送审答复", By.HANDLER, EnumSet.of(IN_PROGRESS), AWAITING_REVIEW),
  SEND_BACK("send_back", "退改答复", By.AGENT, EnumSet.of(AWAITING_REVIEW), IN_PROGRESS),
  REPLY("reply", "答复", By.HANDLER, repliable(), ANSWERED),
  FOLLOW_UP("follow_up", "转回访", By.AGENT, EnumSet.of(ANSWERED), AWAITING_FOLLOW_UP),
  RATE("rate", "评价", By.ENTERPRISE, EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP), CLOSED),
  CLOSE("close", "办结", By.AGENT, EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP), CLOSED),
  REOPEN("reopen", "重办", By.AGENT, EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP, CLOSED), REOPENED),
  WITHDRAW("withdraw", "撤回", By.ENTERPRISE, CaseState.UNANSWERED, WITHDRAWN),
  URGE("urge", "催办", By.AGENT, CaseState.UNANSWERED, null),
  SUPERVISE("supervise", "督办", By.SUPERVISOR, CaseState.UNANSWERED, null),
  NOTE("note", "备注", By.HANDLER, none(), null);

  /** Who may: an agent includes supervisor and administrator. */
  enum By {
    /** The program itself. */
    SYSTEM,
    AGENT,
    /** The handler of the department that the case is with, or an agent. */
    HANDLER,
    SUPERVISOR,
    /** Whoever holds the tracking code, or an agent on the telephone. */
    ENTERPRISE
  }

  private final String code;
  private final String label;
  private final By by;
  private final Set<CaseState> from;
  private final CaseState to;

  EventType(String code, String label, By by, Set<CaseState> from, CaseState to) {
    this.code = code;
    this.label = label;
    this.by = by;
    this.from = from;
    this.to = to;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  By by() {
    return by;
  }

  boolean possibleIn(CaseState state) {
    return from.isEmpty() || from.contains(state);
  }

  /** The state after it. */
  CaseState after(CaseState state) {
    return to == null ? state : to;
  }

  /** Whether a reason must be given in every case. */
  boolean needsReason() {
    return EnumSet.of(
            REQUEST_INFORMATION,
            REJECT,
            RETURN,
            REASSIGN,
            REQUEST_EXTENSION,
            REFUSE_EXTENSION,
            SEND_BACK,
            REOPEN,
            URGE,
            SUPERVISE)
        .contains(this);
  }

  /** Whether the actor must say which version was seen; what only adds needs none. */
  boolean needsBasis() {
    return this != NOTE && by != By.ENTERPRISE;
  }

  /** Whether the enterprise is told of it. */
  boolean shownToEnterprise() {
    return !EnumSet.of(
            SUGGESTED,
            DRAFTED,
            ACCEPT_SUGGESTION,
            CHANGE,
            RETURN,
            REQUEST_EXTENSION,
            REFUSE_EXTENSION,
            SUBMIT_REPLY,
            SEND_BACK,
            URGE,
            SUPERVISE,
            NOTE)
        .contains(this);
  }

  /**
   * @throws IllegalArgumentException when it is no type's code
   */
  static EventType of(String code) {
    for (EventType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException("没有“" + code + "”这种操作");
  }

  private static Set<CaseState> none() {
    return Set.of();
  }

  private static Set<CaseState> undecided() {
    return EnumSet.of(RECEIVED, AWAITING_DISPATCH);
  }

  private static Set<CaseState> assigned() {
    return EnumSet.of(DISPATCHED, REASSIGNED, REOPENED);
  }

  private static Set<CaseState> repliable() {
    return EnumSet.of(
        AWAITING_DISPATCH, DISPATCHED, REASSIGNED, IN_PROGRESS, AWAITING_REVIEW, REOPENED);
  }
}
