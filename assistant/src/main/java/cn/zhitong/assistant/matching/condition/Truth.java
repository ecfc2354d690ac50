package cn.zhitong.assistant.matching.condition;

/** Kleene's three values. The order matters: {@code and} is the least, {@code or} the greatest. */
enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  Truth not() {
    return values()[2 - ordinal()];
  }

  Truth and(Truth other) {
    return ordinal() <= other.ordinal() ? this : other;
  }

  Truth or(Truth other) {
    return ordinal() >= other.ordinal() ? this : other;
  }

  MatchOutcome outcome() {
    return MatchOutcome.values()[ordinal()];
  }
}
