package cn.zhitong.assistant.application;

import static cn.zhitong.assistant.application.TestApplications.OFFICE;
import static cn.zhitong.assistant.application.TestApplications.act;
import static cn.zhitong.assistant.application.TestApplications.does;
import static cn.zhitong.assistant.application.TestApplications.enterpriseMeeting;
import static cn.zhitong.assistant.application.TestApplications.filed;
import static cn.zhitong.assistant.application.TestApplications.item;
import static cn.zhitong.assistant.application.TestApplications.office;
import static cn.zhitong.assistant.application.TestApplications.request;
import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts that happened before they were recorded, and rules that changed after a submission. */
@QuarkusTest
@TestProfile(ApplicationProfile.class)
@WithTestResource(TestDatabase.class)
class ApplicationTimesTest {
  @Inject ApplicationVerification verification;

  @BeforeEach
  void anAutumn() {
    MovableClock.to("2025-12-01");
  }

  @Test
  void occurredAt_ofAnotherSystem_movesTheClocksToThatDay() {
    String code = enterpriseMeeting();
    Map<String, Object> body = request(item(Map.of()), code);
    body.put("occurredAt", "2025-09-01T10:00:00+08:00");
    String id =
        token()
            .body(body)
            .post("/api/applications")
            .then()
            .statusCode(201)
            // Five working days from the first of September.
            .body("due", equalTo("2025-09-08"))
            .body("number", containsString("SB20250901-"))
            .extract()
            .path("applicationId");
    past(id, "2025-09-02", "accept").then().statusCode(200);
    past(id, "2025-09-03", "review", "verdict", "agree").then().statusCode(200);
    past(id, "2025-09-04", "publicise")
        .then()
        .statusCode(200)
        .body("clock.publicityUntil", equalTo("2025-09-11"));
    past(id, "2025-09-11", "approve", "amount", 100).then().statusCode(409);
    past(id, "2025-09-12", "approve", "amount", 100)
        .then()
        .statusCode(200)
        // Forty working days and five of publicity after the second, with the October holidays.
        .body("clock.paymentDue", equalTo("2025-11-10"))
        .body("events[-1].at", containsString("2025-09-12"))
        .body("events[-1].recordedAt", notNullValue());
    assertThat(verification.check(UUID.fromString(id)).broken()).isNull();
  }

  @Test
  void occurredAt_fromPeople_orOutOfOrder_isRefused() {
    String code = enterpriseMeeting();
    String id = filed(item(Map.of()), code);
    act(office(), id, "accept", "occurredAt", "2025-12-01T09:00:00+08:00").then().statusCode(403);
    Map<String, Object> body = request(item(Map.of()), code);
    body.put("occurredAt", "2025-09-01T10:00:00+08:00");
    enterprise(code).body(body).post("/api/applications").then().statusCode(403);
    past(id, "2025-11-30", "accept").then().statusCode(400).body("detail", containsString("早于"));
    past(id, "2026-01-01", "accept").then().statusCode(400).body("detail", containsString("晚于"));
  }

  @Test
  void plan_ofASubmission_isNotChangedByALaterRuleOrVersion() {
    String code = enterpriseMeeting();
    String item = item(Map.of());
    rule(item, List.of(OFFICE), 20, 7, 80_000);
    String before = filed(item, code);
    does(before, "accept").body("clock.workingDays", equalTo(20));
    rule(item, List.of(OFFICE, "市财政局"), 5, 0, 10_000);
    Map<String, Object> changed = as(Role.PUBLISHER).get("/api/items/" + item).path("item");
    changed = new HashMap<>(changed);
    changed.put("mode", "易申快享");
    changed.put("amount", "最高1万元");
    as(Role.PUBLISHER).body(changed).put("/api/items/" + item).then().statusCode(200);
    TestItems.publish(item, 100);
    office()
        .get("/api/applications/" + before)
        .then()
        .body("clock.workingDays", equalTo(20))
        .body("money.capYuan", equalTo(80000))
        .body("item.version", equalTo(1))
        .body("steps", hasSize(1));
    does(before, "review", "verdict", "agree");
    act(office(), before, "publicise", "days", 5).then().statusCode(400);
    does(before, "publicise");
    String other = enterpriseMeeting();
    String after = filed(item, other);
    does(after, "accept")
        .body("clock.workingDays", equalTo(5))
        .body("money.capYuan", equalTo(10000))
        .body("steps", hasSize(2));
  }

  @Test
  void objection_asksForAContact_andShowsItMaskedToTheOfficeAlone() {
    String code = enterpriseMeeting();
    String id = filed(item(Map.of()), code);
    does(id, "accept");
    does(id, "review", "verdict", "agree");
    does(id, "publicise");
    visitor()
        .body(Map.of("type", "object", "text", "材料不实"))
        .post("/api/applications/" + id + "/events")
        .then()
        .statusCode(400)
        .body("detail", containsString("contact"));
    visitor()
        .body(Map.of("type", "object", "text", "材料不实", "contact", "王某某 13800138000"))
        .post("/api/applications/" + id + "/events")
        .then()
        .statusCode(200);
    String shown = office().get("/api/applications/" + id).asString();
    assertThat(shown).contains("材料不实").doesNotContain("13800138000");
    assertThat(enterprise(code).get("/api/applications/" + id).asString())
        .doesNotContain("材料不实")
        .doesNotContain("1380");
  }

  private static Response past(String id, String day, String type, Object... fields) {
    Object[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "occurredAt";
    all[fields.length + 1] = day + "T10:00:00+08:00";
    return act(token(), id, type, all);
  }

  private static void rule(String item, List<String> steps, int days, int publicity, int cap) {
    as(Role.PUBLISHER)
        .body(
            Map.of("steps", steps, "workingDays", days, "publicityDays", publicity, "capYuan", cap))
        .put("/api/applications/rules/" + item)
        .then()
        .statusCode(200);
  }
}
