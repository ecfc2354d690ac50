package cn.zhitong.assistant.cockpit;

import cn.zhitong.common.text.Coded;

/** By what the funnel is broken down. */
enum Dimension implements Coded {
  ITEM("item", "事项"),
  REGION("region", "地区"),
  INDUSTRY("industry", "行业"),
  SCALE("scale", "规模"),
  MONTH("month", "月份");

  private final String code;
  private final String label;

  Dimension(String code, String label) {
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
