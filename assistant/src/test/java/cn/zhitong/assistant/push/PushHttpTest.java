package cn.zhitong.assistant.push;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.LinkTokens;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of an item, by whose decision, how often, and what comes back. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class PushHttpTest {
  private static final String START = "91350100MA2";
  private static final String A = TestItems.code(START, 1);
  private static final String B = TestItems.code(START, 2);
  private static final String C = TestItems.code(START, 3);
  private static final String UNDECIDED = TestItems.code(START, 4);
  private static final String TOO_LARGE = TestItems.code(START, 5);

  @Inject Jdbc jdbc;
  @Inject LinkTokens links;

  @BeforeEach
  void fiveEnterprises() {
    PushTables.empty(jdbc);
    jdbc.update("delete from assistant.enterprise");
    TestItems.enterprise(A, "甲机械有限公司", 50, "region", "350102", "industry", "C34");
    TestItems.enterprise(B, "乙软件有限公司", 60, "region", "350200", "industry", "I65");
    TestItems.enterprise(C, "丙商贸有限公司", 70, "region", "350102", "industry", "F51");
    TestItems.enterprise(UNDECIDED, "丁科技有限公司", null);
    TestItems.enterprise(TOO_LARGE, "戊集团有限公司", 5000);
  }

  private static String item() {
    return TestItems.published("用工补贴", 100, Map.of());
  }

  private static ValidatableResponse push(String item, Map<String, Object> filter, boolean dry) {
    return as(Role.PUBLISHER)
        .body(Map.of("itemId", item, "filter", filter, "dryRun", dry))
        .post("/api/pushes")
        .then()
        .statusCode(200);
  }

  private int messages() {
    return jdbc.first("select count(*) from assistant.push_message", row -> row.getInt(1))
        .orElseThrow();
  }

  @Test
  void dryRun_tellsWhoAndWhat_andSendsNothing() {
    push(item(), Map.of(), true)
        .body("recipients", equalTo(3))
        .body("state", equalTo("preview"))
        .body("skipped.reason", contains("unknown"))
        .body("skipped.count", contains(1))
        .body("examples.name", hasItem("甲机械有限公司"))
        .body("examples.creditCode", everyItem(containsString("***")))
        .body("texts.mailSubject", containsString("用工补贴"))
        .body("texts.sms", containsString("用工补贴"));
    assertThat(messages()).isZero();
    assertThat(jdbc.query("select 1 from assistant.push_recipient", row -> row.getInt(1)))
        .isEmpty();
  }

  @Test
  void examples_forWhoSeesCountsAlone_areMasked() {
    String id = push(item(), Map.of(), true).extract().path("pushId");
    as(Role.SUPERVISOR)
        .get("/api/pushes/" + id)
        .then()
        .statusCode(200)
        .body("examples.name", hasItem("甲机***有限公司"))
        .body("examples.name", not(hasItem("甲机械有限公司")));
  }

  @Test
  void filter_byRegionAndIndustry_narrows() {
    push(item(), Map.of("region", "350100"), true)
        .body("recipients", equalTo(2))
        .body("skipped.reason", contains("filter"));
    push(item(), Map.of("region", "350100", "industry", "C"), true).body("recipients", equalTo(1));
  }

  @Test
  void undecided_oneFactAway_isToldWhichFact_whereTheOfficeWantsIt() {
    push(item(), Map.of("oneFactAway", true), true).body("recipients", equalTo(4));
    TestItems.enterprise(A, "甲机械有限公司", 500);
    TestItems.enterprise(B, "乙软件有限公司", 500);
    push(item(), Map.of("oneFactAway", true), false).body("recipients", equalTo(2));
    enterprise(UNDECIDED)
        .get("/api/pushes/inbox")
        .then()
        .statusCode(200)
        .body("unread", equalTo(1))
        .body("items[0].met", equalTo(false))
        .body("items[0].missing", equalTo("从业人数"));
  }

  @Test
  void push_belowTheNumber_isQueued_andNeverTwiceForOneVersion() {
    String item = item();
    push(item, Map.of("industry", "C"), false)
        .body("state", equalTo("queued"))
        .body("recipients", equalTo(1));
    push(item, Map.of("industry", "C"), false)
        .body("recipients", equalTo(0))
        .body("skipped.reason", hasItem("already_sent"));
    assertThat(messages()).isEqualTo(1);
  }

  @Test
  void push_aboveTheNumber_waitsForASecondPerson() {
    String id =
        push(item(), Map.of(), false)
            .body("state", equalTo("awaiting_approval"))
            .body("approvable", equalTo(false))
            .extract()
            .path("pushId");
    assertThat(messages()).isZero();
    String approval = "/api/pushes/" + id + "/approval";
    as(Role.PUBLISHER).body("{}").post(approval).then().statusCode(403);
    as(Role.SUPERVISOR)
        .body("{}")
        .post(approval)
        .then()
        .statusCode(200)
        .body("state", equalTo("queued"))
        .body("progress.queued", equalTo(3));
    assertThat(messages()).isEqualTo(3);
    as(Role.SUPERVISOR).body("{}").post(approval).then().statusCode(409);
  }

  @Test
  void approval_ofAnOlderVersion_isRefused() {
    String item = item();
    String id = push(item, Map.of(), false).extract().path("pushId");
    Map<String, Object> content = token().get("/api/items/" + item).jsonPath().getMap("item");
    content.put("amount", "最高20万元");
    as(Role.PUBLISHER).body(content).put("/api/items/" + item).then().statusCode(200);
    TestItems.publish(item, 100);
    as(Role.SUPERVISOR)
        .body("{}")
        .post("/api/pushes/" + id + "/approval")
        .then()
        .statusCode(409)
        .body("detail", containsString("新版本"));
  }

  @Test
  void rejection_needsAReason_andSendsNothing() {
    String path =
        "/api/pushes/" + push(item(), Map.of(), false).extract().path("pushId") + "/approval";
    as(Role.SUPERVISOR).body("{\"decision\":\"reject\"}").post(path).then().statusCode(400);
    as(Role.SUPERVISOR)
        .body(Map.of("decision", "reject", "reason", "面太宽"))
        .post(path)
        .then()
        .statusCode(200)
        .body("state", equalTo("rejected"))
        .body("reason", equalTo("面太宽"));
    assertThat(messages()).isZero();
  }

  @Test
  void budget_ofAWeek_holds() {
    for (int i = 0; i < 2; i++) {
      push(TestItems.published("补贴" + i, 100, Map.of()), Map.of("industry", "C"), false)
          .body("recipients", equalTo(1));
    }
    push(item(), Map.of("industry", "C"), false)
        .body("recipients", equalTo(0))
        .body("skipped.reason", hasItem("budget"));
  }

  @Test
  void item_outsideItsWindow_isNotPushed() {
    String item =
        TestItems.published(
            "过期补贴", 100, Map.of("window", Map.of("from", "2020-01-01", "to", "2020-02-01")));
    as(Role.PUBLISHER)
        .body(Map.of("itemId", item, "dryRun", true))
        .post("/api/pushes")
        .then()
        .statusCode(409);
  }

  @Test
  void feedback_irrelevant_countsAgainstThePrecision() {
    String item = item();
    push(item, Map.of("region", "350100"), false).body("recipients", equalTo(2));
    String a = enterprise(A).get("/api/pushes/inbox").path("items[0].messageId");
    String c = enterprise(C).get("/api/pushes/inbox").path("items[0].messageId");
    enterprise(A).post("/api/pushes/inbox/" + a + "/opening").then().statusCode(204);
    String feedback = "/api/pushes/inbox/" + c + "/feedback";
    enterprise(C).body(Map.of("relevant", false)).post(feedback).then().statusCode(400);
    enterprise(A)
        .body(Map.of("relevant", false, "reason", "other"))
        .post(feedback)
        .then()
        .statusCode(404);
    enterprise(C)
        .body(Map.of("relevant", false, "reason", "other_business"))
        .post(feedback)
        .then()
        .statusCode(200)
        .body("items[0].relevant", equalTo(false))
        .body("unread", equalTo(0));
    as(Role.SUPERVISOR)
        .get("/api/pushes/accuracy")
        .then()
        .statusCode(200)
        .body("precision.hits", equalTo(1))
        .body("precision.of", equalTo(2))
        .body("precision.low", equalTo(0.0945f))
        .body("byItem.itemId", hasItem(item))
        .body("byDepartment.name", contains("市经信局"))
        .body("reasons.reason", contains("other_business"));
  }

  @Test
  void dryRuns_ofPushes_areListedOnRequestAlone() {
    String item = item();
    for (int i = 0; i < 3; i++) {
      push(item, Map.of("industry", "C"), true);
    }
    push(item, Map.of("industry", "C"), false);
    as(Role.PUBLISHER)
        .get("/api/pushes?itemId=" + item)
        .then()
        .statusCode(200)
        .body("items.state", contains("queued"));
    as(Role.PUBLISHER)
        .get("/api/pushes?state=preview&itemId=" + item)
        .then()
        .body("items.state", contains("preview", "preview", "preview"));
  }

  @Test
  void linksOfTwoKinds_pressedAtOnce_endBoth() throws Exception {
    List<String> tokens = new ArrayList<>();
    for (String kind : List.of("奖补", "减免")) {
      String item = TestItems.published("补贴" + kind, 100, Map.of("kind", kind));
      push(item, Map.of("industry", "C"), false);
      String message =
          enterprise(A)
              .get("/api/pushes/inbox")
              .path("items.find { it.itemId == '" + item + "' }.messageId");
      tokens.add(links.token(PushTexts.LINK, UUID.fromString(message)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> presses = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String path = "/api/push-links/" + tokens.get(i % 2) + "/unsubscription";
        presses.add(() -> visitor().post(path).statusCode());
      }
      for (Future<Integer> one : threads.invokeAll(presses)) {
        assertThat(one.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(
            jdbc.first(
                "select muted_kinds from assistant.push_choice where credit_code = ?",
                row -> Jdbc.texts(row, "muted_kinds"),
                A))
        .get()
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrder("奖补", "减免");
  }

  @Test
  void link_inAMessage_opensIt_andEndsItsKindByOnePress() {
    push(item(), Map.of("industry", "C"), false).body("recipients", equalTo(1));
    String message = enterprise(A).get("/api/pushes/inbox").path("items[0].messageId");
    String token = links.token(PushTexts.LINK, UUID.fromString(message));
    visitor().post("/api/push-links/" + token + "/opening").then().statusCode(204);
    enterprise(A).get("/api/pushes/inbox").then().body("unread", equalTo(0));
    String path = "/api/push-links/" + token + "/unsubscription";
    visitor().get(path).then().statusCode(200).body("unsubscribed", equalTo(false));
    visitor()
        .contentType("application/x-www-form-urlencoded")
        .formParam("List-Unsubscribe", "One-Click")
        .post(path)
        .then()
        .statusCode(200)
        .body("kind", equalTo("奖补"));
    visitor().get("/api/push-links/AAAA/unsubscription").then().statusCode(404);
    push(TestItems.published("另一补贴", 100, Map.of()), Map.of("industry", "C"), true)
        .body("recipients", equalTo(0))
        .body("skipped.reason", hasItem("unsubscribed"));
  }

  @Test
  void choice_ofWays_isKept() {
    enterprise(A)
        .body(
            Map.of(
                "mutedKinds", List.of("权益"), "mutedChannels", List.of("sms"), "digest", "weekly"))
        .put("/api/pushes/inbox/choice")
        .then()
        .statusCode(200)
        .body("choice.digest", equalTo("weekly"));
    enterprise(A)
        .body(Map.of("mutedChannels", List.of("fax"), "digest", "each"))
        .put("/api/pushes/inbox/choice")
        .then()
        .statusCode(400);
    enterprise(A).get("/api/pushes/inbox").then().body("items", hasSize(0));
  }

  @Test
  void enterprise_erased_leavesNoMessage() {
    push(item(), Map.of("industry", "C"), false).body("recipients", equalTo(1));
    token().delete("/api/enterprises/" + A).then().statusCode(204);
    assertThat(messages()).isZero();
  }
}
