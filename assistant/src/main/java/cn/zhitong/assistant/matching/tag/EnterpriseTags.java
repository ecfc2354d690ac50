package cn.zhitong.assistant.matching.tag;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.item.ItemTags;
import cn.zhitong.assistant.matching.item.SealedEventStore;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tags in use, held in the node and read again when the table changes. */
@ApplicationScoped
public class EnterpriseTags implements ItemTags {
  private final EnterpriseTagStore store;
  private final Clock clock;
  private volatile Loaded loaded = new Loaded("", List.of());

  @Inject
  EnterpriseTags(EnterpriseTagStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Loaded(String version, List<EnterpriseTag> tags) {}

  /** By name. */
  public List<EnterpriseTag> all() {
    String version = store.tableVersion();
    Loaded now = loaded;
    if (!now.version().equals(version)) {
      now = new Loaded(version, store.active());
      loaded = now;
    }
    return now.tags();
  }

  public Optional<EnterpriseTag> of(UUID id) {
    return all().stream().filter(tag -> tag.id().equals(id)).findFirst();
  }

  /** Those that the conditions name, by name. */
  List<EnterpriseTag> namedBy(Condition conditions) {
    return all().stream().filter(tag -> TagMention.isIn(conditions, tag.conditions())).toList();
  }

  @Override
  public List<ListedTag> inUse() {
    return all().stream()
        .map(
            tag ->
                new ListedTag(
                    tag.id(),
                    tag.name(),
                    conditions -> TagMention.isIn(conditions, tag.conditions())))
        .toList();
  }

  EnterpriseTag create(String name, Condition conditions, String actor) {
    EnterpriseTag tag = new EnterpriseTag(Ids.next(), name, 1, conditions, now());
    store.create(tag, actor);
    return tag;
  }

  /** The next version; empty where another came in between. */
  Optional<EnterpriseTag> change(
      EnterpriseTag tag, int basedOn, String name, Condition conditions, String actor) {
    EnterpriseTag next = new EnterpriseTag(tag.id(), name, basedOn + 1, conditions, now());
    return store.change(next, actor) ? Optional.of(next) : Optional.empty();
  }

  boolean withdraw(EnterpriseTag tag, String actor) {
    return store.withdraw(tag, now(), actor);
  }

  List<SealedEventStore.SealedEvent> events(UUID id) {
    return store.events(id);
  }

  /** As exact as the database keeps it, since it is sealed. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
