package cn.zhitong.assistant.application;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** When acts happened that another system hands on after it had recorded them itself. */
@ApplicationScoped
class OccurrenceTimes {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final ApplicationLog log;
  private final ApplicationDeadlines deadlines;

  OccurrenceTimes(ApplicationLog log, ApplicationDeadlines deadlines) {
    this.log = log;
    this.deadlines = deadlines;
  }

  /**
   * @param given null for now
   * @param file that it happened to; null for one that begins with it
   * @return null for now
   * @throws Problem where the caller may not say so, or it is to come, or before what it follows
   */
  Instant of(OffsetDateTime given, ApplicationFile file, Caller caller) {
    if (given == null) {
      return null;
    }
    if (!caller.isProgram()) {
      throw new Problem.Forbidden("occurredAt 仅供持管理令牌的系统补录时填写。");
    }
    Instant time = kept(given);
    if (time.isAfter(log.now()) || time.isBefore(EARLIEST)) {
      throw new Problem.InvalidRequest("occurredAt（发生时间）晚于现在或早于 2000 年，请核对。");
    }
    boolean early =
        file != null
            && file.events().stream()
                .filter(event -> !event.type().decidesNothing())
                .anyMatch(event -> event.occurredAt().isAfter(time));
    if (early) {
      throw new Problem.InvalidRequest("occurredAt（发生时间）早于申报已有的操作，请按先后补录。");
    }
    return time;
  }

  /** As it is stored; null for null. */
  static Instant kept(OffsetDateTime given) {
    return given == null ? null : given.toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The day of a time; today for null. */
  LocalDate day(Instant occurredAt) {
    return deadlines.day(occurredAt);
  }
}
