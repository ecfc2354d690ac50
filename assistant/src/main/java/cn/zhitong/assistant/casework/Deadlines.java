package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.triage.Calendars;
import cn.zhitong.assistant.triage.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When a case must be answered, and how near that is. */
@ApplicationScoped
class Deadlines {
  private final Calendars calendars;
  private final Clock clock;

  Deadlines(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Working days allowed and the last of them. */
  record Deadline(int workingDays, LocalDate due, boolean provisional) {}

  /** Empty while no category is known. Counts from the day on which it was asked, in Shanghai. */
  Optional<Deadline> of(Instant askedAt, Standing standing) {
    if (standing.category() == null) {
      return Optional.empty();
    }
    int days = standing.category().workingDays() + standing.extraDays();
    WorkingDays.Due due = calendars.current().due(day(askedAt), days);
    return Optional.of(new Deadline(days, due.date(), due.provisional()));
  }

  /** Working days from one moment's day to today. */
  int workingDaysSince(Instant from) {
    return calendars.current().between(day(from), today());
  }

  /**
   * Yellow from half the time on, red on the last working day, as issue 5 sets them; {@code none}
   * without a deadline or when nothing is owed any more.
   *
   * @param due null for no deadline
   * @param workingDays all that were allowed
   */
  Light light(CaseState state, LocalDate due, int workingDays) {
    if (due == null || !state.unanswered()) {
      return Light.NONE;
    }
    LocalDate today = today();
    if (today.isAfter(due)) {
      return Light.OVERDUE;
    }
    int left = calendars.current().between(today, due);
    if (left == 0) {
      return Light.RED;
    }
    return left * 2 <= workingDays ? Light.YELLOW : Light.GREEN;
  }

  LocalDate today() {
    return day(clock.instant());
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, Infrastructure.ZONE);
  }

  /** Deadline warning. */
  enum Light {
    NONE("none"),
    GREEN("green"),
    YELLOW("yellow"),
    RED("red"),
    OVERDUE("overdue");

    private final String code;

    Light(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
