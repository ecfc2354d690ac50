package cn.zhitong.assistant.visit;

import cn.zhitong.common.text.Coded;

/** Why enterprises are asked. */
enum VisitKind implements Coded {
  MONTHLY("monthly", "月度回访"),
  QUARTERLY("quarterly", "季度抽查");

  private final String code;
  private final String label;

  VisitKind(String code, String label) {
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
}
