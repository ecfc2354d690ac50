package cn.zhitong.assistant.casework.clock;

import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.SlaClock;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.triage.DeadlineRules;
import cn.zhitong.common.workday.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When a case must be answered, and how near that is. */
@ApplicationScoped
public class Deadlines {
  private final Calendars calendars;
  private final DeadlineRules rules;
  private final Clock clock;

  /** For commands that run without the service; the service injects it. */
  public Deadlines(Calendars calendars, DeadlineRules rules, Clock clock) {
    this.calendars = calendars;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @param from day that does not count itself
   * @param workingDays allowed after it
   * @param due the last of them
   */
  public record Deadline(LocalDate from, int workingDays, LocalDate due, boolean provisional) {}

  /** Of calendar and rules together: another one may give other due days. */
  public String version() {
    return calendars.version() + "/" + rules.version();
  }

  /**
   * Empty while no category is known. Counts from the day on which it was asked, in Shanghai; once
   * reopened or ordered to be rectified, from that day.
   */
  public Optional<Deadline> of(Appeal appeal, CaseState standing) {
    return of(appeal.askedAt(), appeal.region(), standing);
  }

  /** The same by what of an appeal the deadline depends on. */
  public Optional<Deadline> of(Instant askedAt, String region, CaseState standing) {
    SlaClock clockwork = standing.clockwork();
    if (standing.category() == null && clockwork.ordered() == null) {
      return Optional.empty();
    }
    int allowed =
        clockwork.ordered() == null
            ? rules.workingDays(standing.category(), region)
            : clockwork.ordered();
    int days = allowed + clockwork.extra();
    LocalDate from = day(clockwork.from() == null ? askedAt : clockwork.from());
    WorkingDays.Due due = calendars.current().due(from, days);
    return Optional.of(new Deadline(from, days, due.date(), due.provisional()));
  }

  /** Working days after one moment's day up to another's. */
  public int workingDays(Instant from, Instant to) {
    return calendars.current().between(day(from), day(to));
  }

  /** Working days from a day to today; negative before it. */
  public int workingDaysSince(LocalDate day) {
    return calendars.current().between(day, today());
  }

  /**
   * As {@link DeadlineLight} has it; {@code none} without a deadline, when nothing is owed any
   * more, or while the case waits for the enterprise.
   *
   * @param due null for no deadline
   * @param workingDays all that were allowed
   */
  public DeadlineLight light(CaseStatus state, LocalDate due, int workingDays) {
    if (due == null || !state.unanswered() || state == CaseStatus.AWAITING_INFORMATION) {
      return DeadlineLight.NONE;
    }
    return DeadlineLight.of(due, workingDays, today(), calendars.current());
  }

  /** The last day that is 临期 as of today. */
  public LocalDate lastSoon() {
    return DueSoon.last(today(), calendars.current());
  }

  /** The day in Shanghai. */
  public LocalDate today() {
    return day(clock.instant());
  }

  /** The day in Shanghai of a moment. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, Infrastructure.ZONE);
  }
}
