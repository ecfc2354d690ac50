package cn.zhitong.assistant.security;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Holds back for a moment what tells a client to come back later (429, and 503 with {@code
 * Retry-After}): clients that ask again at once would otherwise take the processors from the
 * requests that are being served. No thread waits meanwhile.
 */
@Singleton
class RejectionDelay {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final Provider<AdmissionConfig> config;
  private final AtomicInteger held = new AtomicInteger();

  /**
   * @param config asked for with each response: filters are made when the program is built, before
   *     there are settings
   */
  RejectionDelay(Provider<AdmissionConfig> config) {
    this.config = config;
  }

  @ServerResponseFilter
  Uni<Void> delay(ContainerResponseContext response) {
    long longestMillis = isRejection(response) ? config.get().rejectionDelay().toMillis() : 0;
    if (longestMillis == 0) {
      return Uni.createFrom().voidItem();
    }
    if (held.incrementAndGet() > config.get().rejectionsHeld()) {
      held.decrementAndGet();
      return Uni.createFrom().voidItem();
    }
    // Of differing length, so that those that were sent away together do not come back together.
    long millis = ThreadLocalRandom.current().nextLong(longestMillis / 2, longestMillis + 1);
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(Math.max(1, millis)))
        .onTermination()
        .invoke(held::decrementAndGet);
  }

  private static boolean isRejection(ContainerResponseContext response) {
    return response.getStatus() == TOO_MANY_REQUESTS
        || (response.getStatus() == UNAVAILABLE
            && response.getHeaders().containsKey(HttpHeaders.RETRY_AFTER));
  }
}
