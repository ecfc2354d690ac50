package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhitong.assistant.web.Problem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private record Config(int maxConcurrentRequests, int queueCapacity, Duration acquireTimeout)
      implements AdmissionConfig {
    @Override
    public Duration rejectionDelay() {
      return Duration.ZERO;
    }

    @Override
    public int rejectionsHeld() {
      return 0;
    }
  }

  @Test
  void freePlace_askedFor_isTakenAtOnceAndGivenBack() {
    Admission admission = new Admission(new Config(1, 0, Duration.ZERO));
    assertThat(admission.run(() -> "a")).isEqualTo("a");
    assertThatThrownBy(
            () ->
                admission.run(
                    () -> {
                      throw new IllegalStateException("work failed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(admission.run(() -> "b")).as("given back after a failure").isEqualTo("b");
  }

  @Test
  void caller_waiting_isLetInWhenAPlaceIsFree() throws Exception {
    Admission admission = new Admission(new Config(1, 1, Duration.ofSeconds(20)));
    Admission.Place place = admission.enter();
    CompletableFuture<String> waiting =
        CompletableFuture.supplyAsync(() -> admission.run(() -> "in"));
    await().atMost(Duration.ofSeconds(20)).until(() -> admission.waiting() == 1);
    assertThat(waiting).isNotDone();
    place.close();
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo("in");
  }

  @Test
  void caller_whoCannotWait_isToldToComeBack() {
    Admission admission = new Admission(new Config(1, 0, Duration.ofSeconds(20)));
    try (Admission.Place place = admission.enter()) {
      long begin = System.nanoTime();
      assertThatThrownBy(admission::enter)
          .isInstanceOfSatisfying(
              Problem.Overloaded.class,
              problem -> {
                assertThat(problem.status()).isEqualTo(503);
                assertThat(problem.retryAfterSeconds()).isPositive();
                assertThat(problem).hasMessageContaining("重试");
              });
      assertThat(System.nanoTime() - begin).as("at once").isLessThan(10_000_000_000L);
    }
  }

  @Test
  void caller_waitingTooLong_isToldToComeBack() {
    Admission admission = new Admission(new Config(1, 5, Duration.ofMillis(20)));
    try (Admission.Place place = admission.enter()) {
      assertThatThrownBy(admission::enter).isInstanceOf(Problem.Overloaded.class);
    }
    assertThat(admission.run(() -> "in")).isEqualTo("in");
  }
}
