package cn.zhitong.assistant.casework;

import cn.zhitong.common.text.Coded;
import java.util.EnumSet;

/**
 * What can happen to a case, and who may do it. Where it is possible and what state it leads to is
 * a {@link cn.zhitong.assistant.eventlog.StateTable}'s matter.
 */
public enum EventType implements Coded {
  RECEIVED_BY_US("received", "收件", By.SYSTEM),
  SUGGESTED("suggested", "分办建议", By.SYSTEM),
  /** A list that was sent again mends what the first one left out. */
  AMENDED("amended", "更正来件", By.SYSTEM),
  DRAFTED("drafted", "拟答复", By.SYSTEM),
  ACCEPT("accept", "受理", By.AGENT),
  ACCEPT_SUGGESTION("accept_suggestion", "采纳建议", By.AGENT),
  CHANGE("change", "改定类别或部门", By.AGENT),
  REQUEST_INFORMATION("request_information", "要求补充", By.HANDLER),
  SUPPLEMENT("supplement", "补充材料", By.ENTERPRISE),
  REJECT("reject", "不予受理", By.AGENT),
  DISPATCH("dispatch", "派单", By.AGENT),
  START("start", "签收办理", By.HANDLER),
  RETURN("return", "退回", By.HANDLER),
  REASSIGN("reassign", "改派", By.AGENT),
  ARBITRATE("arbitrate", "异议裁定", By.SUPERVISOR),
  TRANSFER("transfer", "转办", By.AGENT),
  ADD_SUPPORT("add_support", "增加配合单位", By.HANDLER),
  PART_REPLY("part_reply", "提交配合意见", By.SUPPORT),
  PART_RETURN("part_return", "退回配合事项", By.SUPPORT),
  REQUEST_EXTENSION("request_extension", "申请延期", By.HANDLER),
  GRANT_EXTENSION("grant_extension", "批准延期", By.SUPERVISOR),
  REFUSE_EXTENSION("refuse_extension", "不批准延期", By.SUPERVISOR),
  SUBMIT_REPLY("submit_reply", "送审答复", By.HANDLER),
  SEND_BACK("send_back", "退改答复", By.AGENT),
  REPLY("reply", "答复", By.HANDLER),
  FOLLOW_UP("follow_up", "转回访", By.AGENT),
  RATE("rate", "评价", By.ENTERPRISE),
  REVIEW("review", "抽查复核", By.AGENT),
  MARK_TYPICAL("mark_typical", "标记典型问题", By.AGENT),
  UNMARK_TYPICAL("unmark_typical", "取消典型问题", By.AGENT),
  CLOSE("close", "办结", By.AGENT),
  REOPEN("reopen", "重办", By.AGENT),
  ORDER_RECTIFICATION("order_rectification", "限期整改", By.SUPERVISOR),
  WITHDRAW("withdraw", "撤回", By.ENTERPRISE),
  MERGE("merge", "并单", By.AGENT),
  UNMERGE("unmerge", "撤销并单", By.AGENT),
  URGE("urge", "催办", By.AGENT),
  SUPERVISE("supervise", "督办", By.SUPERVISOR),
  NOTE("note", "备注", By.STAFF),
  /** A file was stored; its name is erasable, its digest stays. */
  ATTACHED("attached", "上传附件", By.SYSTEM),
  DETACHED("detached", "移除附件", By.SYSTEM),
  /** Before the department has begun. */
  RECALL("recall", "撤回派单", By.AGENT),
  UNREJECT("unreject", "撤销不予受理", By.AGENT),
  /** What came of a follow-up call, with or without a rating. */
  CALL("call", "回访记录", By.AGENT),
  /** To a person within the lead department, or at the desk. */
  ASSIGN("assign", "指定经办人", By.HANDLER),
  /** What the ordinary way did not settle: a supervisor owns it until it is settled. */
  TAKE_ON("take_on", "列为难事专办", By.SUPERVISOR),
  HAND_BACK("hand_back", "结束难事专办", By.SUPERVISOR),
  /** A theme of its own: by the program as it is recognised, or by a person. */
  MARK_THEME("mark_theme", "列入专题", By.AGENT),
  UNMARK_THEME("unmark_theme", "移出专题", By.AGENT),
  RECORD_ARREARS("record_arrears", "登记拖欠账款", By.HANDLER),
  RECORD_REPAYMENT("record_repayment", "登记还款", By.HANDLER),
  SET_MEETING("set_meeting", "约定会议", By.HANDLER),
  CANCEL_MEETING("cancel_meeting", "取消会议", By.HANDLER),
  RECORD_MEETING("record_meeting", "登记会议结果", By.HANDLER),
  ERASED("erase", "清除个人信息", By.ADMINISTRATOR);

  /** Who may: an agent includes supervisor and administrator. */
  public enum By {
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

  EventType(String code, String label, By by) {
    this.code = code;
    this.label = label;
    this.by = by;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  /** Who may do it. */
  public By by() {
    return by;
  }

  /** Whether a reason must be given in every case. */
  public boolean needsReason() {
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
            RECALL,
            UNREJECT,
            TAKE_ON,
            HAND_BACK,
            UNMARK_THEME,
            CANCEL_MEETING,
            ERASED)
        .contains(this);
  }

  /** Whether an enterprise may do it to its own case. */
  public boolean openToEnterprise() {
    return by == By.ENTERPRISE || this == URGE;
  }

  /** Whether the actor must say which version was seen; what only adds needs none. */
  public boolean needsBasis() {
    return this != NOTE && by != By.ENTERPRISE;
  }

  /** Whether it changes nothing that somebody may have decided on: it makes no act stale. */
  public boolean decidesNothing() {
    return EnumSet.of(
            NOTE,
            URGE,
            SUPERVISE,
            MARK_TYPICAL,
            UNMARK_TYPICAL,
            ATTACHED,
            DETACHED,
            CALL,
            ASSIGN,
            TAKE_ON,
            HAND_BACK,
            MARK_THEME,
            UNMARK_THEME,
            RECORD_ARREARS,
            RECORD_REPAYMENT,
            SET_MEETING,
            CANCEL_MEETING,
            RECORD_MEETING)
        .contains(this);
  }

  /** Whether its texts are what goes to the enterprise, or is meant to. */
  public boolean writtenByOffice() {
    return EnumSet.of(DRAFTED, PART_REPLY, SUBMIT_REPLY, REPLY).contains(this);
  }

  /** Whether the enterprise is told of it. */
  public boolean shownToEnterprise() {
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
            RECALL,
            UNREJECT,
            RECORD_REPAYMENT,
            SET_MEETING,
            CANCEL_MEETING,
            RECORD_MEETING,
            ERASED)
        .contains(this);
  }

  /**
   * @throws IllegalArgumentException when it is no type's code
   */
  public static EventType of(String code) {
    for (EventType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    throw new IllegalArgumentException("没有“" + code + "”这种操作");
  }
}
