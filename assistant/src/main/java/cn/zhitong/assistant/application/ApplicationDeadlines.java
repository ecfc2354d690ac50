package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.casework.clock.DeadlineLight;
import cn.zhitong.common.workday.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When something is due of an application, on the working-day calendar. */
@ApplicationScoped
class ApplicationDeadlines {
  private final Calendars calendars;
  private final Clock clock;

  ApplicationDeadlines(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * @param from day that does not count itself
   * @param workingDays allowed after it, with those on which the clock stood still
   * @param due the last of them
   * @param key tells it from an earlier one of the same application, whatever the calendar says
   */
  record Deadline(
      LocalDate from, int workingDays, LocalDate due, boolean provisional, String key) {}

  /** Another one may give other days. */
  String version() {
    return ApplicationState.RULES + "/" + calendars.version();
  }

  /**
   * What is to be done now: to accept it, or to bring the money. Empty where nothing is owed, and
   * while the clock stands still.
   */
  Optional<Deadline> of(ApplicationState standing) {
    if (standing.clock().paused()) {
      return Optional.empty();
    }
    ReviewPlan plan = standing.plan();
    return switch (standing.state()) {
      case SUBMITTED -> Optional.of(after(standing.submittedAt(), plan.acceptDays(), standing));
      case REVIEWING, PUBLICITY, OBJECTION, APPROVED ->
          Optional.of(after(standing.acceptedAt(), plan.workingDays(), standing));
      case DRAFT, CORRECTION, PAID, CLOSED, REJECTED, WITHDRAWN -> Optional.empty();
    };
  }

  /** Until when the money has to come, or had to; empty where none was promised. */
  Optional<Deadline> payment(ApplicationState standing) {
    boolean promised =
        standing.money().approvedFen() != null
            && ApplicationStatus.GRANTED.contains(standing.state());
    return promised
        ? Optional.of(after(standing.acceptedAt(), standing.plan().workingDays(), standing))
        : Optional.empty();
  }

  private Deadline after(Instant from, int allowed, ApplicationState standing) {
    WorkingDays calendar = calendars.current();
    int days = allowed + standing.clock().days(calendar);
    LocalDate day = PausedTime.day(from);
    WorkingDays.Due due = calendar.due(day, days);
    String key = day + "+" + allowed + "+" + standing.clock().calendarDays();
    return new Deadline(day, days, due.date(), due.provisional(), key);
  }

  DeadlineLight light(Deadline deadline) {
    return DeadlineLight.of(deadline.due(), deadline.workingDays(), today(), calendars.current());
  }

  /** The last day of so many after a day; it is told and stays, whatever calendar comes. */
  LocalDate workingDaysAfter(LocalDate day, int days) {
    return calendars.current().lasting(day, days);
  }

  /** Publicity that begins on a day; its first full day is the next. */
  ApplicationPayload.Publicised publicity(LocalDate from, int days, boolean calendarDays) {
    LocalDate until = calendarDays ? from.plusDays(days) : workingDaysAfter(from, days);
    return new ApplicationPayload.Publicised(from, until);
  }

  /** Working days from a day to today; negative before it. */
  int workingDaysSince(LocalDate day) {
    return calendars.current().between(day, today());
  }

  WorkingDays calendar() {
    return calendars.current();
  }

  LocalDate today() {
    return PausedTime.day(clock.instant());
  }

  /** The day on which something happened; today for null. */
  LocalDate day(Instant occurredAt) {
    return occurredAt == null ? today() : PausedTime.day(occurredAt);
  }
}
