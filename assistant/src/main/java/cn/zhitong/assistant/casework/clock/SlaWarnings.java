package cn.zhitong.assistant.casework.clock;

import cn.zhitong.common.text.Coded;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which warnings and escalations what has a deadline has come to. Pure. */
public final class SlaWarnings {
  private SlaWarnings() {}

  /** What a step does. */
  public enum Act implements Coded {
    URGE("urge", "催办"),
    SUPERVISE("supervise", "督办"),
    /** A reminder only. */
    NOTIFY("notify", "提醒");

    private final String code;
    private final String label;

    Act(String code, String label) {
      this.code = code;
      this.label = label;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /**
   * A step that is to be taken.
   *
   * @param after working days since the due day
   * @param configured reason; empty for the usual one
   */
  public record Escalation(String name, Act act, int after, Optional<String> configured) {
    /**
     * @param owed what was to be done, in Chinese
     */
    public String reason(String owed) {
      return configured.orElse("超期满 " + after + " 个工作日仍未" + owed);
    }
  }

  /**
   * What a step was taken for.
   *
   * @param from day that does not count itself; null, as the days, in events from before they were
   *     kept
   * @param days allowed after it
   * @param key that tells one term from another whatever the calendar says; null where the days do
   */
  public record Term(LocalDate from, Integer days, LocalDate due, String key) {
    /** One that a corrected calendar moves is still the same. */
    public boolean same(Term now) {
      if (key != null && now.key != null) {
        return key.equals(now.key);
      }
      return days == null ? now.due.equals(due) : days.equals(now.days) && now.from.equals(from);
    }
  }

  /** A step that was taken, as the log has it. */
  public record Taken(Act act, String step, Term term) {}

  /** The warning that a light stands for; null for green and none. */
  public static String kind(DeadlineLight light) {
    return switch (light) {
      case YELLOW, RED, OVERDUE -> "deadline." + light.code();
      case NONE, GREEN -> null;
    };
  }

  /** A warning in words; of what is no light's, that of a step. */
  public static String words(String kind) {
    return switch (kind) {
      case "deadline.yellow" -> "办理时限已过半";
      case "deadline.red" -> "今日到期";
      case "deadline.overdue" -> "已超期";
      default -> "超期升级提醒";
    };
  }

  /**
   * The steps that are due, in their order.
   *
   * @param late working days since the due day
   * @param now what is late
   * @param taken before; none of them is repeated for the same term
   */
  public static List<Escalation> due(
      Map<String, EscalationConfig.Step> steps, int late, Term now, Collection<Taken> taken) {
    return steps.entrySet().stream()
        .map(step -> escalation(step.getKey(), step.getValue()))
        .filter(step -> late >= step.after())
        .sorted(Comparator.comparingInt(Escalation::after).thenComparing(Escalation::name))
        .filter(step -> taken.stream().noneMatch(one -> isSame(one, step, now)))
        .toList();
  }

  private static boolean isSame(Taken taken, Escalation step, Term now) {
    return taken.act() == step.act() && step.name().equals(taken.step()) && taken.term().same(now);
  }

  /**
   * @throws IllegalStateException when the configured act is none
   */
  public static Escalation escalation(String name, EscalationConfig.Step step) {
    Act act =
        Coded.find(Act.class, step.act())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "zhitong.deadlines.escalation."
                            + name
                            + ".act 应为 urge、supervise 或 notify，现为 "
                            + step.act()));
    return new Escalation(name, act, step.after(), step.reason());
  }
}
