package cn.zhitong.assistant.casework.clock;

import cn.zhitong.common.workday.WorkingDays;
import java.time.LocalDate;

/** Deadline warning, alike for all kinds of cases. */
public enum DeadlineLight {
  NONE("none"),
  GREEN("green"),
  YELLOW("yellow"),
  RED("red"),
  OVERDUE("overdue");

  private final String code;

  DeadlineLight(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * Yellow from half the time on, red on the last working day, as issue 5 sets them.
   *
   * @param workingDays all that were allowed
   */
  public static DeadlineLight of(
      LocalDate due, int workingDays, LocalDate today, WorkingDays calendar) {
    if (today.isAfter(due)) {
      return OVERDUE;
    }
    int left = calendar.between(today, due);
    if (left == 0) {
      return RED;
    }
    return left * 2 <= workingDays ? YELLOW : GREEN;
  }
}
