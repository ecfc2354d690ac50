package cn.zhitong.assistant.report;

import java.util.List;

/** Groups of events that reports count as one. */
final class LoggedEvents {
  /** Types of events by which people decide on category and department. */
  static final List<String> DECIDING =
      List.of("accept_suggestion", "change", "reassign", "arbitrate");

  private LoggedEvents() {}
}
