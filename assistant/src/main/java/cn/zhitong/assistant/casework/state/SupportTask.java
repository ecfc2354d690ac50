package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.casework.Owner;
import java.time.Instant;

/**
 * A department's own part of a case.
 *
 * @param lead whether it is the lead 牵头; else supporting 配合
 * @param text its opinion, null before
 * @param at when it replied or returned its part, null before
 */
public record SupportTask(
    Owner department, boolean lead, Progress progress, String text, Instant at) {

  /** How far it is. */
  public enum Progress {
    PENDING("pending", "办理中"),
    REPLIED("replied", "已反馈"),
    RETURNED("returned", "已退回");

    private final String code;
    private final String label;

    Progress(String code, String label) {
      this.code = code;
      this.label = label;
    }

    /** As the API has it. */
    public String code() {
      return code;
    }

    /** The same for people. */
    public String label() {
      return label;
    }
  }

  static SupportTask pending(Owner department) {
    return new SupportTask(department, false, Progress.PENDING, null, null);
  }

  SupportTask done(Progress how, String what, Instant when) {
    return new SupportTask(department, lead, how, what, when);
  }

  /** Whether a department of this name or id does it. */
  public boolean of(String name) {
    return name != null && (name.equals(department.name()) || name.equals(department.id()));
  }
}
