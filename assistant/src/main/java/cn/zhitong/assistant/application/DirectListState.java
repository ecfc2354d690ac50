package cn.zhitong.assistant.application;

import cn.zhitong.common.text.Coded;

/** Where a list of 免申即享 stands. */
enum DirectListState implements Coded {
  PROPOSED("proposed", "待复核"),
  CONFIRMED("confirmed", "已确认"),
  DISMISSED("dismissed", "已退回");

  private final String code;
  private final String label;

  DirectListState(String code, String label) {
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
