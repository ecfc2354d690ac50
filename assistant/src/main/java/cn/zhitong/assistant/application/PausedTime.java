package cn.zhitong.assistant.application;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.workday.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When an application's clock stood still: while the enterprise corrects it, experts review it, or
 * it is made public. Kept as days, so that a corrected calendar counts them anew.
 */
final class PausedTime {
  /** From one day to another; the first does not count, the last does. */
  private record Pause(LocalDate from, LocalDate to) {}

  private enum Kind {
    CORRECTION,
    EXPERTS,
    PUBLICITY
  }

  private final List<Pause> pauses = new ArrayList<>();
  private Kind kind;
  private LocalDate since;
  private boolean experts;

  /**
   * @param state after the event
   * @param publicity after the event
   */
  void apply(ApplicationEvent event, ApplicationStatus state, PublicityState publicity) {
    if (event.type() == ApplicationEventType.ACCEPT) {
      // The time until then was counted by itself; that to the money begins.
      pauses.clear();
    }
    if (event.type() == ApplicationEventType.START_EXPERT_REVIEW) {
      experts = true;
    }
    if (event.type() == ApplicationEventType.END_EXPERT_REVIEW
        || state != ApplicationStatus.REVIEWING) {
      experts = false;
    }
    Kind now = kind(state, publicity);
    LocalDate day = day(event.occurredAt());
    if (now == kind) {
      return;
    }
    if (kind != null) {
      // Publicity ends on its last day, whenever somebody takes note of it.
      LocalDate until = kind == Kind.PUBLICITY ? publicity.until() : day;
      LocalDate end = until.isBefore(day) ? until : day;
      pauses.add(new Pause(since, end.isBefore(since) ? since : end));
    }
    kind = now;
    since = now == null ? null : day;
  }

  private Kind kind(ApplicationStatus state, PublicityState publicity) {
    if (state == ApplicationStatus.CORRECTION) {
      return Kind.CORRECTION;
    }
    if (state == ApplicationStatus.PUBLICITY && !publicity.over()) {
      return Kind.PUBLICITY;
    }
    return experts ? Kind.EXPERTS : null;
  }

  /** Whether it stands still. */
  boolean paused() {
    return kind != null;
  }

  /** Whether experts have it. */
  boolean experts() {
    return experts;
  }

  /** Working days on which it stood still, but for a pause that goes on. */
  int days(WorkingDays calendar) {
    return pauses.stream().mapToInt(one -> calendar.between(one.from(), one.to())).sum();
  }

  /** All days of these pauses: another calendar gives no others. */
  long calendarDays() {
    return pauses.stream().mapToLong(one -> ChronoUnit.DAYS.between(one.from(), one.to())).sum();
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, Infrastructure.ZONE);
  }
}
