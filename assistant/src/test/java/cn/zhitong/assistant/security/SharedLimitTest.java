package cn.zhitong.assistant.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Ids;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SharedLimitTest {
  private static final Instant NOW = Instant.parse("2025-09-26T01:00:20Z");
  @Inject RateStore store;

  @Test
  void limit_sharedByTwoNodes_isNotExceededTogether() {
    SharedLimit one = node(NOW);
    SharedLimit two = node(NOW);
    String key = "test " + Ids.next();
    int passed = 0;
    for (int i = 0; i < 100; i++) {
      passed += passes(i % 2 == 0 ? one : two, key, 40) ? 1 : 0;
    }
    assertThat(passed).isEqualTo(40);
  }

  @Test
  void limit_inTheNextMinute_isNewAndTheMessageSaysWhen() {
    String key = "test " + Ids.next();
    SharedLimit now = node(NOW);
    assertThat(passes(now, key, 1)).isTrue();
    assertThatThrownBy(() -> now.take(key, 1))
        .isInstanceOfSatisfying(
            Problem.RateLimited.class,
            problem -> assertThat(problem.retryAfterSeconds()).isEqualTo(40));
    assertThat(passes(node(NOW.plusSeconds(60)), key, 1)).isTrue();
  }

  private SharedLimit node(Instant at) {
    return new SharedLimit(store, Clock.fixed(at, ZoneOffset.UTC));
  }

  private static boolean passes(SharedLimit limit, String key, int perMinute) {
    try {
      limit.take(key, perMinute);
      return true;
    } catch (Problem.RateLimited e) {
      return false;
    }
  }
}
