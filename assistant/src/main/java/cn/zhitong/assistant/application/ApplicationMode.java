package cn.zhitong.assistant.application;

import cn.zhitong.common.text.Coded;

/** How an application came about. */
public enum ApplicationMode implements Coded {
  REQUEST("request", "企业申报"),
  DIRECT("direct", "免申即享");

  private final String code;
  private final String label;

  ApplicationMode(String code, String label) {
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
