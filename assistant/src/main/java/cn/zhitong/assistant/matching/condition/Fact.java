package cn.zhitong.assistant.matching.condition;

import java.time.LocalDate;

/**
 * One thing that is known of an enterprise.
 *
 * @param period a year or a day, null where the fact has none
 * @param validFrom when a qualification or an event began, or null
 * @param level e.g. 国家 or 省级, or null
 * @param source who told it
 * @param observedAt the day it was told
 */
public record Fact(
    String field,
    FactValue value,
    String unit,
    DateSpan period,
    DateSpan validFrom,
    DateSpan validTo,
    String level,
    String source,
    LocalDate observedAt) {

  /** Whether it has begun and not ended; without dates it has. */
  Truth holdsOn(LocalDate day) {
    Truth begun =
        validFrom == null || !validFrom.last().isAfter(day)
            ? Truth.TRUE
            : validFrom.first().isAfter(day) ? Truth.FALSE : Truth.UNKNOWN;
    Truth notEnded = validTo == null || !validTo.last().isBefore(day) ? Truth.TRUE : Truth.FALSE;
    return begun.and(notEnded);
  }

  /** The last day that it speaks of: its period's end, else its start, else when it was told. */
  public LocalDate speaksOf() {
    if (period != null) {
      return period.last();
    }
    if (validFrom != null) {
      return validFrom.last();
    }
    return observedAt == null ? LocalDate.MIN : observedAt;
  }
}
