package cn.zhitong.ingest.policy;

import cn.zhitong.common.text.Coded;

/** Role a responsibility bracket gives a department: 牵头, 配合, or 责任单位 with neither word. */
public enum DutyRole implements Coded {
  LEAD("lead", "牵头"),
  SUPPORT("support", "配合"),
  RESPONSIBLE("responsible", "责任单位");

  private final String code;
  private final String label;

  DutyRole(String code, String label) {
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

  /**
   * @throws IllegalArgumentException when the code is none of lead, support, responsible
   */
  public static DutyRole ofCode(String code) {
    return Coded.of(DutyRole.class, code);
  }
}
