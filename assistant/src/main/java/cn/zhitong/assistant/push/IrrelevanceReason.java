package cn.zhitong.assistant.push;

import cn.zhitong.common.text.Coded;

/** Why an enterprise says that an item is none of its concern. */
enum IrrelevanceReason implements Coded {
  NOT_MET("not_met", "不符合条件"),
  OTHER_BUSINESS("other_business", "与本企业业务无关"),
  ALREADY_HAD("already_had", "已经享受或申报过"),
  WRONG_DATA("wrong_data", "档案数据有误"),
  OTHER("other", "其他");

  private final String code;
  private final String label;

  IrrelevanceReason(String code, String label) {
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
