package cn.zhitong.assistant.casework.view;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Boards, lists and exports count the same cases; and what sister platforms hear back. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class FiguresAgreeTest {
  private static final String OFFICE = "市园林局";

  private static Cases asked(String text, int daysAgo) {
    String at = OffsetDateTime.now().minusDays(daysAgo).truncatedTo(ChronoUnit.SECONDS).toString();
    return Cases.filed(Map.of("text", text, "askedAt", at, "channel", "hotline"));
  }

  @Test
  void figures_ofListBoardAndDayReport_areEqual() {
    for (int days = 0; days <= 20; days += 2) {
      asked("绿化带占用经营场所，请问如何办理 " + days, days)
          .does("change", "category", "consultation", "department", OFFICE, "reason", "属其职责")
          .does("dispatch");
      asked("投诉扬尘 " + days, days);
      asked("等待补充 " + days, days).does("request_information", "reason", "请补充地点");
    }
    JsonPath day =
        as(Role.SUPERVISOR).get("/api/reports/today").then().statusCode(200).extract().jsonPath();
    int overdue = total("due=overdue");
    int soon = total("due=at_risk");
    assertThat(overdue).isPositive();
    assertThat(day.getInt("standing.overdue")).isEqualTo(overdue);
    assertThat(day.getInt("standing.atRisk")).isEqualTo(soon);
    assertThat(day.getInt("standing.open")).isEqualTo(total("state=open"));
    JsonPath waiting =
        as(Role.SUPERVISOR).get("/api/cases/waiting").then().statusCode(200).extract().jsonPath();
    assertThat(waiting.getInt("items.find { it.label == '已超期' }.count")).isEqualTo(overdue);
    assertThat(waiting.getInt("items.find { it.label == '临期' }.count")).isEqualTo(soon);
    List<Map<String, Object>> lists = waiting.getList("items");
    for (Map<String, Object> list : lists) {
      String query =
          ((Map<?, ?>) list.get("filter"))
              .entrySet().stream()
                  .map(one -> one.getKey() + "=" + one.getValue())
                  .reduce((a, b) -> a + "&" + b)
                  .orElse("");
      assertThat(total(query)).as(list.get("label").toString()).isEqualTo(list.get("count"));
    }
  }

  @Test
  void backlog_unread_isNotOverdueUntilSomebodyOpensIt() {
    int overdue = standing("overdue");
    int backlog = standing("backlog");
    Cases late = asked("补录的旧件：路灯不亮", 60);
    assertThat(standing("overdue")).isEqualTo(overdue);
    assertThat(standing("backlog")).isEqualTo(backlog + 1).isEqualTo(total("due=backlog"));
    int punctual = deadlines("total.overdue");
    token().get("/api/cases/" + late.id()).then().statusCode(200);
    assertThat(standing("overdue")).isEqualTo(overdue + 1).isEqualTo(total("due=overdue"));
    assertThat(standing("backlog")).isEqualTo(backlog);
    assertThat(deadlines("total.overdue")).isEqualTo(punctual + 1);
  }

  private static int standing(String figure) {
    return as(Role.SUPERVISOR).get("/api/reports/today").path("standing." + figure);
  }

  private static int deadlines(String path) {
    return as(Role.SUPERVISOR)
        .queryParam("from", LocalDate.now().minusDays(90).toString())
        .queryParam("to", LocalDate.now().toString())
        .get("/api/reports/deadlines")
        .path(path);
  }

  @Test
  void waiting_ofAnOffice_isItsOwn() {
    Cases filed = asked("树木遮挡招牌", 1);
    filed
        .does("change", "category", "demand", "department", OFFICE, "reason", "属其职责")
        .does("dispatch");
    handlerOf(OFFICE)
        .get("/api/cases/waiting")
        .then()
        .statusCode(200)
        .body("items.find { it.label == '待签收' }.count", greaterThan(0));
    handlerOf("没有办件的局").get("/api/cases/waiting").then().body("items.count.sum()", equalTo(0));
  }

  @Test
  void changes_since_giveStateAnswerAndRatingByExternalNumber() {
    String number = "RX" + System.nanoTime();
    Cases filed =
        Cases.filed(Map.of("text", "门口积水", "externalNumber", number, "channel", "hotline"));
    String since = OffsetDateTime.now().minusMinutes(1).truncatedTo(ChronoUnit.SECONDS).toString();
    filed
        .does("change", "category", "consultation", "department", OFFICE, "reason", "属其职责")
        .does("dispatch")
        .does("reply", "text", "已安排疏通。");
    visitor()
        .body(Map.of("type", "rate", "score", 5, "trackingCode", filed.trackingCode()))
        .post("/api/cases/" + filed.id() + "/events")
        .then()
        .statusCode(200);
    token()
        .queryParam("since", since)
        .queryParam("channel", "hotline")
        .get("/api/cases/changes")
        .then()
        .statusCode(200)
        .body("items.find { it.externalNumber == '" + number + "' }.answer", equalTo("已安排疏通。"))
        .body("items.find { it.externalNumber == '" + number + "' }.score", equalTo(5))
        .body("items.find { it.externalNumber == '" + number + "' }.state", equalTo("closed"))
        .body("until", notNullValue());
    token()
        .queryParam("since", since)
        .queryParam("channel", "elsewhere")
        .get("/api/cases/changes")
        .then()
        .body("items.externalNumber", not(hasItem(number)));
  }

  @Test
  void appeal_withANumberThatCannotBeCalled_isRefused() {
    refused(Map.of("text", "咨询用地手续", "contactPhone", "abc"));
    refused(Map.of("text", "咨询用地手续", "creditCode", "91350100M000100Y40"));
    refused(Map.of("title", "a"));
    visitor()
        .body(Map.of("text", "咨询用地手续 " + System.nanoTime(), "contactPhone", "０５９１－８７６５４３２１"))
        .post("/api/cases")
        .then()
        .statusCode(201);
  }

  private static void refused(Map<String, Object> appeal) {
    visitor().body(appeal).post("/api/cases").then().statusCode(400);
  }

  private static int total(String query) {
    return token()
        .get("/api/cases?pageSize=1&" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("total");
  }
}
