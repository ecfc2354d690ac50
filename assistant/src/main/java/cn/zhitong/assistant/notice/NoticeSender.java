package cn.zhitong.assistant.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what is in the outbox. A notice is marked only after the receiver has taken it: a node that
 * dies in between leaves it to be sent again, under the same id.
 */
@ApplicationScoped
class NoticeSender {
  private static final Logger LOG = Logger.getLogger(NoticeSender.class);

  /** At most this many a round, so that a slow receiver does not hold up the scheduler. */
  private static final int ROUND = 50;

  private final NoticeStore store;
  private final Webhook webhook;
  private final Mailer mailer;
  private final Clock clock;

  NoticeSender(NoticeStore store, Webhook webhook, Mailer mailer, Clock clock) {
    this.store = store;
    this.webhook = webhook;
    this.mailer = mailer;
    this.clock = clock;
  }

  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void send() {
    sendDue();
  }

  /** Tries what is due; returns how many were tried. */
  int sendDue() {
    for (int tried = 0; tried < ROUND; tried++) {
      Optional<NoticeStore.Delivery> delivery = store.claim(clock.instant());
      if (delivery.isEmpty()) {
        return tried;
      }
      attempt(delivery.get());
    }
    return ROUND;
  }

  private void attempt(NoticeStore.Delivery delivery) {
    try {
      if (delivery.channel().equals(NoticeStore.MAIL)) {
        mailer.send(
            Mail.withText(delivery.target(), delivery.subject(), delivery.subject())
                .addHeader("Message-ID", "<" + delivery.id() + "@zhitong>"));
      } else {
        webhook.send(delivery);
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
}
