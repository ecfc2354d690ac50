package cn.zhitong.assistant.push;

import cn.zhitong.assistant.runtime.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** When messages may go out. */
@ApplicationScoped
class SendTimes {
  private final PushConfig config;

  SendTimes(PushConfig config) {
    this.config = config;
  }

  /** Whether people rest; hours that end at midnight or pass it are meant as well. */
  boolean isQuiet(Instant now) {
    LocalTime time = now.atZone(Infrastructure.ZONE).toLocalTime();
    LocalTime from = config.quietFrom();
    LocalTime to = config.quietTo();
    if (from.equals(to)) {
      return false;
    }
    boolean afterFrom = !time.isBefore(from);
    boolean beforeTo = time.isBefore(to);
    return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
  }

  PushQueueStore.DueTimes due(Instant now) {
    return new PushQueueStore.DueTimes(now, daily(now), weekly(now));
  }

  /** The next time that daily digests go out. */
  Instant daily(Instant now) {
    ZonedDateTime here = now.atZone(Infrastructure.ZONE);
    ZonedDateTime today = here.with(config.digestAt());
    return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
  }

  /** The next Monday's time. */
  Instant weekly(Instant now) {
    ZonedDateTime here = now.atZone(Infrastructure.ZONE);
    ZonedDateTime monday =
        here.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).with(config.digestAt());
    return (monday.isAfter(here) ? monday : monday.plusWeeks(1)).toInstant();
  }
}
