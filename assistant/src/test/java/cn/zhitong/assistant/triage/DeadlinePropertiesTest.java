package cn.zhitong.assistant.triage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.workday.WorkingDays;
import cn.zhitong.common.workday.YearDays;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold of every deadline from 2013 to 2026, whatever the holidays. */
class DeadlinePropertiesTest {
  private static final ObjectMapper JSON = StandardJson.MAPPER;
  private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 1);
  private static final List<YearDays> YEARS =
      IntStream.rangeClosed(2013, 2026).mapToObj(DeadlinePropertiesTest::year).toList();

  private final WorkingDays days = new WorkingDays(YEARS);

  private static YearDays year(int year) {
    String folder = year < 2025 ? "/calendar-years/" : "/calendar/";
    try (InputStream in =
        DeadlinePropertiesTest.class.getResourceAsStream(folder + year + ".json")) {
      return YearDays.parse(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LocalDate due(LocalDate accepted, int allowed) {
    return days.due(accepted, allowed).date();
  }

  @Test
  void years_ofTheImport_areLoaded() {
    assertThat(IntStream.rangeClosed(2013, 2026).allMatch(days::loaded)).isTrue();
  }

  @Test
  void deadline_ofAnyDay_isNeverOnADayOffNorBeforeTheNextDay() {
    for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
      for (int allowed : new int[] {1, 2, 5, 10}) {
        LocalDate due = due(day, allowed);
        assertThat(days.working(due)).as("%s + %d = %s", day, allowed, due).isTrue();
        assertThat(due).isAfter(day);
        assertThat(days.due(day, allowed).provisional()).isFalse();
      }
    }
  }

  @Test
  void deadline_ofAnyDayAndCount_isMonotoneInBoth() {
    for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
      for (int allowed = 1; allowed <= 12; allowed++) {
        assertThat(due(day.plusDays(1), allowed)).isAfterOrEqualTo(due(day, allowed));
        assertThat(due(day, allowed + 1)).isAfter(due(day, allowed));
      }
    }
  }

  @Test
  void deadline_ofASum_sumsAndCountsBack() {
    Random random = new Random(11);
    long span = LAST.toEpochDay() - FIRST.toEpochDay();
    for (int i = 0; i < 5000; i++) {
      LocalDate day = FIRST.plusDays(random.nextLong(span));
      int one = 1 + random.nextInt(15);
      int other = 1 + random.nextInt(15);
      assertThat(due(due(day, one), other))
          .as("%s %d %d", day, one, other)
          .isEqualTo(due(day, one + other));
      assertThat(days.between(day, due(day, one))).isEqualTo(one);
    }
  }

  @Test
  void year_thatArrives_settlesWhatWasProvisional() {
    List<YearDays> without = new ArrayList<>(YEARS);
    without.removeIf(year -> year.year() == 2020);
    WorkingDays before = new WorkingDays(without);
    LocalDate accepted = LocalDate.of(2019, 12, 30);
    for (int allowed = 1; allowed <= 30; allowed++) {
      WorkingDays.Due then = before.due(accepted, allowed);
      WorkingDays.Due now = days.due(accepted, allowed);
      assertThat(now.provisional()).isFalse();
      assertThat(then.provisional()).isEqualTo(then.date().getYear() == 2020);
      if (!then.provisional()) {
        assertThat(now.date()).isEqualTo(then.date());
      }
    }
    assertThat(before.due(accepted, 25).date()).isNotEqualTo(days.due(accepted, 25).date());
  }

  @Test
  void rules_ofManyPlaces_comeFromTheNearest() {
    DeadlineRules rules =
        new DeadlineRules(
            config(
                Map.of(
                    "all", Map.of("demand", 7),
                    "350000", Map.of("demand", 6, "consultation", 1),
                    "350102", Map.of("demand", 3))));
    assertThat(rules.workingDays(Category.DEMAND, null)).isEqualTo(7);
    assertThat(rules.workingDays(Category.DEMAND, "210200")).isEqualTo(7);
    assertThat(rules.workingDays(Category.DEMAND, "350100")).isEqualTo(6);
    assertThat(rules.workingDays(Category.DEMAND, "350102")).isEqualTo(3);
    assertThat(rules.workingDays(Category.CONSULTATION, "350102")).isEqualTo(1);
    assertThat(rules.workingDays(Category.SUGGESTION, "350102")).isEqualTo(5);
  }

  @Test
  void wrongRule_inTheSettings_stopsTheStart() {
    for (Map<String, Map<String, Integer>> wrong :
        List.of(
            Map.of("福州", Map.of("demand", 3)),
            Map.of("all", Map.of("诉愿", 3)),
            Map.of("all", Map.of("demand", 0)))) {
      org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
          .isThrownBy(() -> new DeadlineRules(config(wrong)));
    }
  }

  private static TriageConfig config(Map<String, Map<String, Integer>> rules) {
    return new TriageConfig() {
      @Override
      public Map<String, Map<String, Integer>> workingDays() {
        return rules;
      }

      @Override
      public double blindShare() {
        return .05;
      }
    };
  }
}
