package cn.zhitong.assistant.matching.condition;

import cn.zhitong.common.text.Coded;

/** Whether an enterprise meets a leaf or an item. In the order of {@link Truth}. */
public enum MatchOutcome implements Coded {
  NOT_MET("not_met", "不符合"),
  /** Data is missing, or evidence and judgement are left. */
  UNKNOWN("unknown", "待核实"),
  MET("met", "符合");

  private final String code;
  private final String label;

  MatchOutcome(String code, String label) {
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
