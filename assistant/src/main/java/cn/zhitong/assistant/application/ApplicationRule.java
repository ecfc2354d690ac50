package cn.zhitong.assistant.application;

import java.util.List;
import java.util.UUID;

/**
 * How applications for an item are handled, where it differs from the settings.
 *
 * @param steps departments that review, in order; empty for the item's own
 * @param acceptDays working days; null, as the others, for the setting
 * @param workingDays from acceptance to the money
 * @param publicityDays of 公示; 0 for none
 * @param calendarDays whether those are calendar days
 * @param capFen most that can be approved
 * @param objectionWay what a rejected enterprise is told that it can do
 */
record ApplicationRule(
    UUID itemId,
    List<String> steps,
    Integer acceptDays,
    Integer workingDays,
    Integer publicityDays,
    boolean calendarDays,
    Long capFen,
    String objectionWay) {
  ApplicationRule {
    steps = List.copyOf(steps);
  }
}
