package cn.zhitong.assistant.matching.condition;

import cn.zhitong.common.text.Coded;

/** How strictly a leaf binds. */
public enum Strength implements Coded {
  HARD("hard", "必须"),
  /** 原则上, 一般: a leaf that fails leaves the item open. */
  PRINCIPLE("principle", "原则上"),
  /** 优先: reported, never counted. */
  PRIORITY("priority", "优先");

  private final String code;
  private final String label;

  Strength(String code, String label) {
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
