package cn.zhitong.assistant.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTimesTest {
  private final SendTimes times = new SendTimes(new TestPushConfig(1));

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T11:59:59Z, false",
    "2026-03-02T12:00:00Z, true",
    "2026-03-02T18:00:00Z, true",
    "2026-03-03T00:29:59Z, true",
    "2026-03-03T00:30:00Z, false"
  })
  void quietHours_overMidnight_areKept(Instant now, boolean quiet) {
    assertThat(times.isQuiet(now)).isEqualTo(quiet);
  }

  @Test
  void digests_goOutAtTheirHour_theNextTimeThereIs() {
    Instant monday = Instant.parse("2026-03-02T02:00:00Z");
    assertThat(times.daily(monday)).isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));
    assertThat(times.weekly(monday)).isEqualTo(Instant.parse("2026-03-09T01:00:00Z"));
    Instant early = Instant.parse("2026-03-02T00:00:00Z");
    assertThat(times.daily(early)).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
    assertThat(times.weekly(early)).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
  }
}
