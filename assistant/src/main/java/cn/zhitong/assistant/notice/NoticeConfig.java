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

  /**
   * How long a reminder waits for an earlier one of its case that the receiver has not taken: the
   * order is kept so long, and one that is never taken holds up the others no longer.
   */
  @WithDefault("24h")
  Duration keepOrderFor();

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

    /**
     * Whether enterprises that left an address are told of answers, with the link to rate them: the
     * mail server is then one that may write to strangers.
     */
    @WithDefault("false")
    boolean enterprises();

    /** Addresses by department's name, for the reminders about its cases. */
    Map<String, String> departments();
  }
}
