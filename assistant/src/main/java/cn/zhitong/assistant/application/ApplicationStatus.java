package cn.zhitong.assistant.application;

import cn.zhitong.common.text.Coded;
import java.util.EnumSet;
import java.util.Set;

/** Where an application stands. */
public enum ApplicationStatus implements Coded {
  DRAFT("draft", "待提交"),
  SUBMITTED("submitted", "待受理"),
  CORRECTION("correction", "待补正"),
  REVIEWING("reviewing", "审核中"),
  PUBLICITY("publicity", "公示中"),
  OBJECTION("objection", "异议处理"),
  APPROVED("approved", "待拨付"),
  PAID("paid", "已拨付"),
  CLOSED("closed", "已办结"),
  REJECTED("rejected", "已驳回"),
  WITHDRAWN("withdrawn", "已撤回");

  /** The office owes something still, or waits for the enterprise. */
  static final Set<ApplicationStatus> PENDING =
      Set.copyOf(EnumSet.of(SUBMITTED, CORRECTION, REVIEWING, PUBLICITY, OBJECTION, APPROVED));

  /** The money is promised or has come. */
  static final Set<ApplicationStatus> GRANTED = Set.copyOf(EnumSet.of(APPROVED, PAID, CLOSED));

  private final String code;
  private final String label;

  ApplicationStatus(String code, String label) {
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

  boolean pending() {
    return PENDING.contains(this);
  }
}
