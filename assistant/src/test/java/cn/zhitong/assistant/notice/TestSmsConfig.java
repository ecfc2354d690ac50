package cn.zhitong.assistant.notice;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A gateway for text messages, for tests.
 *
 * @param gateway null for none
 */
public record TestSmsConfig(String gateway, int perSecond) implements SmsConfig {
  @Override
  public Optional<URI> url() {
    return Optional.ofNullable(gateway).map(URI::create);
  }

  @Override
  public Optional<String> secret() {
    return Optional.of(TestNotices.SECRET);
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Map<String, String> templates() {
    return Map.of("item", "SMS_1001", "case", "SMS_2001");
  }
}
