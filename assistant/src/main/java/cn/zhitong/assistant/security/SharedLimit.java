package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.cache.LeastRecentlyUsed;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Limits per minute of the clock that all nodes share. A node takes a tenth of a limit from the
 * database at a time and gives out of that, so that nine requests in ten wait for nothing. What a
 * node took and did not need is lost until the next minute: over several nodes somebody may get a
 * little less than the limit, never more.
 */
@ApplicationScoped
class SharedLimit {
  /** About 10 MB at most; beyond it the count not used for longest is asked for afresh. */
  private static final int MAX_COUNTS = 50_000;

  private final RateStore store;
  private final Clock clock;
  private final LeastRecentlyUsed<String, Count> counts = new LeastRecentlyUsed<>(MAX_COUNTS);

  SharedLimit(RateStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What this node still has of one key's minute. */
  private static final class Count {
    private Instant window;
    private int left;
    private boolean spent;
  }

  /**
   * Takes one of the minute's number.
   *
   * @throws Problem.RateLimited when none is left; it says for how long
   */
  void take(String key, int perMinute) {
    Instant now = clock.instant();
    Instant window = now.truncatedTo(ChronoUnit.MINUTES);
    Count count = counts.computeIfAbsent(key, k -> new Count());
    if (!taken(count, key, perMinute, window)) {
      long seconds = Math.max(1, Duration.between(now, window).toSeconds() + 60);
      throw new Problem.RateLimited("操作过于频繁，请在 " + seconds + " 秒后重试。", seconds);
    }
  }

  private boolean taken(Count count, String key, int perMinute, Instant window) {
    synchronized (count) {
      if (!window.equals(count.window)) {
        count.window = window;
        count.left = 0;
        count.spent = false;
      }
      if (count.left == 0 && !count.spent) {
        int wanted = Math.max(1, perMinute / 10);
        int given = store.lease(key, window, wanted);
        count.left = Math.max(0, Math.min(wanted, perMinute - (given - wanted)));
        count.spent = count.left < wanted;
      }
      if (count.left == 0) {
        return false;
      }
      count.left--;
      return true;
    }
  }

  @Scheduled(
      every = "10m",
      delayed = "5m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    store.sweep(clock.instant().minus(Duration.ofMinutes(10)));
  }
}
