package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.notice.Notice;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Stops items: by a person, or because the policy that they stand on has ended. Whoever published
 * one, and every enterprise that counts on it, is told in the same transaction.
 */
@ApplicationScoped
class ItemStopping {
  private static final Logger LOG = Logger.getLogger(ItemStopping.class);

  /** Who did it where no person did. */
  private static final String SYSTEM = "system";

  private final ItemStore store;
  private final ItemEventStore events;
  private final ItemLibrary library;
  private final List<ItemReliance> reliance;
  private final Clock clock;

  @Inject
  ItemStopping(
      ItemStore store,
      ItemEventStore events,
      ItemLibrary library,
      @All List<ItemReliance> reliance,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.library = library;
    this.reliance = reliance;
    this.clock = clock;
  }

  @Scheduled(
      every = "600s",
      delayed = "120s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void watch() {
    stopEnded();
  }

  /** Stops the published items whose policy holds no longer; returns how many. */
  int stopEnded() {
    LocalDate today = LocalDate.now(clock);
    int stopped = 0;
    for (StoredItem item : store.published()) {
      PolicyFacts policy = library.policyOf(item);
      if (!policy.holdsOn(today) && stop(item, SYSTEM, why(policy))) {
        LOG.infof("item %s stopped: its policy has ended", item.id());
        stopped++;
      }
    }
    return stopped;
  }

  private static String why(PolicyFacts policy) {
    return policy.title() == null
        ? "所依据的政策已从政策库撤下"
        : "所依据的《" + policy.title() + "》自 " + policy.endsOn() + " 起失效";
  }

  /**
   * Takes a published item out: nobody is matched with it any more.
   *
   * @param why told to all, without a full stop
   * @return false where it had stopped before
   */
  boolean stop(StoredItem item, String actor, String why) {
    Instant now = clock.instant();
    return store.stop(item, actor, why, now, notice(item, why, now));
  }

  private Notice notice(StoredItem item, String why, Instant now) {
    TreeSet<String> told = new TreeSet<>();
    reliance.forEach(one -> told.addAll(one.enterprises(item.id())));
    events.publisher(item.id()).ifPresent(told::add);
    String subject = "事项“" + item.content().title() + "”已停止：" + why;
    return new Notice(
        null,
        "item.stopped",
        Integer.toString(item.version()),
        item.content().department(),
        subject,
        subject + "。已提交的申报由受理部门继续办理。",
        null,
        Map.of("itemId", item.id().toString(), "title", item.content().title(), "reason", why),
        now,
        List.copyOf(told),
        null,
        item.id());
  }
}
