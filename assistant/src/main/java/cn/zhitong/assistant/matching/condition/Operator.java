package cn.zhitong.assistant.matching.condition;

import cn.zhitong.common.text.Coded;

/** How a leaf compares a field with its value. */
public enum Operator implements Coded {
  EQUAL("=", "等于"),
  NOT_EQUAL("!=", "不等于"),
  LESS("<", "小于"),
  AT_MOST("<=", "不超过"),
  GREATER(">", "大于"),
  AT_LEAST(">=", "不低于"),
  /** Both ends included. */
  BETWEEN("between", "介于"),
  IN("in", "属于"),
  NOT_IN("not_in", "不属于"),
  IN_REGION("in_region", "位于"),
  NOT_IN_REGION("not_in_region", "不位于"),
  IN_INDUSTRY("in_industry", "属于"),
  NOT_IN_INDUSTRY("not_in_industry", "不属于"),
  /** A qualification that is valid on the day. */
  HAS("has", "具有"),
  /** An event or a qualification that began in the period. */
  OBTAINED("obtained", "获得"),
  NEVER("never", "未曾");

  private final String code;
  private final String label;

  Operator(String code, String label) {
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

  /** The operator that this one denies, or itself: {@code !=} denies {@code =}. */
  public Operator affirmative() {
    return switch (this) {
      case NOT_EQUAL -> EQUAL;
      case NOT_IN -> IN;
      case NOT_IN_REGION -> IN_REGION;
      case NOT_IN_INDUSTRY -> IN_INDUSTRY;
      case NEVER -> OBTAINED;
      default -> this;
    };
  }

  public boolean isNegative() {
    return affirmative() != this;
  }

  /** Whether it compares sizes, of numbers or of dates. */
  public boolean isOrdering() {
    return this == LESS
        || this == AT_MOST
        || this == GREATER
        || this == AT_LEAST
        || this == BETWEEN;
  }
}
