package cn.zhitong.assistant.matching.condition;

import java.math.BigDecimal;
import java.util.Optional;

/** A value of a fact or of a leaf: a number, a text (a date is a text) or yes and no. */
public sealed interface FactValue {
  record Number(BigDecimal value) implements FactValue {}

  record Text(String value) implements FactValue {}

  record Flag(boolean value) implements FactValue {}

  static FactValue of(String text) {
    return new Text(text);
  }

  static FactValue of(boolean flag) {
    return new Flag(flag);
  }

  static FactValue of(BigDecimal number) {
    return new Number(number);
  }

  /** The number, also where it came as a text. */
  default Optional<BigDecimal> number() {
    if (this instanceof Number number) {
      return Optional.of(number.value());
    }
    if (this instanceof Text text && text.value().matches("-?\\d+(\\.\\d+)?")) {
      return Optional.of(new BigDecimal(text.value()));
    }
    return Optional.empty();
  }

  default Optional<Boolean> flag() {
    if (this instanceof Flag flag) {
      return Optional.of(flag.value());
    }
    if (this instanceof Text text) {
      return switch (text.value()) {
        case "true" -> Optional.of(true);
        case "false" -> Optional.of(false);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** The days that a date stands for; empty where it is no date. */
  default Optional<DateSpan> date() {
    return this instanceof Text text ? DateSpan.parse(text.value()) : Optional.empty();
  }

  /** As printed. */
  default String text() {
    if (this instanceof Number number) {
      return number.value().stripTrailingZeros().toPlainString();
    }
    if (this instanceof Flag flag) {
      return Boolean.toString(flag.value());
    }
    return ((Text) this).value();
  }

  /** Whether both say the same, numbers by value. */
  default boolean isSame(FactValue other) {
    Optional<BigDecimal> mine = number();
    Optional<BigDecimal> theirs = other.number();
    if (mine.isPresent() && theirs.isPresent()) {
      return mine.get().compareTo(theirs.get()) == 0;
    }
    return text().strip().equals(other.text().strip());
  }
}
