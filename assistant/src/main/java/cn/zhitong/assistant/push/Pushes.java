package cn.zhitong.assistant.push;

import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.matching.match.ItemAudience;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.region.Gazetteer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A push from its item to the outbox: choose → count → approve → queue. */
@ApplicationScoped
class Pushes {
  private static final Duration WEEK = Duration.ofDays(7);

  private final ItemLibrary library;
  private final ItemAudience audience;
  private final PushStore store;
  private final PushConfig config;
  private final PushWays ways;
  private final SendTimes times;
  private final Gazetteer gazetteer;
  private final PushQueueStore queue;
  private final Clock clock;

  Pushes(
      ItemLibrary library,
      ItemAudience audience,
      PushStore store,
      PushConfig config,
      PushWays ways,
      SendTimes times,
      Gazetteer gazetteer,
      PushQueueStore queue,
      Clock clock) {
    this.library = library;
    this.audience = audience;
    this.store = store;
    this.config = config;
    this.ways = ways;
    this.times = times;
    this.gazetteer = gazetteer;
    this.queue = queue;
    this.clock = clock;
  }

  /** Whom a push is for, and how many the filter left out. */
  private static final class Chosen {
    private final List<ItemAudience.Member> members = new ArrayList<>();
    private long filtered;
    private long unknown;

    void look(ItemAudience.Member one, PushFilter filter, Gazetteer gazetteer) {
      if (!filter.isWithin(one, gazetteer)) {
        filtered += one.outcome() == MatchOutcome.MET ? 1 : 0;
      } else if (filter.isCertain(one)) {
        members.add(one);
      } else {
        unknown++;
      }
    }

    List<Push.Skipped> skipped() {
      List<Push.Skipped> skipped = new ArrayList<>();
      if (filtered > 0) {
        skipped.add(skipped(SkipReason.FILTER, filtered));
      }
      if (unknown > 0) {
        skipped.add(skipped(SkipReason.UNKNOWN, unknown));
      }
      return skipped;
    }

    private static Push.Skipped skipped(SkipReason reason, long count) {
      return new Push.Skipped(reason.code(), reason.label(), count);
    }
  }

  /**
   * Chooses and counts; sends at once where it is no dry run and nobody has to approve.
   *
   * @throws Problem.NotFound where there is no such published item
   * @throws Problem.Conflict where its window is not open
   */
  Push create(UUID itemId, PushFilter filter, boolean dryRun, Push.Actor by) {
    LocalDate today = LocalDate.now(clock);
    ItemLibrary.Published item = openItem(itemId, today);
    Chosen chosen = new Chosen();
    audience.each(item, today, one -> chosen.look(one, filter, gazetteer));
    Push push = fresh(item.item(), filter, by);
    queue.submit(push, chosen.members, chosen.skipped(), dryRun, limits(clock.instant()));
    return required(push.id());
  }

  private PushQueueStore.Limits limits(Instant now) {
    return new PushQueueStore.Limits(
        now.minus(WEEK), config.weeklyBudget(), config.approvalAbove(), times.due(now), ways.on());
  }

  /**
   * A second person's decision. Who was told of it meanwhile, or unsubscribed, is left out.
   *
   * @param reason why not; null with an approval
   * @throws Problem.Conflict where it does not wait for one, or is of an older version
   */
  Push decide(UUID id, boolean approved, String reason, Push.Actor by) {
    Push push = required(id);
    requireSecond(push, by);
    Instant now = clock.instant();
    if (approved) {
      requireSameItem(push);
    }
    List<Push.Skipped> chosen = push.skipped().stream().filter(Pushes::isChoice).toList();
    boolean decided =
        approved
            ? queue.approve(push, chosen, by, limits(now))
            : queue.reject(push, by, now, reason);
    if (!decided) {
      throw notWaiting(required(id));
    }
    return required(id);
  }

  /** Left out by the filter, whatever happened later. */
  private static boolean isChoice(Push.Skipped one) {
    return one.reason().equals(SkipReason.FILTER.code())
        || one.reason().equals(SkipReason.UNKNOWN.code());
  }

  private void requireSecond(Push push, Push.Actor by) {
    if (push.state() != PushState.AWAITING_APPROVAL) {
      throw notWaiting(push);
    }
    if (push.createdBy().account().equals(by.account())) {
      throw new Problem.Forbidden("推送须由另一人批准，提交人不能批准自己的推送。");
    }
  }

  private void requireSameItem(Push push) {
    ItemLibrary.Published item = openItem(push.itemId(), LocalDate.now(clock));
    if (item.item().version() != push.itemVersion()) {
      throw new Problem.Conflict("事项已有新版本，请按新版本重新试算和提交。", Map.of("version", item.item().version()));
    }
  }

  private static Problem.Conflict notWaiting(Push push) {
    return new Problem.Conflict(
        "这次推送的状态是“" + push.state().label() + "”，不能批准。", Map.of("state", push.state().code()));
  }

  Push required(UUID id) {
    return store.byId(id).orElseThrow(() -> new Problem.NotFound("没有编号为 " + id + " 的推送。"));
  }

  private ItemLibrary.Published openItem(UUID itemId, LocalDate today) {
    ItemLibrary.Published item =
        library.on(today).stream()
            .filter(one -> one.item().id().equals(itemId))
            .findFirst()
            .orElseThrow(() -> new Problem.NotFound("没有编号为 " + itemId + " 的已发布事项，或其政策已失效；请先发布事项。"));
    var window = item.item().content().window();
    if (window != null && !window.isOpen(today)) {
      throw new Problem.Conflict("这个事项不在申报期内，不能推送；申报期改变后请先更新事项。", Map.of());
    }
    return item;
  }

  private Push fresh(StoredItem item, PushFilter filter, Push.Actor by) {
    return new Push(
        Ids.next(),
        item.id(),
        item.version(),
        filter,
        PushState.PREVIEW,
        PushContent.of(item.content()),
        0,
        List.of(),
        List.of(),
        by,
        clock.instant(),
        null,
        null,
        null);
  }
}
