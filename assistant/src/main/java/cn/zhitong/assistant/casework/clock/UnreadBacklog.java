package cn.zhitong.assistant.casework.clock;

import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.runtime.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * 补录未阅: brought in after the day on which it was asked, and opened by nobody yet. What is late when
 * it comes is nobody's delay: it is counted apart from 超期未答 until somebody opens it or the quiet
 * working days are over, as it raises no alarm until then.
 */
@ApplicationScoped
public class UnreadBacklog {
  private static final String CAME_LATE =
      """
       and c.received_at >= ? and (c.asked_at at time zone 'Asia/Shanghai')::date
           < (c.received_at at time zone 'Asia/Shanghai')::date)\
      """;

  /** True of such a row {@code c} of the cases; its parameter is {@link #since}. */
  public static final String CONDITION =
      "(c.opened_at is null and c.state = 'received'" + CAME_LATE;

  /**
   * True of a row that nobody had opened by the end of a day, whatever its state was then. What was
   * brought in after that day is taken as it is now. Its parameters are that end, twice, and {@link
   * #since} of the day.
   */
  public static final String UNOPENED =
      """
      (case when c.received_at < ? then c.opened_at is null or c.opened_at >= ?
            else c.opened_at is null and c.state = 'received' end\
      """
          + CAME_LATE;

  private final Calendars calendars;
  private final EscalationConfig config;
  private final Clock clock;

  UnreadBacklog(Calendars calendars, EscalationConfig config, Clock clock) {
    this.calendars = calendars;
    this.config = config;
    this.clock = clock;
  }

  /** What was received from this moment on may wait to be opened, as of now. */
  public Instant since() {
    return since(LocalDate.now(clock));
  }

  /** The same as of a day, or of today where that day is still to come. */
  public Instant since(LocalDate day) {
    LocalDate today = LocalDate.now(clock);
    LocalDate last = day.isAfter(today) ? today : day;
    LocalDate first = last.plusDays(1);
    while (calendars.current().between(first.minusDays(1), last) < config.quietWorkingDays()) {
      first = first.minusDays(1);
    }
    return first.atStartOfDay(Infrastructure.ZONE).toInstant();
  }
}
