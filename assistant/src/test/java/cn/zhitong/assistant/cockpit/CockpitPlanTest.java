package cn.zhitong.assistant.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.report.LargeLogs;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Slow (10 s) as {@code ReportPlanTest} is: the planner needs a log worth an index. */
class CockpitPlanTest {
  @Test
  void cockpit_ofAMonth_readsASmallPartOfTheLogs() throws IOException, SQLException {
    try (LargeLogs logs = new LargeLogs()) {
      double read =
          logs.rowsRead(
              "cockpit",
              ApplicationPairsStore.APPLIED,
              Instant.parse("2026-03-01T00:00:00Z"),
              Instant.parse("2026-04-01T00:00:00Z"));
      assertThat(read).isPositive().isLessThan(LargeLogs.EVENTS / 20.);
    }
  }
}
