package cn.zhitong.assistant.casework;

import java.time.Instant;

/**
 * A department's own part of a case.
 *
 * @param lead whether it is the lead 牵头; else supporting 配合
 * @param text its opinion, null before
 * @param at when it replied or returned its part, null before
 */
record SupportTask(
    CaseState.Owner department, boolean lead, Progress progress, String text, Instant at) {

  /** How far it is. */
  enum Progress {
    PENDING("pending", "办理中"),
    REPLIED("replied", "已反馈"),
    RETURNED("returned", "已退回");

    private final String code;
    private final String label;

    Progress(String code, String label) {
      this.code = code;
      this.label = label;
    }

    String code() {
      return code;
    }

    String label() {
      return label;
    }
  }

  static SupportTask pending(CaseState.Owner department) {
    return new SupportTask(department, false, Progress.PENDING, null, null);
  }

  SupportTask done(Progress how, String what, Instant when) {
    return new SupportTask(department, lead, how, what, when);
  }

  boolean of(String name) {
    return name != null && (name.equals(department.name()) || name.equals(department.id()));
  }
}
