package cn.zhitong.assistant.security;

import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What each address has open. What has ended is found by asking it when an address comes to its
 * bound: handlers of a connection's end are single, and others replace them.
 */
final class OpenResponses {
  /** How often all addresses are gone through, so that those that left are forgotten. */
  private static final int SWEEP = 1_000;

  private final Map<String, Set<HttpServerResponse>> open = new HashMap<>();
  private int all;
  private int entered;

  /** Takes one more; false, and nothing taken, where there are as many as may be. */
  synchronized boolean enter(
      String address, HttpServerResponse response, int mostOfAddress, int most) {
    if (++entered % SWEEP == 0 || all >= most) {
      sweep();
    }
    Set<HttpServerResponse> mine = open.computeIfAbsent(address, key -> new HashSet<>());
    if (mine.size() >= mostOfAddress) {
      forgetEnded(mine);
    }
    if (mine.size() >= mostOfAddress || all >= most) {
      return false;
    }
    if (mine.add(response)) {
      all++;
    }
    return true;
  }

  synchronized void leave(String address, HttpServerResponse response) {
    Set<HttpServerResponse> mine = open.get(address);
    if (mine != null && mine.remove(response)) {
      all--;
      if (mine.isEmpty()) {
        open.remove(address);
      }
    }
  }

  private void sweep() {
    open.values().forEach(this::forgetEnded);
    open.values().removeIf(Set::isEmpty);
  }

  private void forgetEnded(Set<HttpServerResponse> responses) {
    int before = responses.size();
    responses.removeIf(response -> response.ended() || response.closed());
    all -= before - responses.size();
  }
}
