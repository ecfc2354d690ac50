package cn.zhitong.assistant.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where reminders go. With neither a webhook nor an address, none are kept. */
@ConfigMapping(prefix = "zhitong.notices")
public interface NoticeConfig {

  Webhook webhook();

  Mail mail();

  /** The service's address as enterprises reach it, for links in reminders. */
  Optional<URI> siteUrl();

  /** First wait before another try; doubles with each, up to an hour. Longer than one try takes. */
  @WithDefault("30s")
  Duration retryAfter();

  /** An address that takes reminders as JSON, signed as Standard Webhooks has it. */
  interface Webhook {
    Optional<URI> url();

    /** Shared with the receiver; it is refused to send unsigned. */
    Optional<String> secret();
  }

  /** Off while no address is given; the server is set by {@code quarkus.mailer.*}. */
  interface Mail {
    /** Who gets every reminder. */
    Optional<List<String>> to();

    /** Addresses by department's name, for the reminders about its cases. */
    Map<String, String> departments();
  }
}
