package cn.zhitong.assistant.matching.condition;

import cn.zhitong.common.text.Coded;

/** How a group joins its children. */
public enum GroupType implements Coded {
  ALL("all", "全部"),
  ANY("any", "任一"),
  /** A negative list: its children say the bad thing. */
  NONE("none", "不得"),
  AT_LEAST("at_least", "至少几项");

  private final String code;
  private final String label;

  GroupType(String code, String label) {
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
