package cn.zhitong.assistant.push;

import cn.zhitong.assistant.casework.LinkTokens;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.notice.AutomaticMail;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Subscriptions of anybody: asked for → confirmed by mail → told of new items → ended by a link.
 */
@ApplicationScoped
class Subscriptions {
  private static final Logger LOG = Logger.getLogger(Subscriptions.class);

  static final String CONFIRM = "subscription-confirm";
  static final String END = "subscription-end";

  /** Nobody's box is filled by others who type its address. */
  private static final int MOST_OPEN = 3;

  private static final int MOST = 20;
  private static final int ROUND = 50;
  private static final Duration AGAIN = Duration.ofHours(1);

  private final SubscriptionStore store;
  private final ItemLibrary library;
  private final LinkTokens tokens;
  private final SendTimes times;
  private final PushConfig config;
  private final Gazetteer gazetteer;
  private final Mailer mailer;
  private final Clock clock;

  Subscriptions(
      SubscriptionStore store,
      ItemLibrary library,
      LinkTokens tokens,
      SendTimes times,
      PushConfig config,
      Gazetteer gazetteer,
      Mailer mailer,
      Clock clock) {
    this.store = store;
    this.library = library;
    this.tokens = tokens;
    this.times = times;
    this.config = config;
    this.gazetteer = gazetteer;
    this.mailer = mailer;
    this.clock = clock;
  }

  /** Asks the address; what it already has is nobody else's to know, so nothing is said of it. */
  void ask(String email, Subscription.Search search, String every) {
    SubscriptionStore.Held held = store.held(email);
    if (held.open() >= MOST_OPEN || held.all() >= MOST) {
      return;
    }
    Subscription one = new Subscription(Ids.next(), email, search, every, clock.instant(), null);
    store.insert(one);
    List<String> lines =
        List.of(
            "您好：",
            "",
            "有人用这个邮箱订阅了政策事项：" + described(search) + "。",
            "请打开下面的链接确认；" + config.confirmWithin().toDays() + " 天内不确认，邮箱地址会被删除。",
            tokens.site() + "/subscribe#confirm=" + tokens.token(CONFIRM, one.id()),
            "",
            "不是您本人操作的，不必理会。");
    try {
      mailer.send(AutomaticMail.of(one.id(), email, "请确认订阅政策事项", String.join("\n", lines)));
    } catch (RuntimeException e) {
      // The visitor learns nothing by it; without a confirmation the row goes.
      LOG.warnf("the confirmation of a subscription could not be sent: %s", e.getMessage());
    }
  }

  String described(Subscription.Search search) {
    String place = search.region() == null ? null : search.region();
    return search.described(
        place == null ? null : gazetteer.byCode(place).map(Place::name).orElse(place));
  }

  Optional<Subscription> of(String purpose, String token) {
    return tokens.idOf(purpose, token).flatMap(store::byId);
  }

  /** False where it came too late. */
  boolean confirm(Subscription one) {
    Instant now = clock.instant();
    return store.confirm(one.id(), now, next(one.every(), now), now.minus(config.confirmWithin()));
  }

  void end(Subscription one) {
    store.end(one.id());
  }

  String endToken(UUID id) {
    return tokens.token(END, id);
  }

  private Instant next(String every, Instant now) {
    return every.equals("daily") ? times.daily(now) : times.weekly(now);
  }

  @Scheduled(
      every = "1m",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tellDue() {
    for (int i = 0; i < ROUND; i++) {
      Instant now = clock.instant();
      Optional<Subscription> due = store.claim(now, now.plus(AGAIN));
      if (due.isEmpty()) {
        return;
      }
      tell(due.get(), now);
    }
  }

  @Scheduled(every = "6h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forgetUnconfirmed() {
    store.sweep(clock.instant().minus(config.confirmWithin()));
  }

  private void tell(Subscription one, Instant now) {
    LocalDate today = now.atZone(Infrastructure.ZONE).toLocalDate();
    Set<String> told = store.told(one.id());
    List<StoredItem> items =
        library.publishedSince(one.confirmedAt(), one.search().filter(), today).stream()
            .filter(item -> !told.contains(item.id() + "/" + item.version()))
            .toList();
    if (!items.isEmpty()) {
      try {
        mailer.send(mail(one, items, today));
      } catch (RuntimeException e) {
        LOG.warnf("a subscription's mail could not be sent, in an hour again: %s", e.getMessage());
        return;
      }
    }
    store.told(one.id(), items, now, next(one.every(), now));
  }

  private Mail mail(Subscription one, List<StoredItem> items, LocalDate today) {
    List<String> lines = new ArrayList<>();
    lines.add("您订阅的政策事项（" + described(one.search()) + "）有 " + items.size() + " 项新发布：");
    for (StoredItem item : items) {
      lines.add("");
      lines.add("【" + item.content().title() + "】");
      if (item.content().amount() != null) {
        lines.add(item.content().amount());
      }
      lines.add(tokens.site() + "/items/" + item.id());
    }
    lines.add("");
    lines.add("退订：" + tokens.site() + "/subscribe#end=" + endToken(one.id()));
    String oneClick =
        tokens.site() + "/api/subscriptions/" + endToken(one.id()) + "/unsubscription";
    return AutomaticMail.of(
            one.id() + "." + today,
            one.email(),
            "政策订阅：" + items.size() + " 项新事项",
            String.join("\n", lines))
        .addHeader("List-Unsubscribe", "<" + oneClick + ">")
        .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }
}
