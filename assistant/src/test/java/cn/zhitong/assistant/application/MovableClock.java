package cn.zhitong.assistant.application;

import cn.zhitong.assistant.runtime.Infrastructure;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** The service's clock in tests that live through weeks. */
@Alternative
public class MovableClock {
  private static final AtomicLong TICKS = new AtomicLong();
  private static volatile Instant now = Instant.parse("2025-09-26T02:00:00Z");

  @Produces
  @Singleton
  @Alternative
  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return Infrastructure.ZONE;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        // Never the same twice, as for a real clock.
        return now.plusNanos(TICKS.incrementAndGet() * 1_000);
      }
    };
  }

  /** Ten o'clock of a day. */
  public static void to(LocalDate day) {
    now = day.atTime(LocalTime.of(10, 0)).atZone(Infrastructure.ZONE).toInstant();
  }

  public static void to(String day) {
    to(LocalDate.parse(day));
  }

  public static LocalDate today() {
    return LocalDate.ofInstant(now, Infrastructure.ZONE);
  }
}
