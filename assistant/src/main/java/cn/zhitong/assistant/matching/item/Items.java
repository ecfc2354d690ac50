package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Items from draft to publication: each change a version, each confirmation signed. */
@ApplicationScoped
public class Items {
  private final ItemStore store;
  private final PublicationCheck check;
  private final ItemStopping stopping;
  private final Clock clock;

  @Inject
  Items(ItemStore store, PublicationCheck check, ItemStopping stopping, Clock clock) {
    this.store = store;
    this.check = check;
    this.stopping = stopping;
    this.clock = clock;
  }

  /**
   * @throws InvalidCondition where the tree does not follow the contract
   */
  public StoredItem create(ItemContent content, String actor) {
    content.tree();
    UUID id = store.create(content, actor, clock.instant());
    return store.newest(id).orElseThrow();
  }

  public Optional<StoredItem> item(UUID id) {
    return store.newest(id);
  }

  /** The published version, else empty. */
  public Optional<StoredItem> published(UUID id) {
    return store
        .newest(id)
        .filter(item -> item.state() == ItemState.PUBLISHED)
        .flatMap(item -> store.version(id, item.publishedVersion()));
  }

  /** One version, published or not; it never changes. */
  public Optional<StoredItem> version(UUID id, int version) {
    return store.version(id, version);
  }

  /**
   * A new version. Leaves that say the same as before stay confirmed.
   *
   * @return empty where another version came in between
   */
  Optional<StoredItem> change(StoredItem item, ItemContent content, String actor) {
    Set<Integer> kept = kept(item, content.tree());
    return store.change(item.id(), item.version(), content, kept, actor, clock.instant())
        ? store.newest(item.id())
        : Optional.empty();
  }

  private static Set<Integer> kept(StoredItem item, Condition tree) {
    List<ConditionLeaf> before = ConditionLeaves.of(item.content().tree());
    Set<String> confirmed = new HashSet<>();
    for (int i = 0; i < before.size(); i++) {
      if (item.confirmed().contains(i)) {
        confirmed.add(ConditionCodec.write(before.get(i)).toString());
      }
    }
    List<ConditionLeaf> after = ConditionLeaves.of(tree);
    Set<Integer> kept = new HashSet<>();
    for (int i = 0; i < after.size(); i++) {
      if (confirmed.contains(ConditionCodec.write(after.get(i)).toString())) {
        kept.add(i);
      }
    }
    return kept;
  }

  /** Confirms leaves of the newest version. */
  public StoredItem confirm(StoredItem item, Set<Integer> leaves, String actor) {
    store.confirm(item.id(), item.version(), leaves, actor, clock.instant());
    return store.newest(item.id()).orElseThrow();
  }

  public void examples(StoredItem item, List<ItemExample> examples, String actor) {
    store.examples(item.id(), item.version(), examples, actor, clock.instant());
  }

  List<ItemExample> examples(UUID id) {
    return store.examples(id);
  }

  /** Publishes where nothing is missing; returns what is. */
  public List<MissingPart> publish(StoredItem item, String actor) {
    List<MissingPart> missing = check.missing(item);
    if (missing.isEmpty()) {
      store.state(
          item.id(), ItemState.PUBLISHED, item.version(), "published", actor, clock.instant());
    }
    return missing;
  }

  List<MissingPart> missing(StoredItem item) {
    return check.missing(item);
  }

  /** Takes an item out: nobody is matched with it any more, and who counts on it is told. */
  StoredItem stop(StoredItem item, String actor) {
    if (item.publishedVersion() == null) {
      // Nobody has heard of it.
      store.state(item.id(), ItemState.STOPPED, null, "stopped", actor, clock.instant());
    } else {
      stopping.stop(item, actor, "由发布部门停止");
    }
    return store.newest(item.id()).orElseThrow();
  }
}
