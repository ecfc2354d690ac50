package cn.zhitong.assistant.payment;

import cn.zhitong.common.text.Coded;

/** What became of a row of a payment file. */
enum EntryState implements Coded {
  /** Counts as a payment of its application. */
  BOOKED("booked", "已登记"),
  /** Waits for a person. */
  OPEN("open", "待核实"),
  ACCEPTED("accepted", "核实后登记"),
  CORRECTED("corrected", "更正后登记"),
  IGNORED("ignored", "不计");

  private final String code;
  private final String label;

  EntryState(String code, String label) {
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

  /** Whether the application has the money by it. */
  boolean counts() {
    return this == BOOKED || this == ACCEPTED || this == CORRECTED;
  }
}
