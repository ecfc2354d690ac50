package cn.zhitong.assistant.arrears;

import cn.zhitong.common.text.Coded;

/** Who owes: the kinds that 《保障中小企业款项支付条例》 tells apart. */
public enum DebtorKind implements Coded {
  STATE_ORGAN("state_organ", "机关"),
  PUBLIC_INSTITUTION("public_institution", "事业单位"),
  LARGE_ENTERPRISE("large_enterprise", "大型企业"),
  /** The regulation sets no term for it. */
  OTHER("other", "其他");

  private final String code;
  private final String label;

  DebtorKind(String code, String label) {
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
