package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.ingest.policy.PolicyId;
import cn.zhitong.ingest.store.CorpusStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The items that can be had on a day, held in the node and read again when the table changes. An
 * item whose policy has ended is none of them.
 */
@ApplicationScoped
public class ItemLibrary {
  private final ItemStore store;
  private final CorpusStore policies;
  private final Gazetteer gazetteer;
  private volatile Loaded loaded = new Loaded("", List.of());
  private final Map<UUID, Optional<LocalDate>> ends = new ConcurrentHashMap<>();

  @Inject
  ItemLibrary(ItemStore store, CorpusStore policies, Gazetteer gazetteer) {
    this.store = store;
    this.policies = policies;
    this.gazetteer = gazetteer;
  }

  /** A published item with its typed tree. */
  public record Published(StoredItem item, Condition tree) {}

  private record Loaded(String version, List<Published> items) {}

  /** What a list is narrowed by; null is no matter. */
  record ItemFilter(
      String words, String mode, String kind, String region, Boolean open, String state) {}

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
      ends.clear();
    }
    return now.items().stream().filter(one -> holds(one.item(), day)).toList();
  }

  private boolean holds(StoredItem item, LocalDate day) {
    if (item.content().policyId() == null) {
      return true;
    }
    Optional<LocalDate> end =
        ends.computeIfAbsent(UUID.fromString(item.content().policyId()), this::endOf);
    return end.isEmpty() || day.isBefore(end.get());
  }

  /** The first day on which the policy no longer holds; long ago where it is gone. */
  private Optional<LocalDate> endOf(UUID id) {
    return policies
        .policy(new PolicyId(id))
        .map(policy -> Optional.ofNullable(policy.validity().endedOn()))
        .orElse(Optional.of(LocalDate.MIN));
  }

  List<StoredItem> find(ItemFilter filter, boolean staff, LocalDate today) {
    List<StoredItem> items = staff ? store.all() : on(today).stream().map(Published::item).toList();
    return items.stream().filter(item -> fits(item, filter, today)).toList();
  }

  private boolean fits(StoredItem item, ItemFilter filter, LocalDate today) {
    ItemContent content = item.content();
    return (filter.state() == null || item.state().code().equals(filter.state()))
        && (filter.mode() == null || filter.mode().equals(content.mode()))
        && (filter.kind() == null || filter.kind().equals(content.kind()))
        && (filter.region() == null || isIn(content.region(), filter.region()))
        && (filter.open() == null || filter.open() == isOpen(content, today))
        && (filter.words().isBlank() || mentions(content, filter.words().strip()));
  }

  private boolean isIn(String region, String wanted) {
    return region == null
        || gazetteer.isWithin(wanted, region)
        || gazetteer.isWithin(region, wanted);
  }

  private static boolean isOpen(ItemContent content, LocalDate today) {
    return content.window() == null || content.window().isOpen(today);
  }

  private static boolean mentions(ItemContent content, String words) {
    return contains(content.title(), words)
        || contains(content.text(), words)
        || contains(content.department(), words);
  }

  private static boolean contains(String text, String words) {
    return text != null && text.contains(words);
  }
}
