package cn.zhitong.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A report of a month reads that month's events, by index, however long the log is. Slow (10 s)
 * since the planner needs a log worth an index; {@link LargeLogs#EVENTS} tells how to see plans on
 * a larger one.
 */
class ReportPlanTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");

  /** One that few drafts and answers cite: {@code md5('policy7')}. */
  private static final String POLICY = "b8feeafd-466d-1c0c-a5e5-c80add2ccf44";

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final List<Object> OF_DAY =
      List.of(
          ApplicationDayStore.parameters(
              FROM, Instant.parse("2026-03-02T00:00:00Z"), DAY, "d-1", DAY));

  private static LargeLogs logs;

  @BeforeAll
  static void seeded() throws IOException, SQLException {
    logs = new LargeLogs();
  }

  @AfterAll
  static void stop() throws IOException {
    logs.close();
  }

  static Stream<Arguments> reports() {
    List<Object> period = List.of(FROM, TO);
    List<Object> ofDepartment = Collections.nCopies(3, "d-1");
    return Stream.of(
        Arguments.of("decisions", ReportStore.DECISIONS, period),
        Arguments.of("returns", ReportStore.RETURNS, period),
        Arguments.of("cases", ReportStore.CASES, joined(List.of(TO, FROM, TO), ofDepartment)),
        Arguments.of("ratings", ReportStore.RATINGS, joined(period, ofDepartment)),
        Arguments.of("drafts", DraftsStore.SENT, joined(period, ofDepartment)),
        Arguments.of("happened", FactStore.HAPPENED, joined(period, ofDepartment)),
        Arguments.of(
            "facts",
            FactStore.FACTS,
            joined(List.of(TO, TO, TO, TO, FROM, false, TO), ofDepartment)),
        Arguments.of("texts", AppealTextStore.FILED, joined(period, List.of(100_000))),
        Arguments.of(
            "hit rates", HitRateStore.COUNTS, List.of(Instant.parse("2026-10-01T00:00:00Z"))),
        Arguments.of(
            "answers", RelianceStore.ANSWERS, Arrays.asList(POLICY, null, POLICY, null, 20)),
        Arguments.of(
            "drafts of a policy",
            RelianceStore.DRAFTS,
            Arrays.asList(POLICY, POLICY, null, null, 20)),
        Arguments.of("replies of a policy", RelianceStore.REPLIES, List.of(POLICY, 20)),
        Arguments.of("applications of a day", ApplicationDayStore.OF_DAY, OF_DAY),
        Arguments.of("late applications", ApplicationDayStore.LATE, List.of(DAY, "d-1", "d-1")),
        Arguments.of("applications", ApplicationFactStore.FACTS, joined(period, ofDepartment)));
  }

  private static List<Object> joined(List<Object> one, List<Object> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reports")
  void report_ofAMonth_readsASmallPartOfTheLogs(String name, String sql, List<Object> parameters)
      throws IOException {
    assertThat(logs.rowsRead(name, sql, parameters.toArray()))
        .as(name)
        .isLessThan(LargeLogs.EVENTS / 20.);
  }
}
