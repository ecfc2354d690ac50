package cn.zhitong.common.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LeastRecentlyUsedTest {
  @Test
  void put_full_entryThatWasReadLongestAgoGoes() {
    LeastRecentlyUsed<String, Integer> kept = new LeastRecentlyUsed<>(2);
    kept.put("a", 1);
    kept.put("b", 2);
    assertThat(kept.get("a")).isEqualTo(1);
    kept.put("c", 3);
    assertThat(kept.get("b")).as("read longest ago").isNull();
    assertThat(kept.get("a")).isEqualTo(1);
    assertThat(kept.get("c")).isEqualTo(3);
  }

  @Test
  void put_knownKey_valueIsReplacedAndNothingGoes() {
    LeastRecentlyUsed<String, Integer> kept = new LeastRecentlyUsed<>(2);
    kept.put("a", 1);
    kept.put("b", 2);
    kept.put("b", 4);
    assertThat(kept.get("a")).isEqualTo(1);
    assertThat(kept.get("b")).isEqualTo(4);
  }

  @Test
  void computeIfAbsent_knownAndNew_madeOnlyForTheNew() {
    LeastRecentlyUsed<String, Integer> kept = new LeastRecentlyUsed<>(1);
    assertThat(kept.computeIfAbsent("ab", String::length)).isEqualTo(2);
    assertThat(kept.computeIfAbsent("ab", key -> 9)).isEqualTo(2);
    assertThat(kept.computeIfAbsent("abc", String::length)).isEqualTo(3);
    assertThat(kept.get("ab")).as("there was room for one").isNull();
  }

  @Test
  void new_noRoom_isRefused() {
    assertThatThrownBy(() -> new LeastRecentlyUsed<String, String>(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
