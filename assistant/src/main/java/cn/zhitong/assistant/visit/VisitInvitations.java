package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.notice.AutomaticMail;
import cn.zhitong.assistant.notice.NoticeConfig;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Asks by mail those who have an address, where the mail server may write to enterprises. */
@ApplicationScoped
class VisitInvitations {
  private static final Logger LOG = Logger.getLogger(VisitInvitations.class);
  private static final int ROUND = 50;

  private final VisitStore store;
  private final Visits visits;
  private final NoticeConfig config;
  private final Mailer mailer;
  private final Clock clock;

  VisitInvitations(
      VisitStore store, Visits visits, NoticeConfig config, Mailer mailer, Clock clock) {
    this.store = store;
    this.visits = visits;
    this.config = config;
    this.mailer = mailer;
    this.clock = clock;
  }

  @Scheduled(
      every = "1m",
      delayed = "40s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void invite() {
    if (!config.mail().enterprises()) {
      return;
    }
    List<UUID> refused = new ArrayList<>();
    for (int i = 0; i < ROUND; i++) {
      Instant now = clock.instant();
      Optional<VisitStore.Invitation> next = store.nextInvitation(now, LocalDate.now(clock));
      if (next.isEmpty()) {
        break;
      }
      if (!sent(next.get())) {
        refused.add(next.get().visit().id());
      }
    }
    // Only now: tried again at once, an address that is refused would keep all others waiting.
    refused.forEach(store::notInvited);
  }

  private boolean sent(VisitStore.Invitation one) {
    if (one.email() == null) {
      return true;
    }
    VisitRound round = visits.required(one.visit().roundId()).round();
    String about = one.visit().itemTitle() == null ? "政策服务" : "“" + one.visit().itemTitle() + "”";
    String text =
        String.join(
            "\n",
            "您好：",
            "",
            "贵企业被随机抽中参加" + round.kind().label() + "，想了解" + about + "的落实情况，约需一分钟。",
            "请在 " + round.closesOn() + " 前填写：" + visits.link(one.visit().id()),
            "",
            "链接只供贵企业使用，请勿转发。");
    try {
      mailer.send(
          AutomaticMail.of(
              one.visit().id(), one.email(), round.kind().label() + "：请您评一评政策落实", text));
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("an invitation could not be sent, in a minute again: %s", e.getMessage());
      return false;
    }
  }
}
