package cn.zhitong.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteppedClockTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  @TempDir Path folder;

  @Test
  void instant_ofASteppedClock_isWrongByWhatTheFileSaysNow() throws Exception {
    Path offset = folder.resolve("offset");
    Clock clock = new SteppedClock(Clock.fixed(NOON, ZoneOffset.UTC), offset);
    assertThat(clock.instant()).isEqualTo(NOON);

    Files.writeString(offset, "PT1H\n");
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));

    Files.writeString(offset, "-PT30S");
    assertThat(clock.withZone(Infrastructure.ZONE).instant()).isEqualTo(NOON.minusSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, '', true",
    "0.0.0.0, '', false",
    "10.1.2.3, '', false",
    "127.0.0.1, https://zt.example.gov.cn, false",
  })
  void clock_ofAServiceForOthers_isRefused(String host, String siteUrl, boolean allowed) {
    Optional<Path> offset = Optional.of(folder.resolve("offset"));
    Optional<String> site = Optional.of(siteUrl);
    if (allowed) {
      assertThat(new Infrastructure().clock(offset, host, site)).isInstanceOf(SteppedClock.class);
    } else {
      assertThatThrownBy(() -> new Infrastructure().clock(offset, host, site))
          .hasMessageContaining("只供演练");
    }
  }

  @Test
  void clock_withoutTheSetting_isTheSystems() {
    assertThat(new Infrastructure().clock(Optional.empty(), "0.0.0.0", Optional.empty()))
        .isEqualTo(Clock.system(Infrastructure.ZONE));
  }
}
