package cn.zhitong.ingest.policy;

import cn.zhitong.common.text.Coded;

/** Validity of a policy. */
public enum PolicyStatus implements Coded {
  IN_FORCE("in_force", "有效"),
  EXPIRED("expired", "失效"),
  REPEALED("repealed", "废止"),
  AMENDED("amended", "已修订");

  private final String code;
  private final String label;

  PolicyStatus(String code, String label) {
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
   * @throws IllegalArgumentException when the code is none of in_force, expired, repealed, amended
   */
  public static PolicyStatus ofCode(String code) {
    return Coded.of(PolicyStatus.class, code);
  }
}
