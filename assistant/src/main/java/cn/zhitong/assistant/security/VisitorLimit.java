package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits what one visitor's address may do in a minute, in this node. IPv6 addresses count by their
 * /64 network, since one visitor commands all of it.
 */
@ApplicationScoped
public class VisitorLimit {
  /** About 20 MB at most; beyond it the address not seen for longest starts afresh. */
  private static final int MAX_ADDRESSES = 50_000;

  private final Map<String, Bucket> buckets =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, .75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
              return size() > MAX_ADDRESSES;
            }
          });

  /**
   * Counts one act.
   *
   * @param act what is limited, e.g. {@code login}; each act has its own count
   * @throws Problem.RateLimited when the address has had its number for now
   */
  public void count(String act, int perMinute, HttpServerRequest request) {
    String key = act + ' ' + network(request.remoteAddress().hostAddress());
    Bucket bucket = buckets.computeIfAbsent(key, k -> bucket(perMinute));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
      throw new Problem.RateLimited("操作过于频繁，请在 " + seconds + " 秒后重试。", seconds);
    }
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  static String network(String address) {
    if (address == null) {
      return "unknown";
    }
    String[] groups = address.split(":");
    return groups.length < 5 ? address : String.join(":", java.util.Arrays.copyOf(groups, 4));
  }
}
