package cn.zhitong.assistant.triage.pipeline;

import java.util.Arrays;

/** Kinds of words that a person must see at once. */
public enum RiskFlag {
  URGENT("紧急"),
  SAFETY("安全生产"),
  CROWD("群体"),
  WAGES("欠薪"),
  CUT_OFF("断供"),
  EXTREME("极端言论"),
  LITIGATION("诉讼"),
  ARBITRATION("仲裁"),
  PETITION("信访");

  private final String label;

  RiskFlag(String label) {
    this.label = label;
  }

  /** As the API and stored suggestions name it. */
  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException when it is no kind's label
   */
  static RiskFlag of(String label) {
    return Arrays.stream(values())
        .filter(flag -> flag.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no risk flag " + label));
  }
}
