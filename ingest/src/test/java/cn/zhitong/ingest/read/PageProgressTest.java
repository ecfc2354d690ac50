package cn.zhitong.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parsers run apart, and whoever waits hears of their pages. */
@Timeout(30)
class PageProgressTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private static ReadText text() {
    return new ReadText("", List.of(), null, null);
  }

  @Test
  void pages_whileRead_areToldOnTheWaitingThread() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    List<PageProgress> pages = new ArrayList<>();
    Thread waiting = Thread.currentThread();
    TimeLimit.within(
        LONG,
        () -> {
          TimeLimit.reached(3, 8);
          told.await();
          return text();
        },
        page -> {
          assertThat(Thread.currentThread()).isSameAs(waiting);
          pages.add(page);
          told.countDown();
        });
    assertThat(pages).containsExactly(new PageProgress(3, 8));
  }

  @Test
  void pages_whenNobodyListensAnyMore_areNotBegun() {
    CountDownLatch gone = new CountDownLatch(1);
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    assertThatThrownBy(
            () ->
                TimeLimit.within(
                    LONG,
                    () -> {
                      TimeLimit.reached(1, 400);
                      try {
                        gone.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      try {
                        TimeLimit.reached(2, 400);
                        ended.complete(null);
                      } catch (CancellationException e) {
                        ended.complete(e);
                      }
                      return text();
                    },
                    page -> {
                      throw new IllegalStateException("gone");
                    }))
        .hasMessage("gone");
    assertThat(ended.join()).isInstanceOf(CancellationException.class);
  }
}
