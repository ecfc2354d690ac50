package cn.zhitong.assistant.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenResponsesTest {
  private static final int ANY = 10_000;

  private final OpenResponses responses = new OpenResponses();

  /** A response that says by the given question whether it has ended. */
  private static HttpServerResponse response(BooleanSupplier ended) {
    return (HttpServerResponse)
        Proxy.newProxyInstance(
            OpenResponsesTest.class.getClassLoader(),
            new Class<?>[] {HttpServerResponse.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "ended" -> ended.getAsBoolean();
                  case "closed" -> false;
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static boolean inTime(Runnable work) {
    try {
      CompletableFuture.runAsync(work).get(5, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void sweep_whileAnotherResponseEnds_letsItLeave() {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();
    HttpServerResponse ending =
        response(
            () -> {
              asked.incrementAndGet();
              HttpServerResponse other = response(() -> false);
              left.addAndGet(inTime(() -> responses.leave("a", other)) ? 1 : 0);
              return false;
            });
    assertTrue(responses.enter("a", ending, ANY, ANY));

    for (int i = 0; i < 1_000; i++) {
      HttpServerResponse next = response(() -> false);
      responses.enter("b", next, ANY, ANY);
      responses.leave("b", next);
    }

    assertTrue(asked.get() > 0, "the sweep asked nobody");
    assertEquals(asked.get(), left.get());
  }

  @Test
  void enter_addressAtItsBound_forgetsWhatHasEnded() {
    List<Boolean> ended = new ArrayList<>(List.of(false, false));
    responses.enter("a", response(() -> ended.get(0)), 2, ANY);
    responses.enter("a", response(() -> ended.get(1)), 2, ANY);

    assertFalse(responses.enter("a", response(() -> false), 2, ANY));
    ended.set(1, true);
    assertTrue(responses.enter("a", response(() -> false), 2, ANY));
    assertTrue(responses.enter("b", response(() -> false), 2, ANY));
  }

  @Test
  void enter_allTaken_isRefusedUntilSweptOfOtherAddresses() {
    List<Boolean> ended = new ArrayList<>(List.of(false));
    responses.enter("a", response(() -> ended.get(0)), ANY, 1);

    assertFalse(responses.enter("b", response(() -> false), ANY, 1));
    ended.set(0, true);
    boolean taken = false;
    for (int i = 0; i < 100 && !taken; i++) {
      taken = responses.enter("b", response(() -> false), ANY, 1);
    }
    assertTrue(taken);
  }

  @Test
  void pushOut_allTakenByOneAddress_makesRoomForAnother() {
    HttpServerResponse oldest = response(() -> false);
    responses.enter("a", oldest, ANY, 3);
    responses.enter("a", response(() -> false), ANY, 3);
    responses.enter("a", response(() -> false), ANY, 3);

    assertFalse(responses.enter("b", response(() -> false), ANY, 3));
    assertSame(oldest, responses.pushOut("b").orElseThrow());
    assertTrue(responses.enter("b", response(() -> false), ANY, 3));
    assertTrue(responses.pushOut("b").isEmpty(), "two against one is no more than its share");
    assertTrue(responses.pushOut("a").isEmpty(), "nobody is pushed out for the greediest");
  }
}
