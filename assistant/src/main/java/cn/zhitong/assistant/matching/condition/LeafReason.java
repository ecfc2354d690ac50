package cn.zhitong.assistant.matching.condition;

import cn.zhitong.common.text.Coded;

/** Why a leaf came out as it did. The catalogue of the words that people read. */
public enum LeafReason implements Coded {
  HOLDS("holds", "档案数据满足本条"),
  FAILS("fails", "档案数据不满足本条"),
  ABSENT("absent", "企业档案中没有这项数据"),
  ABSENT_CLOSED("absent_closed", "平台掌握完整名录，其中没有该企业"),
  CLEAN_CLOSED("clean_closed", "平台掌握完整名录，没有相关记录"),
  PERIOD_MISSING("period_missing", "缺少所要求年度或期间的数据"),
  UNDATED("undated", "已有记录但没有日期，无法判断是否在期间内"),
  EXPIRED("expired", "资质已到期，名录完整"),
  MAY_BE_RENEWED("may_be_renewed", "资质已到期，是否续期未知"),
  CONFLICT("conflict", "不同来源的数据不一致，需核实"),
  UNIT("unit", "数据的计量单位或币种不同，无法比较"),
  COARSE("coarse", "数据不够细，无法判断"),
  EVIDENCE("evidence", "需提交材料后核验"),
  JUDGEMENT("judgement", "定性条件，需人工认定");

  private final String code;
  private final String label;

  LeafReason(String code, String label) {
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
