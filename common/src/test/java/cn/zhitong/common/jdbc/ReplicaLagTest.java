package cn.zhitong.common.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplicaLagTest {
  private static final long BOUND = 100;

  private final ReplicaLag lag = new ReplicaLag();

  @Test
  void lag_unknown_isNeverWithin() {
    lag.written(10, 500);

    assertThat(lag.within(BOUND, 11)).isFalse();
    assertThat(lag.nanos(11)).isEmpty();
  }

  @Test
  void lag_whenAllIsReplayed_isAsOldAsTheLastMark() {
    lag.written(10, 500);
    lag.written(20, 500);
    lag.replayed(500);

    assertThat(lag.nanos(27)).hasValue(7);
  }

  @Test
  void lag_ofAReplica_countsFromTheLastMarkThatItReached() {
    lag.written(10, 500);
    lag.written(20, 700);
    lag.replayed(699);

    assertThat(lag.nanos(30)).hasValue(20);
    assertThat(lag.within(BOUND, 110)).isTrue();
    assertThat(lag.within(BOUND, 111)).isFalse();
  }

  @Test
  void lag_whenThePrimaryIsSilent_onlyAges() {
    lag.written(10, 500);
    lag.replayed(500);
    lag.replayed(500);

    assertThat(lag.within(BOUND, 111)).isFalse();
  }

  @Test
  void lag_whenAnInstantIsRequired_waitsForAMarkAfterIt() {
    lag.written(10, 500);
    lag.replayed(500);
    lag.require(15);
    assertThat(lag.within(BOUND, 16)).isFalse();

    lag.written(20, 510);
    lag.replayed(505);
    assertThat(lag.within(BOUND, 21)).isFalse();

    lag.replayed(510);
    assertThat(lag.within(BOUND, 22)).isTrue();
  }

  @Test
  void lag_forgotten_startsAnew() {
    lag.written(10, 500);
    lag.forget();
    lag.replayed(900);
    assertThat(lag.within(BOUND, 11)).isFalse();

    lag.written(12, 900);
    lag.replayed(900);
    assertThat(lag.within(BOUND, 13)).isTrue();
  }
}
