package cn.zhitong.assistant.matching.condition;

import cn.zhitong.common.text.Coded;

/** What an undecided item waits for. */
public enum UnknownKind implements Coded {
  /** A fact is missing. */
  DATA("data", "缺数据"),
  /** All that facts can decide is met; material or a judgement is left. */
  EVIDENCE("evidence", "待材料或认定");

  private final String code;
  private final String label;

  UnknownKind(String code, String label) {
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
