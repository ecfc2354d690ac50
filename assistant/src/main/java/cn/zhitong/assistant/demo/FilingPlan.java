package cn.zhitong.assistant.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A scripted month of applications: how many, and what becomes of each, by its number.
 *
 * @param enterprises of the demo's, the first
 * @param items of the demo's that can be applied for without material, the first
 * @param applications a multiple of the fates, so that each occurs
 */
public record FilingPlan(int enterprises, int items, int applications) {
  /** A whole month, for a rehearsal. */
  public static final FilingPlan WHOLE = new FilingPlan(60, 40, 120);

  /** Each fate twice: enough for every planted error. */
  public static final FilingPlan SMALL = new FilingPlan(20, 12, 24);

  /** What the demo shows. */
  static final FilingPlan SHOWN = new FilingPlan(60, 40, 24);

  /** Calendar days ago on which the first was sent in: all that comes of it lies in the past. */
  private static final int OLD_DAYS = 75;

  /** What becomes of an application. */
  public enum Fate {
    WITHDRAWN,
    REJECTED,
    WAITING,
    CORRECTED,
    IN_REVIEW,
    PUBLIC,
    OBJECTED,
    PAID_LATE,
    INSTALMENTS,
    UNPAID,
    PAID,
    CLOSED;

    /** Whether it is approved in the end. */
    public boolean granted() {
      return ordinal() >= OBJECTED.ordinal() || this == CORRECTED;
    }

    /** Whether it is still with an office today. */
    boolean recent() {
      return this == WAITING || this == IN_REVIEW || this == PUBLIC;
    }
  }

  /**
   * An application of the plan.
   *
   * @param met whether the enterprise's file meets the item; else staff say why it is taken
   * @param title of the item
   * @param grants what the item says of its amount
   */
  public record Filing(
      int index,
      String creditCode,
      String enterprise,
      String itemId,
      String title,
      String grants,
      boolean met) {
    Filing as(int number) {
      return new Filing(number, creditCode, enterprise, itemId, title, grants, met);
    }

    /** Each fate in turn. */
    public Fate fate() {
      return Fate.values()[index % Fate.values().length];
    }

    /** Which of its fate it is, from 0. */
    public int turn() {
      return index / Fate.values().length;
    }

    /** Approved in yuan, to the fen. */
    public BigDecimal amount() {
      return GrantedAmount.of(grants, index);
    }

    /** When it is sent in, so that what comes of it lies in the past. */
    public LocalDate submitted(LocalDate today) {
      return switch (fate()) {
        case WAITING -> today.minusDays(2);
        case IN_REVIEW -> today.minusDays(4);
        case PUBLIC -> today.minusDays(6);
        default -> today.minusDays(OLD_DAYS - index % 7);
      };
    }
  }
}
