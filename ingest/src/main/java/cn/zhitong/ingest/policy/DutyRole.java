package cn.zhitong.ingest.policy;

/** Role a responsibility bracket gives a department: 牵头, 配合, or 责任单位 with neither word. */
public enum DutyRole {
  LEAD("lead", "牵头"),
  SUPPORT("support", "配合"),
  RESPONSIBLE("responsible", "责任单位");

  private final String code;
  private final String label;

  DutyRole(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException when the code is none of lead, support, responsible
   */
  public static DutyRole ofCode(String code) {
    for (DutyRole value : values()) {
      if (value.code.equals(code)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "unknown DutyRole '" + code + "', expected lead, support, responsible");
  }
}
