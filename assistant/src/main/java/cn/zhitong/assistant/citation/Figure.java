package cn.zhitong.assistant.citation;

import java.math.BigDecimal;

/**
 * Something in a text that must not be got wrong, in a form that compares by value.
 *
 * @param kind what sort of thing, in which two must agree to be compared
 * @param value number, date ({@code 2025-4-20}, {@code *-4-20} without a year) or identifier
 * @param unit normalised; periods are in months, days, working days, hours or minutes
 * @param bound 不超过, 以上, 约, 自…起 and the like
 * @param text the words themselves
 * @param at where they stand in the normal form of their text
 */
record Figure(Kind kind, String value, String unit, Bound bound, String text, int at) {

  enum Kind {
    DOCUMENT,
    IDENTIFIER,
    DATE,
    PERCENT,
    ORDINAL,
    QUANTITY
  }

  enum Bound {
    NONE,
    ABOUT,
    AT_MOST,
    AT_LEAST,
    /** 2个工作日内: about a period the same as its length, and as at most that. */
    WITHIN,
    FROM,
    UNTIL
  }

  static Figure quantity(BigDecimal value, String unit, Bound bound, String text, int at) {
    return new Figure(Kind.QUANTITY, plain(value), unit, bound, text, at);
  }

  int end() {
    return at + text.length();
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** Whether a source that says {@code source} bears this figure out. */
  boolean supportedBy(Figure source) {
    return sameThing(source) && boundHolds(source.bound);
  }

  /** Whether the two are of one sort, so that one could be taken for the other. */
  boolean comparable(Figure source) {
    return kind == source.kind && (kind != Kind.QUANTITY || sameUnit(source));
  }

  private boolean sameThing(Figure source) {
    if (kind == Kind.DATE && source.kind == Kind.DATE) {
      return dateWithin(source.value);
    }
    if (!value.equals(source.value)) {
      return false;
    }
    boolean numbers = kind == Kind.QUANTITY && source.kind == Kind.QUANTITY;
    return numbers ? sameUnit(source) : kind == source.kind && unit.equals(source.unit);
  }

  /**
   * 个 counts anything countable; a bare number (热线12345) has no unit to disagree with; 3000万 in a
   * source can only be money where the sentence says 元.
   */
  private boolean sameUnit(Figure source) {
    String other = source.unit;
    return unit.equals(other)
        || unit.isEmpty()
        || (unit.equals("个") && Units.isCount(other))
        || (other.equals("个") && Units.isCount(unit))
        || (other.isEmpty() && unit.equals("元") && source.text.matches(".*[万亿]"));
  }

  /** What this date says, the source says too; it may say more. */
  private boolean dateWithin(String source) {
    String[] mine = value.split("-");
    String[] its = source.split("-");
    for (int i = 0; i < 3; i++) {
      if (!mine[i].equals("*") && !mine[i].equals(its[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * A limit is part of the meaning: 不超过50万元 is not 50万元, and from a day is not until it. That
   * something is about so much may be left out, not put in.
   */
  private boolean boundHolds(Bound source) {
    if (kind == Kind.DATE) {
      boolean either = bound == Bound.NONE || source == Bound.NONE;
      return either || bound == source;
    }
    boolean loose = bound == Bound.NONE && source == Bound.ABOUT;
    return bound == source || loose || within(bound, source) || within(source, bound);
  }

  private static boolean within(Bound one, Bound other) {
    return one == Bound.WITHIN && (other == Bound.NONE || other == Bound.AT_MOST);
  }
}
