package cn.zhitong.assistant.application;

import static cn.zhitong.assistant.application.TestApplications.OFFICE;
import static cn.zhitong.assistant.application.TestApplications.act;
import static cn.zhitong.assistant.application.TestApplications.does;
import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.clock.EscalationConfig;
import cn.zhitong.assistant.casework.clock.SlaWarnings;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is paid without a request, what is watched, and what goes with an enterprise's file. */
@QuarkusTest
@TestProfile(ApplicationProfile.class)
@WithTestResource(TestDatabase.class)
class DirectListTest {
  private static final String PATH = "/api/applications/direct-lists";

  @Inject Jdbc jdbc;
  @Inject ApplicationWatch watch;
  @Inject ApplicationVerification verification;
  @Inject ApplicationStore store;
  @Inject ApplicationDeadlines deadlines;
  @Inject EscalationConfig config;
  @Inject DirectListFiling filing;

  @BeforeEach
  void twoEnterprises() {
    MovableClock.to("2025-09-26");
    jdbc.update("delete from assistant.enterprise");
    jdbc.update("update assistant.application set watch_on = null");
  }

  private static String direct() {
    return TestApplications.item(Map.of("mode", "免申即享"));
  }

  private static String proposed(RequestSpecification by, String item, int expected) {
    return by.body(Map.of("itemId", item))
        .post(PATH)
        .then()
        .statusCode(200)
        .body("total", equalTo(expected))
        .body("state", equalTo("proposed"))
        .extract()
        .path("listId");
  }

  @Test
  void list_confirmedByASecondPerson_becomesApplicationsInPublicity_onceOnly() {
    String a = TestApplications.enterpriseMeeting();
    String b = TestApplications.enterpriseMeeting();
    TestItems.enterprise(TestItems.code("91350100MAD", 1), "不符合公司", 5000);
    TestItems.enterprise(TestItems.code("91350100MAD", 2), "待核实公司", null);
    String item = direct();
    RequestSpecification maker = handlerOf(OFFICE);
    maker
        .body(Map.of("itemId", item, "dryRun", true))
        .post(PATH)
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("entries.creditCode", equalTo(List.of(a, b)));
    String list = proposed(maker, item, 2);
    String confirmation = PATH + "/" + list + "/confirmation";
    maker.body("{}").post(confirmation).then().statusCode(403);
    handlerOf(OFFICE)
        .body("{}")
        .post(confirmation)
        .then()
        .statusCode(200)
        .body("state", equalTo("confirmed"))
        .body("entries.applicationId", hasSize(2))
        .body("entries[0].applicationId", notNullValue());
    handlerOf(OFFICE).body("{}").post(confirmation).then().statusCode(409);
    handlerOf(OFFICE).body(Map.of("itemId", item)).post(PATH).then().statusCode(409);
    String id = enterprise(a).get("/api/applications").path("items[0].applicationId");
    visitor()
        .get("/api/applications/publicity?item=" + item)
        .then()
        .statusCode(200)
        .body("total", equalTo(2));
    MovableClock.to("2025-10-20");
    does(id, "approve", "amount", 5000).body("state", equalTo("approved"));
    does(id, "pay", "amount", 5000, "paidOn", "2025-10-20").body("state", equalTo("paid"));
    String other = enterprise(b).get("/api/applications").path("items[0].applicationId");
    act(enterprise(b), other, "withdraw", "reason", "不需要")
        .then()
        .statusCode(200)
        .body("state", equalTo("withdrawn"));
    handlerOf(OFFICE).body(Map.of("itemId", item)).post(PATH).then().statusCode(409);
    assertThat(verification.check(UUID.fromString(id)).broken()).isNull();
  }

  @Test
  void list_leftHalfDone_isGoneOnWith() {
    TestApplications.enterpriseMeeting();
    String list = proposed(handlerOf(OFFICE), direct(), 1);
    // A node that died after the confirmation had filed nothing.
    confirmed(list);
    filing.goOn();
    filing.goOn();
    handlerOf(OFFICE).get(PATH + "/" + list).then().body("entries.applicationId", hasSize(1));
    assertThat(
            jdbc.query(
                "select 1 from assistant.application where direct_list = ?::uuid", r -> 1, list))
        .hasSize(1);
  }

