package cn.zhitong.assistant.casework;

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

import java.util.EnumSet;
import java.util.Set;

/**
 * What can happen to a case: the state machine as a table. {@code from} empty means in every state;
 * {@code to} null means that the state stays. Where the state after it depends on more than the
 * state before (a second return, a low rating, what a supplement resumes), {@link CaseState}
 * decides.
 */
public enum EventType {
  RECEIVED_BY_US("received", "收件", By.SYSTEM, none(), RECEIVED),
  SUGGESTED("suggested", "分办建议", By.SYSTEM, CaseStatus.UNANSWERED, null),
  /** A list that was sent again mends what the first one left out. */
  AMENDED("amended", "更正来件", By.SYSTEM, EnumSet.of(RECEIVED), null),
  DRAFTED("drafted", "拟答复", By.SYSTEM, draftable(), null),
  ACCEPT("accept", "受理", By.AGENT, EnumSet.of(RECEIVED), AWAITING_DISPATCH),
  ACCEPT_SUGGESTION("accept_suggestion", "采纳建议", By.AGENT, undecided(), AWAITING_DISPATCH),
  CHANGE("change", "改定类别或部门", By.AGENT, undecided(), AWAITING_DISPATCH),
  REQUEST_INFORMATION(
      "request_information", "要求补充", By.HANDLER, informable(), AWAITING_INFORMATION),
  SUPPLEMENT("supplement", "补充材料", By.ENTERPRISE, EnumSet.of(AWAITING_INFORMATION), RECEIVED),
  REJECT(
      "reject",
      "不予受理",
      By.AGENT,
      EnumSet.of(RECEIVED, AWAITING_INFORMATION, AWAITING_DISPATCH),
      REJECTED),
  DISPATCH("dispatch", "派单", By.AGENT, EnumSet.of(AWAITING_DISPATCH), DISPATCHED),
  START("start", "签收办理", By.HANDLER, assigned(), IN_PROGRESS),
  RETURN("return", "退回", By.HANDLER, EnumSet.of(DISPATCHED, REASSIGNED, IN_PROGRESS), RETURNED),
  REASSIGN("reassign", "改派", By.AGENT, EnumSet.of(RETURNED, CONTESTED), REASSIGNED),
  ARBITRATE("arbitrate", "异议裁定", By.SUPERVISOR, EnumSet.of(RETURNED, CONTESTED), REASSIGNED),
  TRANSFER("transfer", "转办", By.AGENT, transferable(), AWAITING_DISPATCH),
  ADD_SUPPORT("add_support", "增加配合单位", By.HANDLER, working(), null),
  PART_REPLY("part_reply", "提交配合意见", By.SUPPORT, working(), null),
  PART_RETURN("part_return", "退回配合事项", By.SUPPORT, working(), null),
  REQUEST_EXTENSION(
      "request_extension", "申请延期", By.HANDLER, EnumSet.of(IN_PROGRESS), EXTENSION_REQUESTED),
  GRANT_EXTENSION(
      "grant_extension", "批准延期", By.SUPERVISOR, EnumSet.of(EXTENSION_REQUESTED), IN_PROGRESS),
  REFUSE_EXTENSION(
      "refuse_extension", "不批准延期", By.SUPERVISOR, EnumSet.of(EXTENSION_REQUESTED), IN_PROGRESS),
  SUBMIT_REPLY("submit_reply", "送审答复", By.HANDLER, underway(), AWAITING_REVIEW),
  SEND_BACK("send_back", "退改答复", By.AGENT, EnumSet.of(AWAITING_REVIEW), IN_PROGRESS),
  REPLY("reply", "答复", By.HANDLER, repliable(), ANSWERED),
  FOLLOW_UP("follow_up", "转回访", By.AGENT, EnumSet.of(ANSWERED), AWAITING_FOLLOW_UP),
  RATE("rate", "评价", By.ENTERPRISE, EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP), CLOSED),
  REVIEW("review", "抽查复核", By.AGENT, finished(), null),
  MARK_TYPICAL("mark_typical", "标记典型问题", By.AGENT, none(), null),
  UNMARK_TYPICAL("unmark_typical", "取消典型问题", By.AGENT, none(), null),
  CLOSE("close", "办结", By.AGENT, EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP), CLOSED),
  REOPEN("reopen", "重办", By.AGENT, finished(), REOPENED),
  ORDER_RECTIFICATION("order_rectification", "限期整改", By.SUPERVISOR, rectifiable(), RECTIFYING),
  WITHDRAW("withdraw", "撤回", By.ENTERPRISE, CaseStatus.UNANSWERED, WITHDRAWN),
  MERGE("merge", "并单", By.AGENT, mergeable(), MERGED),
  UNMERGE("unmerge", "撤销并单", By.AGENT, EnumSet.of(MERGED), RECEIVED),
  URGE("urge", "催办", By.AGENT, CaseStatus.UNANSWERED, null),
  SUPERVISE("supervise", "督办", By.SUPERVISOR, CaseStatus.UNANSWERED, null),
  NOTE("note", "备注", By.STAFF, none(), null),
  ERASED("erase", "清除个人信息", By.ADMINISTRATOR, EnumSet.of(CLOSED, REJECTED, WITHDRAWN), null);

  /** Who may: an agent includes supervisor and administrator. */
  enum By {
    /** The program itself. */
    SYSTEM,
    AGENT,
    /** The handler of the lead department, or an agent. */
    HANDLER,
    /** The handler of a supporting department, or an agent for it. */
    SUPPORT,
    /** Whoever works on the case. */
    STAFF,
    SUPERVISOR,
    ADMINISTRATOR,
    /** Whoever holds the tracking code, or an agent on the telephone. */
    ENTERPRISE
  }

  private final String code;
  private final String label;
  private final By by;
  private final Set<CaseStatus> from;
  private final CaseStatus to;

  EventType(String code, String label, By by, Set<CaseStatus> from, CaseStatus to) {
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

  boolean possibleIn(CaseStatus state) {
    // Every case begins with its arrival, and only there.
    return this != RECEIVED_BY_US && (from.isEmpty() || from.contains(state));
  }

  /** The state after it. */
  CaseStatus after(CaseStatus state) {
    return to == null ? state : to;
  }

  /** Whether a reason must be given in every case. */
  boolean needsReason() {
    return EnumSet.of(
            REQUEST_INFORMATION,
            REJECT,
            RETURN,
            REASSIGN,
            ARBITRATE,
            TRANSFER,
            PART_RETURN,
            REQUEST_EXTENSION,
            REFUSE_EXTENSION,
            SEND_BACK,
            REOPEN,
            ORDER_RECTIFICATION,
            MARK_TYPICAL,
            UNMERGE,
            URGE,
            SUPERVISE,
            ERASED)
        .contains(this);
  }

  /** Whether the actor must say which version was seen; what only adds needs none. */
  boolean needsBasis() {
    return this != NOTE && by != By.ENTERPRISE;
  }

  /** Whether it changes nothing that somebody may have decided on: it makes no act stale. */
  boolean decidesNothing() {
    return EnumSet.of(NOTE, URGE, SUPERVISE, MARK_TYPICAL, UNMARK_TYPICAL).contains(this);
  }

  /** Whether its texts are what goes to the enterprise, or is meant to. */
  boolean writtenByOffice() {
    return EnumSet.of(DRAFTED, PART_REPLY, SUBMIT_REPLY, REPLY).contains(this);
  }

  /** Whether the enterprise is told of it. */
  boolean shownToEnterprise() {
    return EnumSet.of(
            RECEIVED_BY_US,
            ACCEPT,
            REQUEST_INFORMATION,
            SUPPLEMENT,
            REJECT,
            DISPATCH,
            START,
            REASSIGN,
            ARBITRATE,
            TRANSFER,
            GRANT_EXTENSION,
            REPLY,
            FOLLOW_UP,
            RATE,
            CLOSE,
            REOPEN,
            ORDER_RECTIFICATION,
            WITHDRAW,
            MERGE,
            UNMERGE,
            ERASED)
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

  private static Set<CaseStatus> none() {
    return Set.of();
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

  private static Set<CaseStatus> finished() {
    return EnumSet.of(ANSWERED, AWAITING_FOLLOW_UP, CLOSED);
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
