package cn.zhitong.assistant.application;

import cn.zhitong.common.text.Coded;
import java.util.EnumSet;

/**
 * What can happen to an application, and who may do it. Where it is possible and what it leads to
 * is {@link ApplicationStates}'s matter.
 */
enum ApplicationEventType implements Coded {
  CREATED("created", "建立", By.SYSTEM),
  /** On a confirmed list of 免申即享: it begins with its publicity. */
  LISTED("listed", "列入免申即享名单", By.SYSTEM),
  SAVE("save", "保存草稿", By.ENTERPRISE),
  SUBMIT("submit", "提交申报", By.ENTERPRISE),
  ACCEPT("accept", "受理", By.OFFICE),
  REQUEST_CORRECTION("request_correction", "要求补正", By.OFFICE),
  CORRECT("correct", "补正", By.ENTERPRISE),
  REVIEW("review", "审核", By.REVIEWER),
  START_EXPERT_REVIEW("start_expert_review", "开始专家评审", By.OFFICE),
  END_EXPERT_REVIEW("end_expert_review", "结束专家评审", By.OFFICE),
  PUBLICISE("publicise", "公示", By.OFFICE),
  PUBLICITY_OVER("publicity_over", "公示期满", By.SYSTEM),
  OBJECT("object", "提出异议", By.ANYBODY),
  RESOLVE_OBJECTION("resolve_objection", "处理异议", By.OFFICE),
  APPROVE("approve", "批准", By.OFFICE),
  REJECT("reject", "驳回", By.OFFICE),
  WITHDRAW("withdraw", "撤回", By.ENTERPRISE),
  PAY("pay", "拨付", By.OFFICE),
  /** Money that came back. */
  REFUND("refund", "登记退回", By.OFFICE),
  CLOSE("close", "办结", By.OFFICE),
  URGE("urge", "催办", By.DESK),
  SUPERVISE("supervise", "督办", By.SUPERVISOR),
  NOTE("note", "备注", By.STAFF),
  RATE("rate", "评价", By.ENTERPRISE),
  ATTACHED("attached", "上传附件", By.SYSTEM),
  DETACHED("detached", "移除附件", By.SYSTEM),
  ERASED("erase", "清除企业信息", By.SYSTEM);

  /** Who may. */
  enum By {
    /** The program itself. */
    SYSTEM,
    /** The enterprise, or an agent for it. */
    ENTERPRISE,
    /** A handler of the department that leads it. */
    OFFICE,
    /** A handler of the department whose step of the review it is. */
    REVIEWER,
    /** An agent; for 催办 the enterprise too. */
    DESK,
    SUPERVISOR,
    /** Whoever works on it. */
    STAFF,
    /** Whoever reads what is made public. */
    ANYBODY
  }

  private final String code;
  private final String label;
  private final By by;

  ApplicationEventType(String code, String label, By by) {
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

  By by() {
    return by;
  }

  /** Whether a reason must be given in every case. */
  boolean needsReason() {
    return EnumSet.of(REQUEST_CORRECTION, REJECT, REFUND, SUPERVISE, START_EXPERT_REVIEW)
        .contains(this);
  }

  /** Whether the actor must say which version was seen. */
  boolean needsBasis() {
    return by == By.OFFICE || by == By.REVIEWER;
  }

  /** Whether it changes nothing that somebody may have decided on: it makes no act stale. */
  boolean decidesNothing() {
    return EnumSet.of(NOTE, URGE, SUPERVISE, ATTACHED, DETACHED, PUBLICITY_OVER, RATE)
        .contains(this);
  }

  /** Whether the enterprise sees it. */
  boolean shownToEnterprise() {
    return !EnumSet.of(NOTE, SUPERVISE, OBJECT, RESOLVE_OBJECTION).contains(this);
  }
}
