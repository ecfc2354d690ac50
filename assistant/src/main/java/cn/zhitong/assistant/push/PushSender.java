package cn.zhitong.assistant.push;

import cn.zhitong.assistant.notice.SmsGateway;
import cn.zhitong.assistant.runtime.DaemonThreads;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Empties the outbox at the rate that each receiver takes. A message is marked after the receiver
 * has taken it: a node that dies in between leaves it to be sent again, under the same id.
 */
@ApplicationScoped
class PushSender {
  private static final Logger LOG = Logger.getLogger(PushSender.class);

  /** Receivers answer in a tenth of a second or so: eight at once make some eighty a second. */
  private static final int THREADS = 8;

  private final DeliveryStore store;
  private final PushConfig config;
  private final PushWays ways;
  private final SendTimes times;
  private final Map<PushChannel, PushCarrier> carriers;
  private final Clock clock;
  private final Map<PushChannel, Instant> pausedUntil = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, DaemonThreads.named("zhitong-push"));

  PushSender(
      DeliveryStore store,
      PushConfig config,
      PushWays ways,
      SendTimes times,
      MailCarrier mail,
      SmsCarrier sms,
      WebhookCarrier webhook,
      Clock clock) {
    this.store = store;
    this.config = config;
    this.ways = ways;
    this.times = times;
    this.carriers =
        new EnumMap<>(
            Map.of(PushChannel.MAIL, mail, PushChannel.SMS, sms, PushChannel.WEBHOOK, webhook));
    this.clock = clock;
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  @Scheduled(every = "1s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sendMails() {
    sendDue(PushChannel.MAIL);
  }

  @Scheduled(every = "1s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sendMessages() {
    sendDue(PushChannel.SMS);
  }

  @Scheduled(every = "1s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void callWebhook() {
    sendDue(PushChannel.WEBHOOK);
  }

  /** Sends what this second allows on one channel; how many messages were tried. */
  int sendDue(PushChannel channel) {
    Instant now = clock.instant();
    boolean resting = channel.restsAtNight() && times.isQuiet(now);
    if (resting || !ways.on().contains(channel) || isPaused(channel, now)) {
      return 0;
    }
    int most = ways.perSecond(channel);
    int wanted = store.due(channel, now, most);
    int allowed = wanted == 0 ? 0 : store.lease(channel, now, wanted, most);
    if (allowed == 0) {
      return 0;
    }
    List<DeliveryStore.Delivery> due = store.claim(channel, now, allowed, config.retryAfter());
    List<Future<?>> running = new ArrayList<>();
    for (List<DeliveryStore.Delivery> group : groups(channel, due)) {
      running.add(threads.submit(() -> attempt(channel, group)));
    }
    running.forEach(PushSender::await);
    return due.size();
  }

  private boolean isPaused(PushChannel channel, Instant now) {
    Instant until = pausedUntil.get(channel);
    return until != null && now.isBefore(until);
  }

  /** What one enterprise gets at once goes out as one; programs want each by itself. */
  static List<List<DeliveryStore.Delivery>> groups(
      PushChannel channel, List<DeliveryStore.Delivery> due) {
    Map<Object, List<DeliveryStore.Delivery>> groups = new LinkedHashMap<>();
    for (DeliveryStore.Delivery one : due) {
      Object key =
          channel == PushChannel.WEBHOOK
              ? one.id()
              : one.sentAs() != null ? one.sentAs() : one.creditCode();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    return List.copyOf(groups.values());
  }

  private void attempt(PushChannel channel, List<DeliveryStore.Delivery> claimed) {
    DeliveryStore.Delivery first = claimed.get(0);
    UUID as = first.sentAs() == null ? first.id() : first.sentAs();
    List<DeliveryStore.Delivery> group =
        store.sending(claimed, as, clock.instant().plus(config.retryAfter()));
    if (group.isEmpty()) {
      // Another node has it by now.
      return;
    }
    try {
      SmsGateway.SmsReply reply = carriers.get(channel).carry(as, group);
      mark(channel, group, reply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warnf("push %s by %s (try %d) was not taken: %s", as, channel, first.tries(), e);
      store.retry(group, String.valueOf(e.getMessage()), config.maxTries());
    }
  }

  private void mark(
      PushChannel channel, List<DeliveryStore.Delivery> group, SmsGateway.SmsReply reply) {
    Instant now = clock.instant();
    if (reply instanceof SmsGateway.Throttled throttled) {
      Instant until = now.plus(throttled.pause());
      pausedUntil.put(channel, until);
      store.later(group, until, "接收方限流，稍后再发");
    } else if (reply instanceof SmsGateway.Refused refused) {
      store.failed(group, refused.reason());
    } else if (reply instanceof SmsGateway.Unclear unclear) {
      store.retry(group, unclear.reason(), config.maxTries());
    } else {
      store.sent(group, now);
    }
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      LOG.warn("a push was not sent", e.getCause());
    }
  }
}