  @Test
  void list_thatFails_keepsNoOtherBack() {
    TestApplications.enterpriseMeeting();
    String broken = proposed(handlerOf(OFFICE), direct(), 1);
    String sound = proposed(handlerOf(OFFICE), direct(), 1);
    confirmed(broken);
    confirmed(sound);
    jdbc.update("update assistant.direct_list set item_version = 99 where id = ?::uuid", broken);
    try {
      filing.goOn();
      assertThat(filed(sound)).isEqualTo(1);
      assertThat(filed(broken)).isZero();
    } finally {
      jdbc.update("delete from assistant.direct_list_entry where list_id = ?::uuid", broken);
      jdbc.update("delete from assistant.direct_list where id = ?::uuid", broken);
    }
  }

  @Test
  void entry_thatFails_keepsNoOtherBack() {
    TestApplications.enterpriseMeeting();
    String list = proposed(handlerOf(OFFICE), direct(), 1);
    // No code at all, and before all others.
    jdbc.update(
        "insert into assistant.direct_list_entry (list_id, credit_code, name)"
            + " values (?::uuid, '0', '错')",
        list);
    confirmed(list);
    filing.goOn();
    assertThat(filed(list)).isEqualTo(1);
  }

  @Test
  void longList_isConfirmedAtOnce_andFiledInTheBackground() {
    TestApplications.enterpriseMeeting();
    String list = proposed(handlerOf(OFFICE), direct(), 1);
    for (int i = 0; i < 250; i++) {
      // They come first, and have no file any more.
      jdbc.update(
          "insert into assistant.direct_list_entry (list_id, credit_code, name)"
              + " values (?::uuid, ?, '某公司')",
          list,
          TestItems.code("1111", i));
    }
    handlerOf(OFFICE).body("{}").post(PATH + "/" + list + "/confirmation").then().statusCode(200);
    assertThat(filed(list)).isZero();
    filing.goOn();
    assertThat(filed(list)).isEqualTo(1);
  }

  private void confirmed(String list) {
    jdbc.update(
        "update assistant.direct_list set state = 'confirmed', decider_name = '乙',"
            + " decided_by = 'b', decided_at = now() where id = ?::uuid",
        list);
  }

  private int filed(String list) {
    return jdbc.query(
            "select 1 from assistant.direct_list_entry"
                + " where list_id = ?::uuid and application_id is not null",
            row -> 1,
            list)
        .size();
  }

  @Test
  void list_ofAStoppedItem_isStillItsOffices_andNoOthers() {
    TestApplications.enterpriseMeeting();
    String item = direct();
    String list = proposed(handlerOf(OFFICE), item, 1);
    as(Role.PUBLISHER).post("/api/items/" + item + "/withdrawal").then().statusCode(200);
    RequestSpecification office = handlerOf(OFFICE);
    RequestSpecification other = handlerOf("市商务局");
    office.get(PATH).then().body("items.listId", hasItem(list));
    other.get(PATH).then().body("items.listId", not(hasItem(list)));
    other.get(PATH + "/" + list).then().statusCode(403);
    office.get(PATH + "/" + list).then().statusCode(200);
    office
        .body(Map.of("decision", "dismiss", "reason", "事项已停止"))
        .post(PATH + "/" + list + "/confirmation")
        .then()
        .statusCode(200)
        .body("state", equalTo("dismissed"));
  }

  @Test
  void overdue_isUrgedThenSupervised_andPublicityEndsByItself() {
    String code = TestApplications.enterpriseMeeting();
    String id = TestApplications.filed(TestApplications.item(Map.of()), code);
    MovableClock.to("2025-10-20");
    RequestSpecification handler = handlerOf(OFFICE);
    watch.lookAtDue();
    handler.get("/api/inbox").then().body("items.kind", hasItem("application.escalation.remind"));
    handler
        .get("/api/applications/" + id)
        .then()
        .body("urges", equalTo(1))
        .body("events.reason", hasItem("超期满 1 个工作日仍未办理"))
        .body("supervised", equalTo(true))
        .body("clock.light", equalTo("overdue"));
    watch.lookAtDue();
    does(id, "accept");
    does(id, "review", "verdict", "agree");
    does(id, "publicise").body("clock.paused", equalTo(true));
    MovableClock.to("2025-11-03");
    watch.lookAtDue();
    handlerOf(OFFICE)
        .get("/api/applications/" + id)
        .then()
        .body("urges", equalTo(1))
        .body("clock.paused", equalTo(false))
        .body("clock.due", notNullValue())
        .body("events.type", hasItem("publicity_over"));
    assertThat(verification.check(UUID.fromString(id)).broken()).isNull();
    token()
        .get("/api/applications/waiting")
        .then()
        .statusCode(200)
        .body("count", greaterThan(0))
        .body("groups.department", hasItem(OFFICE));
  }

