package cn.zhitong.assistant.push;

import cn.zhitong.common.text.Coded;

/** Why an enterprise that an item concerns is not told of it by a push. */
enum SkipReason implements Coded {
  FILTER("filter", "不在所选地区、行业或规模"),
  UNKNOWN("unknown", "待核实"),
  ALREADY_SENT("already_sent", "这一版事项已推送过"),
  APPLIED("applied", "已经申报过"),
  UNSUBSCRIBED("unsubscribed", "企业已退订这类推送"),
  BUDGET("budget", "本周推送已达上限");

  private final String code;
  private final String label;

  SkipReason(String code, String label) {
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
