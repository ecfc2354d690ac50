package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.policy.PolicyMetadata;
import cn.zhitong.ingest.store.CorpusStore;
import cn.zhitong.ingest.store.StoredPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The items that can be had on a day, held in the node and read again when the table changes. An
 * item whose policy has ended is none of them.
 */
@ApplicationScoped
public class ItemLibrary {
  /** How long a policy's end, which another node may have set, stays unseen here. */
  private static final Duration POLICIES_KEPT = Duration.ofSeconds(20);

  private final ItemStore store;
  private final ItemEventStore events;
  private final CorpusStore policies;
  private final Gazetteer gazetteer;
  private final Clock clock;
  private volatile Loaded loaded = new Loaded("", List.of());
  private final Map<String, PolicyFacts> facts = new ConcurrentHashMap<>();
  private volatile Instant factsFrom = Instant.EPOCH;

  @Inject
  ItemLibrary(
      ItemStore store,
      ItemEventStore events,
      CorpusStore policies,
      Gazetteer gazetteer,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.policies = policies;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /** A published item with its typed tree. */
  public record Published(StoredItem item, Condition tree) {}

  private record Loaded(String version, List<Published> items) {}

  /** Published items whose policy holds on the day. */
  public List<Published> on(LocalDate day) {
    String version = store.tableVersion();
    Loaded now = loaded;
    if (!now.version().equals(version)) {
      now =
          new Loaded(
              version,
              store.published().stream()
                  .map(item -> new Published(item, item.content().tree()))
                  .toList());
      loaded = now;
    }
    return now.items().stream().filter(one -> policyOf(one.item()).holdsOn(day)).toList();
  }

  /** Changes whenever an item does. */
  public String version() {
    return store.tableVersion();
  }

  /** The first day on which the item can no longer be had; null where none is known. */
  public LocalDate endsOn(StoredItem item) {
    return policyOf(item).endsOn();
  }

  /** What the item has from its policy. */
  PolicyFacts policyOf(StoredItem item) {
    String id = item.content().policyId();
    if (id == null) {
      return PolicyFacts.NONE;
    }
    Instant now = clock.instant();
    if (factsFrom.plus(POLICIES_KEPT).isBefore(now)) {
      facts.clear();
      factsFrom = now;
    }
    return facts.computeIfAbsent(id, this::read);
  }

  private PolicyFacts read(String id) {
    return policies
        .policy(new PolicyId(UUID.fromString(id)))
        .filter(policy -> policy.entry().withdrawal() == null)
        .map(ItemLibrary::facts)
        .orElse(PolicyFacts.GONE);
  }

  private static PolicyFacts facts(StoredPolicy policy) {
    PolicyMetadata metadata = policy.metadata();
    return new PolicyFacts(
        metadata.title() == null ? metadata.displayTitle() : metadata.title(),
        metadata.issuer(),
        metadata.level() == null ? null : metadata.level().code(),
        metadata.themes(),
        metadata.industries(),
        policy.validity().endedOn());
  }

  /** Items that a list shows: all for staff, what can be had for others. */
  List<StoredItem> find(ItemFilter filter, boolean staff, LocalDate today) {
    List<StoredItem> items = staff ? store.all() : on(today).stream().map(Published::item).toList();
    return items.stream()
        .filter(item -> filter.fits(item, policyOf(item), gazetteer, today))
        .toList();
  }

  /** Items that can be had on the day, fit the filter and were published after a time. */
  public List<StoredItem> publishedSince(Instant since, ItemFilter filter, LocalDate today) {
    Set<UUID> fresh = events.publishedSince(since);
    return on(today).stream()
        .map(Published::item)
        .filter(item -> fresh.contains(item.id()))
        .filter(item -> filter.fits(item, policyOf(item), gazetteer, today))
        .toList();
  }
}