  @Test
  void calendarCorrected_afterTheSteps_repeatsNone() {
    String code = TestApplications.enterpriseMeeting();
    String id = TestApplications.filed(TestApplications.item(Map.of()), code);
    MovableClock.to("2025-10-20");
    watch.lookAtDue();
    ApplicationFile file = store.load(UUID.fromString(id)).orElseThrow();
    ApplicationDeadlines.Deadline now = deadlines.of(file.standing()).orElseThrow();
    assertThat(steps(file, now.workingDays(), now, now.key())).containsExactly("remind");
    assertThat(steps(file, now.workingDays() + 1, now, now.key()))
        .as("a day within a past pause is a working day now")
        .containsExactly("remind");
    assertThat(steps(file, now.workingDays(), now, now.key() + "1"))
        .as("another deadline")
        .containsExactly("urge", "supervise", "remind");
  }

  private List<String> steps(
      ApplicationFile file, int days, ApplicationDeadlines.Deadline was, String key) {
    ApplicationDeadlines.Deadline moved =
        new ApplicationDeadlines.Deadline(was.from(), days, was.due().plusDays(2), false, key);
    return ApplicationWatch.due(config.escalation(), file, moved, 5).stream()
        .map(SlaWarnings.Escalation::name)
        .toList();
  }

  @Test
  void erasedEnterprise_leavesNoText_andTheChainHolds() {
    String code = TestApplications.enterpriseMeeting();
    String item = TestApplications.item(Map.of());
    Map<String, Object> request = TestApplications.request(item, code);
    request.put("answers", List.of(Map.of("field", "custom:联系人", "value", "王小明")));
    String id =
        enterprise(code)
            .body(request)
            .post("/api/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("applicationId");
    does(id, "request_correction", "reason", "请补充王小明的身份证明");
    token().delete("/api/enterprises/" + code).then().statusCode(204);
    handlerOf(OFFICE)
        .get("/api/applications/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("withdrawn"))
        .body("answers", hasSize(0));
    assertThat(
            jdbc.first(
                "select string_agg(coalesce(sealed::text, '') || body::text, '')"
                    + " from assistant.application_event where application_id = ?::uuid",
                row -> row.getString(1),
                id))
        .get()
        .asString()
        .doesNotContain("王小明");
    assertThat(verification.check(UUID.fromString(id)).broken()).isNull();
  }

  @Test
  void steps_ofSeveralDepartments_areDoneOneAfterAnother() {
    String code = TestApplications.enterpriseMeeting();
    String item = TestApplications.item(Map.of());
    token()
        .body(Map.of("steps", List.of("区经信局", OFFICE), "workingDays", 20, "publicityDays", 0))
        .put("/api/applications/rules/" + item)
        .then()
        .statusCode(200)
        .body("workingDays", equalTo(20));
    String id = TestApplications.filed(item, code);
    does(id, "accept").body("turn", equalTo("区经信局"));
    act(handlerOf(OFFICE), id, "review", "verdict", "agree").then().statusCode(403);
    act(handlerOf("区经信局"), id, "review", "verdict", "agree")
        .then()
        .statusCode(200)
        .body("turn", equalTo(OFFICE));
    does(id, "review", "verdict", "send_back", "text", "请再核对用工数").body("turn", equalTo("区经信局"));
    act(handlerOf("区经信局"), id, "review", "verdict", "agree").then().statusCode(200);
    does(id, "review", "verdict", "agree");
    does(id, "approve", "amount", 100000).body("state", equalTo("approved"));
  }
}
