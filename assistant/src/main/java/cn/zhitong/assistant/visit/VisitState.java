package cn.zhitong.assistant.visit;

import cn.zhitong.common.text.Coded;

/** Where a visit stands. */
enum VisitState implements Coded {
  OPEN("open", "待回访"),
  DONE("done", "已回访"),
  UNREACHABLE("unreachable", "联系不上");

  private final String code;
  private final String label;

  VisitState(String code, String label) {
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
