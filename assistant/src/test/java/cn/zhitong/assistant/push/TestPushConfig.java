package cn.zhitong.assistant.push;

import java.time.Duration;
import java.time.LocalTime;

/** Settings of pushes for tests. */
record TestPushConfig(int perSecond) implements PushConfig {
  @Override
  public int approvalAbove() {
    return 1_000_000;
  }

  @Override
  public int weeklyBudget() {
    return 10;
  }

  @Override
  public LocalTime quietFrom() {
    return LocalTime.of(20, 0);
  }

  @Override
  public LocalTime quietTo() {
    return LocalTime.of(8, 30);
  }

  @Override
  public LocalTime digestAt() {
    return LocalTime.of(9, 0);
  }

  @Override
  public Duration retryAfter() {
    return Duration.ofSeconds(30);
  }

  @Override
  public int maxTries() {
    return 3;
  }

  @Override
  public int mailsPerSecond() {
    return perSecond;
  }

  @Override
  public int webhooksPerSecond() {
    return perSecond;
  }

  @Override
  public int subscriptionsPerMinute() {
    return 5;
  }

  @Override
  public Duration confirmWithin() {
    return Duration.ofDays(7);
  }
}
