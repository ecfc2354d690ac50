package cn.zhitong.assistant.casework;

import cn.zhitong.common.text.Coded;
import java.util.EnumSet;
import java.util.Set;

/** Where a case stands. Folded from its events, never set. */
public enum CaseStatus implements Coded {
  RECEIVED("received", "待受理"),
  AWAITING_INFORMATION("awaiting_information", "待补充"),
  AWAITING_DISPATCH("awaiting_dispatch", "待派单"),
  DISPATCHED("dispatched", "已派单"),
  RETURNED("returned", "退回"),
  /** Returned a second time: the supervisor rules who handles it. */
  CONTESTED("contested", "异议裁定"),
  REASSIGNED("reassigned", "改派"),
  IN_PROGRESS("in_progress", "办理中"),
  EXTENSION_REQUESTED("extension_requested", "延期申请"),
  AWAITING_REVIEW("awaiting_review", "待审核"),
  ANSWERED("answered", "已答复"),
  AWAITING_FOLLOW_UP("awaiting_follow_up", "待回访"),
  CLOSED("closed", "办结"),
  REOPENED("reopened", "重办"),
  RECTIFYING("rectifying", "限期整改"),
  /** Follows another case, whose answer it gets too. */
  MERGED("merged", "已并单"),
  REJECTED("rejected", "不予受理"),
  WITHDRAWN("withdrawn", "撤回");

  /** States in which an answer is owed; the deadline runs, but while waiting for information. */
  public static final Set<CaseStatus> UNANSWERED =
      EnumSet.of(
          RECEIVED,
          AWAITING_INFORMATION,
          AWAITING_DISPATCH,
          DISPATCHED,
          RETURNED,
          CONTESTED,
          REASSIGNED,
          IN_PROGRESS,
          EXTENSION_REQUESTED,
          AWAITING_REVIEW,
          REOPENED,
          RECTIFYING,
          MERGED);

  private final String code;
  private final String label;

  CaseStatus(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether an answer is still owed. */
  public boolean unanswered() {
    return UNANSWERED.contains(this);
  }

  /** Whether somebody is yet to decide where the case goes. */
  public boolean toBeDecided() {
    return unanswered() && this != MERGED;
  }

  /**
   * @param text a code or a Chinese label
   * @throws IllegalArgumentException when it is neither
   */
  public static CaseStatus of(String text) {
    return Coded.findNamed(CaseStatus.class, text)
        .orElseThrow(() -> new IllegalArgumentException("没有“" + text + "”这种办件状态"));
  }
}
