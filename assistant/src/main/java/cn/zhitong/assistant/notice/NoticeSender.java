package cn.zhitong.assistant.notice;

import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what is in the outbox. A notice is marked only after the receiver has taken it: a node that
 * dies in between leaves it to be sent again, under the same id.
 */
@ApplicationScoped
class NoticeSender {
  private static final Logger LOG = Logger.getLogger(NoticeSender.class);

  private static final String CASE_TEMPLATE = "case";

  /** At most this many a round, so that a slow receiver does not hold up the scheduler. */
  private static final int ROUND = 50;

  private final NoticeStore store;
  private final Webhook webhook;
  private final Mailer mailer;
  private final SmsGateway gateway;
  private final Clock clock;

  NoticeSender(NoticeStore store, Webhook webhook, Mailer mailer, SmsGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.store = store;
    this.webhook = webhook;
    this.mailer = mailer;
    this.clock = clock;
  }

  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sendWebhooks() {
    sendDue(NoticeStore.WEBHOOK);
  }

  /** Apart from the webhook: a receiver that hangs must not keep mails waiting. */
  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sendMails() {
    sendDue(NoticeStore.MAIL);
  }

  /** Apart from staff's: another server, often, takes them. */
  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sendEnterpriseMails() {
    sendDue(NoticeStore.ENTERPRISE_MAIL);
  }

  /** Apart again: a gateway of its own. */
  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sendEnterpriseMessages() {
    sendDue(NoticeStore.ENTERPRISE_SMS);
  }

  /** Tries what is due on one channel; returns how many were tried. */
  int sendDue(String channel) {
    for (int tried = 0; tried < ROUND; tried++) {
      Optional<NoticeStore.Delivery> delivery = store.claim(channel, clock.instant());
      if (delivery.isEmpty()) {
        return tried;
      }
      attempt(delivery.get());
    }
    return ROUND;
  }

  private void attempt(NoticeStore.Delivery delivery) {
    try {
      switch (delivery.channel()) {
        case NoticeStore.MAIL -> mail(delivery, delivery.target());
        // Without an address, since it was erased meanwhile, there is nobody left to tell.
        case NoticeStore.ENTERPRISE_MAIL ->
            store.enterpriseAddress(delivery).ifPresent(address -> mail(delivery, address));
        case NoticeStore.ENTERPRISE_SMS -> {
          String phone = store.enterprisePhone(delivery).orElse(null);
          if (phone != null) {
            message(delivery, phone);
          }
        }
        default -> webhook.send(delivery);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (IOException | RuntimeException e) {
      LOG.warnf("notice %s (try %d) was not taken: %s", delivery.id(), delivery.tries(), e);
      store.failed(delivery.id(), String.valueOf(e.getMessage()));
      return;
    }
    store.delivered(delivery.id(), clock.instant());
  }

  /**
   * A text message.
   *
   * @throws IOException where it is to be tried again
   */
  private void message(NoticeStore.Delivery delivery, String phone)
      throws IOException, InterruptedException {
    SmsGateway.SmsReply reply =
        gateway.send(
            new SmsGateway.SmsMessage(
                delivery.id(),
                phone,
                CASE_TEMPLATE,
                Map.of("subject", delivery.subject()),
                delivery.text() == null ? delivery.subject() : delivery.text()));
    if (reply instanceof SmsGateway.Throttled) {
      throw new IOException("短信网关限流");
    }
    if (reply instanceof SmsGateway.Unclear unclear) {
      throw new IOException(unclear.reason());
    }
    if (reply instanceof SmsGateway.Refused refused) {
      // A number that is none takes no message however often it is tried.
      LOG.warnf("notice %s will never be taken: %s", delivery.id(), refused.reason());
    }
  }

  private void mail(NoticeStore.Delivery delivery, String address) {
    String text = delivery.text() == null ? delivery.subject() : delivery.text();
    mailer.send(AutomaticMail.of(delivery.id(), address, delivery.subject(), text));
  }
}
