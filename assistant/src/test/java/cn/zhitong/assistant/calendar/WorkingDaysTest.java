package cn.zhitong.assistant.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.workday.WorkingDays;
import cn.zhitong.common.workday.YearDays;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private static final ObjectMapper JSON = StandardJson.MAPPER;
  private final WorkingDays days = new WorkingDays(List.of(shipped(2025), shipped(2026)));

  private static YearDays shipped(int year) {
    try (InputStream in =
        WorkingDaysTest.class.getResourceAsStream("/calendar/" + year + ".json")) {
      return YearDays.parse(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-26, 2, 2025-09-29", // Friday; Sunday the 28th is worked
    "2025-09-30, 1, 2025-10-09", // National Day and Mid-Autumn, eight days off
    "2025-09-30, 3, 2025-10-11", // Saturday the 11th is worked
    "2025-01-24, 2, 2025-01-27", // Sunday the 26th is worked
    "2025-03-03, 5, 2025-03-10",
    "2025-03-08, 2, 2025-03-11", // accepted on a Saturday
    "2025-12-31, 1, 2026-01-04", // across the year; Sunday 2026-01-04 is worked
  })
  void dueDay_ofAnyDay_countsFromTheDayAfter(LocalDate accepted, int allowed, LocalDate due) {
    assertThat(days.due(accepted, allowed)).isEqualTo(new WorkingDays.Due(due, false));
  }

  @Test
  void dueDay_inAnUnknownYear_isProvisional() {
    assertThat(days.due(LocalDate.of(2026, 12, 31), 2).provisional()).isTrue();
    assertThat(days.due(LocalDate.of(2026, 12, 30), 1).provisional()).isFalse();
    assertThat(days.due(LocalDate.of(2024, 6, 3), 2).provisional()).isTrue();
  }

  @Test
  void year_withoutDays_countsAsNotLoaded() {
    WorkingDays later =
        new WorkingDays(List.of(shipped(2026), new YearDays(2027, Map.<LocalDate, Boolean>of())));
    assertThat(later.loaded(2026)).isTrue();
    assertThat(later.loaded(2027)).isFalse();
  }

  @Test
  void holiday_thatBeginsInDecember_belongsToTheNextYearsFile() {
    LocalDate eve = LocalDate.of(2026, 12, 31);
    LocalDate newYear = LocalDate.of(2027, 1, 1);
    WorkingDays both =
        new WorkingDays(
            List.of(shipped(2026), new YearDays(2027, Map.of(eve, true, newYear, true))));
    assertThat(both.working(eve)).isFalse();
    assertThat(both.loaded(2027)).isTrue();
    assertThat(new WorkingDays(List.of(new YearDays(2027, Map.of(eve, true)))).loaded(2027))
        .isFalse();
  }

  @Test
  void dueDay_ofAnyDayAndCount_isAWorkingDay() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      LocalDate accepted = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
      int a = 1 + random.nextInt(12);
      int b = 1 + random.nextInt(12);
      LocalDate due = days.due(accepted, a).date();
      assertThat(days.working(due)).isTrue();
      assertThat(due).isAfter(accepted);
      assertThat(days.between(accepted, due)).isEqualTo(a);
      // sums: a days and then b days are a + b days
      assertThat(days.due(due, b).date()).isEqualTo(days.due(accepted, a + b).date());
      // monotone in the day of acceptance and in the days allowed
      assertThat(days.due(accepted.plusDays(1), a).date()).isAfterOrEqualTo(due);
      assertThat(days.due(accepted, a + 1).date()).isAfter(due);
      assertThat(days.between(due, accepted)).isEqualTo(-a);
    }
  }

  @Test
  void calendarFile_withAFault_isRefusedByWhatIsWrong() {
    Stream.of(
            "{\"days\": []}",
            "{\"year\": 2026, \"days\": [{\"date\": \"2026-1-1\", \"isOffDay\": true}]}",
            "{\"year\": 2026, \"days\": [{\"date\": \"2026-01-01\"}]}",
            "{\"year\": 2026, \"days\": [{\"date\": \"2020-01-01\", \"isOffDay\": true}]}")
        .forEach(
            file ->
                assertThatThrownBy(() -> YearDays.parse(JSON.readTree(file)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(".*[年日天].*"));
  }

  /** A term that is set for good was a day short over the new year. */
  @Test
  void lasting_intoAYearNotLoaded_leavesOutTheHolidaysThatAreCertain() {
    LocalDate day = LocalDate.of(2026, 12, 30);
    assertThat(days.due(day, 2).date()).isEqualTo("2027-01-01");
    assertThat(days.lasting(day, 2)).isEqualTo("2027-01-04");
    assertThat(days.lasting(day, 1)).isEqualTo("2026-12-31");
    // 1 October 2027 is a Friday.
    assertThat(days.lasting(LocalDate.of(2027, 9, 30), 1)).isEqualTo("2027-10-04");
    assertThat(days.lasting(LocalDate.of(2025, 9, 26), 2))
        .isEqualTo(days.due(LocalDate.of(2025, 9, 26), 2).date());
  }
}
