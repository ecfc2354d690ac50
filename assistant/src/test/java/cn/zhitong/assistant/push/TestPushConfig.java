package cn.zhitong.assistant.push;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/** Settings of pushes for tests, with a gateway for text messages. */
record TestPushConfig(String gateway, int perSecond) implements PushConfig {
  static final String SECRET = "geheim-0123456789";

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

  @Override
  public Sms sms() {
    return new Sms() {
      @Override
      public Optional<URI> url() {
        return Optional.ofNullable(gateway).map(URI::create);
      }

      @Override
      public Optional<String> secret() {
        return Optional.of(SECRET);
      }

      @Override
      public int perSecond() {
        return TestPushConfig.this.perSecond();
      }

      @Override
      public Duration timeout() {
        return Duration.ofMillis(500);
      }

      @Override
      public Map<String, String> templates() {
        return Map.of("item", "SMS_1001");
      }
    };
  }
}
