package cn.zhitong.assistant.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which warnings and escalations a case has come to. Pure. */
final class SlaWarnings {
  private SlaWarnings() {}

  /**
   * A step that is to be taken.
   *
   * @param type {@code URGE} or {@code SUPERVISE}; null for a reminder only
   */
  record Escalation(String name, EventType type, String reason) {}

  /** The warning that a light stands for; null for green and none. */
  static String kind(DeadlineLight light) {
    return switch (light) {
      case YELLOW, RED, OVERDUE -> "deadline." + light.code();
      case NONE, GREEN -> null;
    };
  }

  /**
   * The steps that are due, in their order, without those taken before for this deadline. One that
   * a corrected calendar moves is still the same.
   *
   * @param late working days since the due day
   */
  static List<Escalation> due(
      Map<String, EscalationConfig.Step> steps,
      CaseFile file,
      Deadlines.Deadline deadline,
      int late) {
    List<Map.Entry<String, EscalationConfig.Step>> ordered = new ArrayList<>(steps.entrySet());
    ordered.sort(
        Comparator.comparingInt(
                (Map.Entry<String, EscalationConfig.Step> step) -> step.getValue().after())
            .thenComparing(Map.Entry::getKey));
    return ordered.stream()
        .filter(step -> late >= step.getValue().after())
        .map(step -> escalation(step.getKey(), step.getValue()))
        .filter(escalation -> !taken(file, escalation, deadline))
        .toList();
  }

  /**
   * @throws IllegalStateException when the configured act is none
   */
  static Escalation escalation(String name, EscalationConfig.Step step) {
    EventType type =
        switch (step.act()) {
          case "urge" -> EventType.URGE;
          case "supervise" -> EventType.SUPERVISE;
          case "notify" -> null;
          default ->
              throw new IllegalStateException(
                  "zhitong.deadlines.escalation."
                      + name
                      + ".act 应为 urge、supervise 或 notify，现为 "
                      + step.act());
        };
    String reason = step.reason().orElse("超期满 " + step.after() + " 个工作日仍未答复");
    return new Escalation(name, type, reason);
  }

  private static boolean taken(CaseFile file, Escalation escalation, Deadlines.Deadline deadline) {
    return file.events().stream()
        .filter(event -> event.bySystem() && event.type() == escalation.type())
        .map(event -> (EventPayload.Reminded) event.payload())
        .anyMatch(taken -> escalation.name().equals(taken.step()) && same(taken, deadline));
  }

  /** Events from before the days were kept know the due day alone. */
  private static boolean same(EventPayload.Reminded taken, Deadlines.Deadline deadline) {
    return taken.days() != null
        ? taken.days() == deadline.workingDays() && deadline.from().equals(taken.from())
        : deadline.due().equals(taken.due());
  }
}
