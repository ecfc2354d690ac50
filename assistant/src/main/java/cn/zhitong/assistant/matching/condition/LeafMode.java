package cn.zhitong.assistant.matching.condition;

import cn.zhitong.common.text.Coded;

/** What can decide a leaf. */
public enum LeafMode implements Coded {
  /** A fact of the enterprise file. */
  DATA("data", "档案可查"),
  /** Material that the applicant submits. */
  EVIDENCE("evidence", "需提交材料"),
  /** A person's judgement (定性). */
  JUDGEMENT("judgement", "需人工认定"),
  /** Not printed: the place that the issuer implies. Decided by a fact. */
  IMPLIED("implied", "由发文机关推定");

  private final String code;
  private final String label;

  LeafMode(String code, String label) {
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

  /** Whether facts decide the leaf. */
  public boolean isDecidedByFacts() {
    return this == DATA || this == IMPLIED;
  }
}
