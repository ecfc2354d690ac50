package cn.zhitong.assistant.matching.item;

import cn.zhitong.common.text.Coded;

/** Where an item stands. */
public enum ItemState implements Coded {
  DRAFT("draft", "草稿"),
  PUBLISHED("published", "已发布"),
  STOPPED("stopped", "已停止");

  private final String code;
  private final String label;

  ItemState(String code, String label) {
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
