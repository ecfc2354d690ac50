package cn.zhitong.assistant.report;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.Rating;
import cn.zhitong.assistant.casework.clock.DueSoon;
import cn.zhitong.assistant.report.FactStore.Fact;
import cn.zhitong.assistant.report.FactStore.Happened;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.workday.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A day in numbers. Cases that were rejected or withdrawn are left out of what was asked and of
 * what stands.
 *
 * @param flow what happened on the day
 * @param standing what was owed at its end
 */
public record DayFigures(
    LocalDate date,
    boolean workingDay,
    Flow flow,
    Standing standing,
    List<Counted> byCategory,
    List<Counted> byChannel) {

  /**
   * Cases, each once.
   *
   * @param asked came in
   * @param decided a person decided on category and department
   * @param answeredOnTime of the answered, those on their due day or before
   * @param satisfied of the day's ratings, each case by its last
   */
  public record Flow(
      int asked,
      int decided,
      int dispatched,
      int returned,
      int answered,
      int answeredOnTime,
      int closed,
      int reopened,
      Share satisfied) {}

  /**
   * @param open unanswered, all told
   * @param overdue of them, those whose day is past
   * @param backlog of them, those that were past when they came and that nobody has opened
   * @param atRisk of them, those due on the day or the next working day
   * @param undated of them, those without a category and so without a deadline
   * @param paused of them, those that wait for the enterprise to supplement
   */
  public record Standing(int open, int overdue, int backlog, int atRisk, int undated, int paused) {}

  public record Counted(String code, String label, int count) {}

  /** How pressing an unanswered case is. */
  enum Pressure {
    OVERDUE,
    /** Was past when it came, and nobody has opened it yet. */
    BACKLOG,
    AT_RISK,
    NONE,
    /** Waits for the enterprise: no deadline runs. */
    PAUSED,
    UNDATED;

    /**
     * @param state the case's, by its code
     * @param due null without a category
     * @param unread whether it came late and is unread
     */
    static Pressure of(
        String state, LocalDate due, boolean unread, LocalDate date, WorkingDays days) {
      if (state.equals(CaseStatus.AWAITING_INFORMATION.code())) {
        return PAUSED;
      }
      if (due == null) {
        return UNDATED;
      }
      if (date.isAfter(due)) {
        return unread ? BACKLOG : OVERDUE;
      }
      return DueSoon.is(due, date, days) ? AT_RISK : NONE;
    }
  }

  static DayFigures of(Period day, List<Fact> facts, List<Happened> happened, WorkingDays days) {
    List<Fact> asked =
        facts.stream().filter(fact -> !fact.askedAt().isBefore(day.start())).toList();
    Map<Pressure, Long> standing =
        open(facts, day.end()).stream()
            .collect(
                Collectors.groupingBy(
                    fact -> Pressure.of(fact.state(), fact.due(), fact.unread(), day.to(), days),
                    Collectors.counting()));
    return new DayFigures(
        day.to(),
        days.working(day.to()),
        flow(asked.size(), happened),
        new Standing(
            (int) standing.values().stream().mapToLong(Long::longValue).sum(),
            standing.getOrDefault(Pressure.OVERDUE, 0L).intValue(),
            standing.getOrDefault(Pressure.BACKLOG, 0L).intValue(),
            standing.getOrDefault(Pressure.AT_RISK, 0L).intValue(),
            standing.getOrDefault(Pressure.UNDATED, 0L).intValue(),
            standing.getOrDefault(Pressure.PAUSED, 0L).intValue()),
        categories(asked),
        channels(asked));
  }

  static List<Fact> open(List<Fact> facts, Instant end) {
    return facts.stream().filter(fact -> fact.unansweredAt(end)).toList();
  }

  private static Flow flow(int asked, List<Happened> happened) {
    List<Happened> answers = last(happened, "reply");
    List<Happened> ratings = last(happened, "rate");
    return new Flow(
        asked,
        cases(happened, LoggedEvents.DECIDING),
        cases(happened, List.of("dispatch")),
        cases(happened, List.of("return")),
        answers.size(),
        (int) answers.stream().filter(DayFigures::onTime).count(),
        cases(happened.stream().filter(DayFigures::closes).toList(), List.of("close", "rate")),
        cases(happened, List.of("reopen")),
        Share.of(ratings, rating -> rating.score() > Rating.DISSATISFIED));
  }

  private static boolean onTime(Happened answer) {
    return answer.due() != null
        && !LocalDate.ofInstant(answer.at(), Infrastructure.ZONE).isAfter(answer.due());
  }

  /** A dissatisfied rating opens a review instead of closing. */
  private static boolean closes(Happened event) {
    return event.score() == null || event.score() > Rating.DISSATISFIED;
  }

  private static int cases(List<Happened> happened, List<String> types) {
    Set<UUID> cases = new LinkedHashSet<>();
    happened.stream()
        .filter(event -> types.contains(event.type()))
        .forEach(event -> cases.add(event.caseId()));
    return cases.size();
  }

  /** Of each case its last event of a type; events come in the order of their log. */
  private static List<Happened> last(List<Happened> happened, String type) {
    Map<UUID, Happened> last = new TreeMap<>();
    happened.stream()
        .filter(event -> event.type().equals(type))
        .forEach(event -> last.put(event.caseId(), event));
    return List.copyOf(last.values());
  }

  private static List<Counted> categories(List<Fact> asked) {
    List<Counted> counted = new ArrayList<>();
    for (Category category : Category.values()) {
      int count = (int) asked.stream().filter(fact -> fact.category() == category).count();
      counted.add(new Counted(category.code(), category.label(), count));
    }
    int none = (int) asked.stream().filter(fact -> fact.category() == null).count();
    counted.add(new Counted("", "未分类", none));
    return counted;
  }

  private static List<Counted> channels(List<Fact> asked) {
    Map<String, Long> counts =
        asked.stream()
            .map(Fact::channel)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    List<Counted> counted = new ArrayList<>();
    counts.forEach(
        (channel, count) -> counted.add(new Counted(channel, channel, count.intValue())));
    return counted;
  }
}
