package cn.zhitong.assistant.report;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reports against what this test works out of the cases' logs by itself, with working days of its
 * own: March 2025 has no day off but weekends.
 */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class DayReportsTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
  private static final LocalDate LAST = LocalDate.of(2025, 3, 28);
  private static final Map<String, Integer> ALLOWED =
      Map.of("consultation", 2, "suggestion", 5, "demand", 10);

  private final String bureau = "日报局" + UUID.randomUUID();

  /** An event as the log has it. */
  private record Logged(String type, LocalDate day, Integer score) {}

  private record Told(LocalDate asked, LocalDate due, List<Logged> events) {
    LocalDate day(String type) {
      return events.stream()
          .filter(event -> event.type().equals(type))
          .map(Logged::day)
          .findFirst()
          .orElse(null);
    }
  }

  @Test
  void dayReport_everyFigure_agreesWithTheLog() {
    List<Told> cases = tell(file(14));
    for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
      agrees(date, cases);
    }
    int onTime = 0;
    int late = 0;
    List<Integer> scores = new ArrayList<>();
    for (Told one : cases) {
      LocalDate answered = one.day("reply");
      if (answered != null) {
        onTime += answered.isAfter(one.due()) ? 0 : 1;
        late += answered.isAfter(one.due()) ? 1 : 0;
      }
      one.events().stream().filter(e -> e.score() != null).forEach(e -> scores.add(e.score()));
    }
    JsonPath deadlines = report("deadlines");
    assertThat(deadlines.getInt("total.cases")).isEqualTo(cases.size());
    assertThat(deadlines.getInt("total.answeredOnTime")).isEqualTo(onTime);
    assertThat(deadlines.getInt("total.answeredLate")).isEqualTo(late);
    assertThat(deadlines.getInt("total.overdue")).isEqualTo(cases.size() - onTime - late);
    assertThat(deadlines.getInt("byDepartment[0].counts.cases")).isEqualTo(cases.size());
    JsonPath satisfaction = report("satisfaction");
    assertThat(satisfaction.getInt("total.ratings")).isEqualTo(scores.size());
    assertThat(satisfaction.getInt("total.satisfied.hits"))
        .isEqualTo((int) scores.stream().filter(score -> score > 2).count());
    JsonPath trends = report("trends");
    List<Integer> asked = trends.getList("points.asked");
    assertThat(asked).hasSize(4);
    assertThat(asked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(cases.size());
    List<Integer> decided = trends.getList("points.category.of");
    assertThat(decided.stream().mapToInt(Integer::intValue).sum())
        .isEqualTo((int) cases.stream().filter(one -> one.day("change") != null).count());
    List<Integer> satisfied = trends.getList("points.satisfied.of");
    assertThat(satisfied.stream().mapToInt(Integer::intValue).sum()).isEqualTo(scores.size());
  }

  private void agrees(LocalDate date, List<Told> cases) {
    JsonPath day =
        token()
            .queryParam("date", date.toString())
            .queryParam("department", bureau)
            .get("/api/reports/today")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(day.getInt("flow.asked"))
        .as("asked on " + date)
        .isEqualTo(count(cases, one -> one.asked().equals(date)));
    for (Map.Entry<String, String> type :
        Map.of("decided", "change", "dispatched", "dispatch", "answered", "reply").entrySet()) {
      assertThat(day.getInt("flow." + type.getKey()))
          .as(type.getKey() + " on " + date)
          .isEqualTo(count(cases, one -> date.equals(one.day(type.getValue()))));
    }
    assertThat(day.getInt("flow.answeredOnTime"))
        .isEqualTo(
            count(
                cases,
                one -> date.equals(one.day("reply")) && !one.day("reply").isAfter(one.due())));
    assertThat(day.getInt("flow.satisfied.of"))
        .isEqualTo(count(cases, one -> date.equals(one.day("rate"))));
    assertThat(day.getInt("standing.open"))
        .as("open at the end of " + date)
        .isEqualTo(count(cases, one -> open(one, date)));
    assertThat(day.getInt("standing.overdue"))
        .isEqualTo(count(cases, one -> open(one, date) && date.isAfter(one.due())));
    assertThat(day.getInt("standing.atRisk"))
        .isEqualTo(
            count(
                cases,
                one ->
                    open(one, date)
                        && !date.isAfter(one.due())
                        && !one.due().isAfter(later(date, 1))));
  }

  private static boolean open(Told one, LocalDate date) {
    LocalDate answered = one.day("reply");
    return !one.asked().isAfter(date) && (answered == null || answered.isAfter(date));
  }

  private static int count(List<Told> cases, Predicate<Told> which) {
    return (int) cases.stream().filter(which).count();
  }

  private JsonPath report(String name) {
    return token()
        .queryParam("from", FIRST.toString())
        .queryParam("to", LAST.toString())
        .queryParam("department", bureau)
        .get("/api/reports/" + name)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Weekdays only: see above. */
  private static LocalDate later(LocalDate from, int workingDays) {
    LocalDate day = from;
    for (int left = workingDays; left > 0; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }

  /** Categories by turns; every fourth is never answered, some are late, half are rated. */
  private List<Cases> file(int count) {
    List<String> categories = List.of("consultation", "suggestion", "demand");
    List<Cases> filed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      OffsetDateTime asked =
          FIRST.plusDays(i % 9).atTime(9 + i % 8, 30).atOffset(ZoneOffset.ofHours(8));
      Map<String, Object> body = new HashMap<>();
      body.put("text", "请问如何办理第" + i + "项手续，电话13812345678");
      body.put("askedAt", asked.toString());
      body.put("enterprise", "测试企业" + i % 3 + bureau);
      Cases one = Cases.filed(body);
      one.does(
          "change",
          "category",
          categories.get(i % 3),
          "department",
          bureau,
          "supporting",
          i % 5 == 0 ? List.of("市财政局") : List.of(),
          "reason",
          "依职责",
          "occurredAt",
          asked.plusHours(5).toString());
      one.does("dispatch", "occurredAt", asked.plusHours(30).toString());
      if (i % 4 != 3) {
        String answered = asked.plusDays(2 + i % 6).toString();
        one.does("reply", "text", "答复如下。", "occurredAt", answered);
        if (i % 2 == 0) {
          one.does("rate", "score", 1 + i % 5, "occurredAt", asked.plusDays(3 + i % 6).toString());
        }
      }
      filed.add(one);
    }
    return filed;
  }

  private List<Told> tell(List<Cases> filed) {
    List<Told> told = new ArrayList<>();
    for (Cases one : filed) {
      JsonPath file = token().get("/api/cases/" + one.id()).jsonPath();
      List<Logged> events = new ArrayList<>();
      String category = null;
      for (Map<String, Object> event : file.<Map<String, Object>>getList("events")) {
        Map<?, ?> body = (Map<?, ?>) event.get("body");
        Object at =
            body != null && body.get("occurredAt") != null
                ? body.get("occurredAt")
                : event.get("at");
        String type = (String) event.get("type");
        Integer score = type.equals("rate") ? (Integer) body.get("score") : null;
        events.add(new Logged(type, day(at.toString()), score));
        if (type.equals("change")) {
          category = (String) body.get("category");
        }
      }
      LocalDate asked = day(file.getString("askedAt"));
      told.add(new Told(asked, later(asked, ALLOWED.get(category)), events));
    }
    return told;
  }

  private static LocalDate day(String time) {
    return OffsetDateTime.parse(time).atZoneSameInstant(ZoneId.of("Asia/Shanghai")).toLocalDate();
  }

  @Test
  void dayAndLists_shown_areMaskedAndExport() {
    file(10);
    JsonPath lists = report("lists");
    assertThat(lists.getList("enterprises")).isNotEmpty();
    assertThat(lists.getString("enterprises[0].reasons")).contains("件");
    assertThat(lists.getList("needs.category")).isSubsetOf("诉求", "建议");
    assertThat(lists.getList("tasks.reasons").toString()).contains("超期未答");
    String text =
        token()
            .queryParam("date", "2025-03-28")
            .queryParam("department", bureau)
            .get("/api/reports/daily.txt")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(text).contains("办理日报", "2025年3月28日", "一、收件情况", "四、政策申报", "六、需关注来件", "超期未答：");
    assertThat(text + lists.prettify()).doesNotContain("13812345678");
    JsonPath daily =
        token()
            .queryParam("date", "2025-03-28")
            .queryParam("department", bureau)
            .get("/api/reports/daily")
            .jsonPath();
    assertThat(daily.getList("overdue")).hasSize(daily.getInt("today.standing.overdue"));
    assertThat(daily.getInt("overdue[0].workingDaysOver")).isPositive();
  }

  /** A past day is told as it ended, whatever became of its cases since. */
  @Test
  void pastDay_askedFor_knowsWhatWaitedAndWhatWasAnsweredThen() {
    opened("2025-03-03T09:00:00+08:00")
        .does("start", "occurredAt", "2025-03-04T09:00:00+08:00")
        .does("request_information", "reason", "请补充合同", "occurredAt", "2025-03-05T09:00:00+08:00")
        .does("supplement", "text", "已补充", "occurredAt", "2025-03-10T09:00:00+08:00");
    opened("2025-03-03T09:30:00+08:00")
        .does("start", "occurredAt", "2025-03-04T09:00:00+08:00")
        .does("request_information", "reason", "请补充发票", "occurredAt", "2025-03-07T09:00:00+08:00");
    opened("2025-03-03T10:00:00+08:00")
        .does("reply", "text", "答复如下。", "occurredAt", "2025-03-06T09:00:00+08:00")
        .does("reopen", "reason", "有新情况", "occurredAt", "2025-03-11T09:00:00+08:00");
    String[][] expected = {
      // day, open, paused, undated, overdue
      {"2025-03-04", "3", "0", "0", "0"},
      {"2025-03-05", "3", "1", "0", "0"},
      {"2025-03-06", "2", "1", "0", "0"},
      {"2025-03-07", "2", "2", "0", "0"},
      {"2025-03-10", "2", "1", "0", "0"},
      {"2025-03-11", "3", "1", "0", "0"},
      // Due on the 17th without the three days of waiting, on the 20th with them.
      {"2025-03-20", "3", "1", "0", "0"},
      {"2025-03-21", "3", "1", "0", "1"},
    };
    for (String[] line : expected) {
      JsonPath day =
          token()
              .queryParam("date", line[0])
              .queryParam("department", bureau)
              .get("/api/reports/today")
              .jsonPath();
      assertThat(
              List.of(
                  day.getString("standing.open"),
                  day.getString("standing.paused"),
                  day.getString("standing.undated"),
                  day.getString("standing.overdue")))
          .as(line[0])
          .containsExactly(line[1], line[2], line[3], line[4]);
    }
  }

  /** A demand of the bureau's, dispatched to it an hour after it was asked. */
  private Cases opened(String asked) {
    OffsetDateTime at = OffsetDateTime.parse(asked);
    return Cases.filed(Map.of("text", "请问如何办理手续", "askedAt", asked, "enterprise", bureau))
        .does(
            "change",
            "category",
            "demand",
            "department",
            bureau,
            "reason",
            "依职责",
            "occurredAt",
            at.plusMinutes(30).toString())
        .does("dispatch", "occurredAt", at.plusHours(1).toString());
  }

  /** The supervisor's ruling decides on the department as a reassignment does. */
  @Test
  void arbitration_ofADispute_countsAsADecision() {
    Map<String, Object> body =
        Map.of("text", "请问这件事归谁管", "askedAt", "2025-03-03T09:00:00+08:00", "enterprise", bureau);
    Cases.filed(body)
        .does(
            "change",
            "category",
            "demand",
            "department",
            "别的局" + bureau,
            "reason",
            "依职责",
            "occurredAt",
            "2025-03-03T10:00:00+08:00")
        .does("dispatch", "occurredAt", "2025-03-03T11:00:00+08:00")
        .does("return", "reason", "不属本局职责", "occurredAt", "2025-03-04T10:00:00+08:00")
        .does(
            "arbitrate",
            "department",
            bureau,
            "supporting",
            List.of("市财政局"),
            "reason",
            "督办裁定",
            "occurredAt",
            "2025-03-05T10:00:00+08:00");
    JsonPath day =
        token()
            .queryParam("date", "2025-03-05")
            .queryParam("department", bureau)
            .get("/api/reports/today")
            .jsonPath();
    assertThat(day.getInt("flow.decided")).isEqualTo(1);
    JsonPath lists = report("lists");
    assertThat(lists.getList("tasks[0].supporting")).isEqualTo(List.of("市财政局"));
    assertThat(lists.getList("tasks[0].reasons", String.class)).contains("涉及2个部门");
    assertThat(report("triage").getInt("decisions")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"daily", "lists", "trends", "low-confidence"})
  void export_ofEveryReport_isForSupervisorsOnly(String report) {
    String path = "/api/reports/" + report;
    assertThat(token().queryParam("from", "2025-03-01").get(path + ".csv").asString())
        .startsWith("\uFEFF");
    assertThat(token().queryParam("from", "2025-03-01").get(path + ".xlsx").asByteArray())
        .startsWith('P', 'K');
    visitor().get(path).then().statusCode(401);
    as(Role.AGENT).get(path).then().statusCode(403);
    as(Role.SUPERVISOR).queryParam("from", "2025-03-01").get(path).then().statusCode(200);
  }

  @Test
  void parameters_withWrongWords_areNamed() {
    token().queryParam("date", "昨天").get("/api/reports/daily").then().statusCode(400);
    token().queryParam("step", "hour").get("/api/reports/trends").then().statusCode(400);
    token().queryParam("page", "0").get("/api/reports/low-confidence").then().statusCode(400);
  }
}
