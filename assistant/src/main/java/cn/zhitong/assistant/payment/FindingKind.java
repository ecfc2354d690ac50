package cn.zhitong.assistant.payment;

import cn.zhitong.common.text.Coded;

/** What can be wrong with a payment. */
enum FindingKind implements Coded {
  LATE("late", "逾期拨付"),
  TWICE("twice", "重复拨付"),
  AMOUNT("amount", "金额不符"),
  PAYEE("payee", "收款人不符"),
  NOT_APPROVED("not_approved", "未批准"),
  UNPAID("unpaid", "应拨未拨"),
  UNKNOWN("unknown", "无法对应");

  private final String code;
  private final String label;

  FindingKind(String code, String label) {
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
