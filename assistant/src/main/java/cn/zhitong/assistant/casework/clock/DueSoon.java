package cn.zhitong.assistant.casework.clock;

import cn.zhitong.common.workday.WorkingDays;
import java.time.LocalDate;

/**
 * 临期, which lists, boards and exports all mean alike: due today or on the next working day. The
 * light beside a case is another thing: it turns red on the last day.
 */
public final class DueSoon {
  /** Working days after today. */
  private static final int WITHIN = 1;

  private DueSoon() {}

  public static boolean is(LocalDate due, LocalDate today, WorkingDays days) {
    return !today.isAfter(due) && days.between(today, due) <= WITHIN;
  }

  /** The last day that is soon, as of a day. */
  public static LocalDate last(LocalDate today, WorkingDays days) {
    LocalDate last = today;
    while (is(last.plusDays(1), today, days)) {
      last = last.plusDays(1);
    }
    return last;
  }
}
