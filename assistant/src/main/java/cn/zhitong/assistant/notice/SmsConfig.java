package cn.zhitong.assistant.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The gateway for text messages by template: {@code {id, phone, template, params, text}}, signed as
 * webhooks are. Off while no address is given. Its name is of the time when pushes alone used it.
 */
@ConfigMapping(prefix = "zhitong.push.sms")
public interface SmsConfig {
  Optional<URI> url();

  /** Shared with the gateway, which signs its receipts by it, too. */
  Optional<String> secret();

  /** What the gateway takes, over all nodes. */
  @WithDefault("20")
  int perSecond();

  @WithDefault("8s")
  Duration timeout();

  /**
   * The gateway's template for {@code item}, {@code unknown}, {@code evidence}, {@code digest} and
   * {@code case}.
   */
  Map<String, String> templates();

  /** It is refused to send unsigned. */
  default boolean isOn() {
    return url().isPresent() && secret().isPresent();
  }
}
