package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionDelayTest {
  /** Much longer than a response that is not held takes on a busy machine. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private record Config(Duration rejectionDelay, int rejectionsHeld) implements AdmissionConfig {
    @Override
    public int maxConcurrentRequests() {
      return 1;
    }

    @Override
    public int queueCapacity() {
      return 0;
    }

    @Override
    public Duration acquireTimeout() {
      return Duration.ZERO;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429,true,true",
    "429,false,true",
    "503,true,true",
    "503,false,false",
    "200,true,false",
    "409,false,false"
  })
  void delay_responseThatTellsToComeBack_isHeldAndNoOtherIs(
      int status, boolean retryAfter, boolean isHeld) throws Exception {
    CompletableFuture<Void> sent =
        sent(new RejectionDelay(() -> new Config(LONG, 1)), status, retryAfter);
    if (isHeld) {
      assertThat(sent).isNotDone();
    } else {
      sent.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void delay_shortOne_isSentAfterHalfOfItAtLeast() throws Exception {
    RejectionDelay delay = new RejectionDelay(() -> new Config(Duration.ofMillis(200), 1));
    for (int i = 0; i < 3; i++) {
      long begin = System.nanoTime();
      sent(delay, 429, true).get(20, TimeUnit.SECONDS);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(95));
    }
  }

  @Test
  void delay_asManyAreHeldAsMayBe_furtherOnesAreSentAtOnce() throws Exception {
    RejectionDelay delay = new RejectionDelay(() -> new Config(LONG, 1));
    assertThat(sent(delay, 503, true)).isNotDone();
    sent(delay, 503, true).get(20, TimeUnit.SECONDS);
  }

  @Test
  void delay_zero_nothingIsHeld() throws Exception {
    sent(new RejectionDelay(() -> new Config(Duration.ZERO, 9)), 429, true)
        .get(20, TimeUnit.SECONDS);
  }

  private static CompletableFuture<Void> sent(
      RejectionDelay delay, int status, boolean retryAfter) {
    MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    if (retryAfter) {
      headers.add(HttpHeaders.RETRY_AFTER, 2);
    }
    ContainerResponseContext response =
        (ContainerResponseContext)
            Proxy.newProxyInstance(
                RejectionDelayTest.class.getClassLoader(),
                new Class<?>[] {ContainerResponseContext.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getStatus" -> status;
                      case "getHeaders" -> headers;
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return delay.delay(response).subscribeAsCompletionStage();
  }
}
