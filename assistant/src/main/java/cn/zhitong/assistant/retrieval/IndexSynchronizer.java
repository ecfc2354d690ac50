package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.PassageStore.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Keeps this node's derived indexes at the state of the database. The first round compares what is
 * stored with what is indexed; later ones read the changes since the last one, and some seconds
 * before it, because transactions may commit out of order.
 */
final class IndexSynchronizer {
  private static final Logger LOG = Logger.getLogger(IndexSynchronizer.class);

  /** Policies read at once: a few megabytes of text and vectors. */
  private static final int BATCH = 64;

  private final PassageStore store;
  private final TextIndex text;
  private final VectorIndex vectors;
  private final Duration lookBack;

  private final Map<UUID, String> indexed = new HashMap<>();
  private Set<UUID> seen = new HashSet<>();
  private Instant newest = Instant.EPOCH;
  private volatile boolean ready;
  private Runnable changed = () -> {};

  IndexSynchronizer(PassageStore store, TextIndex text, VectorIndex vectors, Duration lookBack) {
    this.store = store;
    this.text = text;
    this.vectors = vectors;
    this.lookBack = lookBack;
  }

  /** Called before a change can be found, so that no replica is asked that does not have it yet. */
  synchronized void onChange(Runnable action) {
    changed = action;
  }

  /** Whether the indexes have once been level with the database. */
  boolean ready() {
    return ready;
  }

  /** Returns when everything committed before the call can be found. */
  synchronized void catchUp() {
    if (ready) {
      follow();
    } else {
      compare();
      ready = true;
    }
  }

  /** The next round reads every policy again; until it is done this node is not ready. */
  synchronized void readAgain() {
    ready = false;
    indexed.clear();
  }

  private void compare() {
    Instant last = store.lastChange();
    Map<UUID, String> kept = text.stamps();
    Map<UUID, String> stored = store.stamps();
    if (!vectors.derived()) {
      indexed.putAll(kept);
    }
    List<UUID> stale = new ArrayList<>();
    stored.forEach(
        (id, stamp) -> {
          if (!stamp.equals(indexed.get(id))) {
            stale.add(id);
          }
        });
    Set<UUID> gone = new HashSet<>(kept.keySet());
    gone.removeAll(stored.keySet());
    gone.forEach(this::remove);
    changed.run();
    for (int from = 0; from < stale.size(); from += BATCH) {
      load(stale.subList(from, Math.min(stale.size(), from + BATCH)), kept);
    }
    show();
    if (last != null) {
      newest = last;
    }
    LOG.infof(
        "search index level with the database: %d policies, %d of them indexed anew",
        stored.size(), stale.size());
  }

  private void follow() {
    List<Change> changes = store.changesSince(newest.minus(lookBack));
    Set<UUID> policies = new LinkedHashSet<>();
    Set<UUID> window = new HashSet<>();
    for (Change change : changes) {
      window.add(change.id());
      if (!seen.contains(change.id())) {
        policies.add(change.policy());
      }
      if (change.at().isAfter(newest)) {
        newest = change.at();
      }
    }
    List<UUID> stale = List.copyOf(policies);
    if (!stale.isEmpty()) {
      changed.run();
    }
    for (int from = 0; from < stale.size(); from += BATCH) {
      load(stale.subList(from, Math.min(stale.size(), from + BATCH)), Map.of());
    }
    if (!stale.isEmpty()) {
      show();
    }
    seen = window;
  }

  private void load(Collection<UUID> ids, Map<UUID, String> kept) {
    Set<UUID> missing = new HashSet<>(ids);
    List<IndexedPolicy> policies = store.policies(ids, vectors.derived());
    policies.parallelStream()
        .filter(policy -> !Objects.equals(policy.stamp(), kept.get(policy.id())))
        .filter(policy -> !Objects.equals(policy.stamp(), indexed.get(policy.id())))
        .forEach(text::put);
    for (IndexedPolicy policy : policies) {
      missing.remove(policy.id());
      vectors.put(policy);
      indexed.put(policy.id(), policy.stamp());
    }
    missing.forEach(this::remove);
  }

  private void remove(UUID policy) {
    text.remove(policy);
    vectors.remove(policy);
    indexed.remove(policy);
  }

  private void show() {
    text.refresh();
    vectors.refresh();
    text.commit();
  }
}
