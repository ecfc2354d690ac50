package cn.zhitong.assistant.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** How many messages about items an enterprise gets, when, and by which gateway. */
@ConfigMapping(prefix = "zhitong.push")
interface PushConfig {

  /** More recipients than this are approved by a second person: a county's larger firms. */
  @WithDefault("100")
  int approvalAbove();

  /** Messages that an enterprise gets in seven days; two a working day are the most people read. */
  @WithDefault("10")
  int weeklyBudget();

  /** From then on no mail or text message goes out, Shanghai time. */
  @WithDefault("20:00")
  LocalTime quietFrom();

  /** Until then. */
  @WithDefault("08:30")
  LocalTime quietTo();

  /** When digests go out, on their day. */
  @WithDefault("09:00")
  LocalTime digestAt();

  /** First wait before another try; doubles with each, up to an hour. Longer than one try takes. */
  @WithDefault("30s")
  Duration retryAfter();

  /** After so many tries (about four hours) a message has failed by this way. */
  @WithDefault("12")
  int maxTries();

  /** Mails a second over all nodes; common mail servers take ten. */
  @WithDefault("10")
  int mailsPerSecond();

  /** Calls of the webhook a second over all nodes. */
  @WithDefault("50")
  int webhooksPerSecond();

  /** Subscriptions that one address may ask for in a minute. */
  @WithDefault("5")
  int subscriptionsPerMinute();

  /** How long a subscription waits for its confirmation. */
  @WithDefault("P7D")
  Duration confirmWithin();
}
