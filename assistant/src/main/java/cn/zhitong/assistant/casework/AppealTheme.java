package cn.zhitong.assistant.casework;

import cn.zhitong.common.text.Coded;

/** Themes of appeals that have lists of their own. */
public enum AppealTheme implements Coded {
  ARREARS("arrears", "拖欠账款"),
  INSPECTION("inspection", "涉企检查");

  private final String code;
  private final String label;

  AppealTheme(String code, String label) {
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
