package cn.zhitong.assistant.security;

import io.vertx.core.http.HttpServerResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each address has open. What has ended is found by asking it when an address comes to its
 * bound: handlers of a connection's end are single, and others replace them.
 *
 * <p>A response is asked without our lock. Asking takes the lock of its connection, and the worker
 * that ends a response holds that one when it calls {@link #leave}: with both in hand the node
 * stood for ever.
 */
final class OpenResponses {
  /** How often all addresses are gone through, so that those that left are forgotten. */
  private static final int SWEEP = 1_000;

  /** The same while everything is taken: a flood must not pay for a sweep by each request. */
  private static final int SWEEP_WHEN_FULL = 50;

  private final Map<String, Set<HttpServerResponse>> open = new HashMap<>();
  private int all;
  private int entered;

  /** Takes one more; false, and nothing taken, where there are as many as may be. */
  boolean enter(String address, HttpServerResponse response, int mostOfAddress, int most) {
    if (take(address, response, mostOfAddress, most)) {
      return true;
    }
    forgetEnded(address, of(address));
    return take(address, response, mostOfAddress, most);
  }

  void leave(String address, HttpServerResponse response) {
    forget(address, List.of(response));
  }

  /**
   * Takes away the oldest place of the address that holds most, for one that holds less by more
   * than one; empty where nobody does.
   */
  synchronized Optional<HttpServerResponse> pushOut(String address) {
    int mine = open.getOrDefault(address, Set.of()).size();
    Optional<Map.Entry<String, Set<HttpServerResponse>>> most =
        open.entrySet().stream().max(Comparator.comparingInt(entry -> entry.getValue().size()));
    if (most.isEmpty() || most.get().getValue().size() <= mine + 1) {
      return Optional.empty();
    }
    HttpServerResponse oldest = most.get().getValue().iterator().next();
    forget(most.get().getKey(), List.of(oldest));
    return Optional.of(oldest);
  }

  private boolean take(String address, HttpServerResponse response, int mostOfAddress, int most) {
    if (dueForSweep(most)) {
      sweep();
    }
    synchronized (this) {
      Set<HttpServerResponse> mine = open.getOrDefault(address, Set.of());
      if (mine.size() >= mostOfAddress || all >= most) {
        return false;
      }
      if (open.computeIfAbsent(address, key -> new LinkedHashSet<>()).add(response)) {
        all++;
      }
      return true;
    }
  }

  private synchronized boolean dueForSweep(int most) {
    entered++;
    return entered % SWEEP == 0 || all >= most && entered % SWEEP_WHEN_FULL == 0;
  }

  private void sweep() {
    for (String address : addresses()) {
      forgetEnded(address, of(address));
    }
  }

  private synchronized List<String> addresses() {
    return List.copyOf(open.keySet());
  }

  private synchronized List<HttpServerResponse> of(String address) {
    return List.copyOf(open.getOrDefault(address, Set.of()));
  }

  private void forgetEnded(String address, List<HttpServerResponse> responses) {
    forget(
        address,
        responses.stream().filter(response -> response.ended() || response.closed()).toList());
  }

  private synchronized void forget(String address, List<HttpServerResponse> gone) {
    Set<HttpServerResponse> mine = open.get(address);
    if (mine == null) {
      return;
    }
    for (HttpServerResponse response : gone) {
      if (mine.remove(response)) {
        all--;
      }
    }
    if (mine.isEmpty()) {
      open.remove(address);
    }
  }
}
