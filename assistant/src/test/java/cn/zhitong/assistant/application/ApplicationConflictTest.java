package cn.zhitong.assistant.application;

import static cn.zhitong.assistant.application.TestApplications.act;
import static cn.zhitong.assistant.application.TestApplications.does;
import static cn.zhitong.assistant.application.TestApplications.enterpriseMeeting;
import static cn.zhitong.assistant.application.TestApplications.filed;
import static cn.zhitong.assistant.application.TestApplications.item;
import static cn.zhitong.assistant.application.TestApplications.office;
import static cn.zhitong.assistant.application.TestApplications.request;
import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 互斥, 就高 and 同一项目不重复 over HTTP: whichever item says so, with its clause word for word. */
@QuarkusTest
@TestProfile(ApplicationProfile.class)
@WithTestResource(TestDatabase.class)
class ApplicationConflictTest {
  private static final String HIGHER = "同时符合的，按照就高原则享受";
  private static final String SAME_PROJECT = "同一项目不得重复享受财政资金";
  private static final String NOT_BOTH = "不得与其他补贴同时享受";

  @BeforeEach
  void aFriday() {
    MovableClock.to("2025-09-26");
  }

  @Test
  void exclusive_ofTheOtherItem_isRefusedWithItsClause() {
    String code = enterpriseMeeting();
    String plain = item(Map.of());
    String strict = item(excluding(plain, "互斥", NOT_BOTH));
    filed(strict, code);
    // It is the other one that says so.
    file(plain, code)
        .statusCode(409)
        .body("rule", equalTo("互斥"))
        .body("quote", equalTo(NOT_BOTH))
        .body("detail", containsString(NOT_BOTH));
  }

  @Test
  void exclusive_afterWithdrawal_isTaken() {
    String code = enterpriseMeeting();
    String plain = item(Map.of());
    String strict = item(excluding(plain, "互斥", NOT_BOTH));
    String first = filed(plain, code);
    file(strict, code).statusCode(409);
    act(enterprise(code), first, "withdraw", "reason", "改报另一项").then().statusCode(200);
    file(strict, code).statusCode(201);
  }

  @Test
  void higher_bothUnderWay_areTaken() {
    String code = enterpriseMeeting();
    String low = item(Map.of("amount", "最高5万元"));
    filed(low, code);
    file(item(excluding(low, "就高", HIGHER)), code).statusCode(201);
  }

  @Test
  void higher_besideAnApprovedHigherOne_isRefusedWithTheClause() {
    String code = enterpriseMeeting();
    String high = item(Map.of("kind", "资质", "amount", "最高10万元"));
    approved(filed(high, code), 100_000);
    String low = item(more(excluding(high, "就高", HIGHER), "最高5万元"));
    file(low, code)
        .statusCode(409)
        .body("rule", equalTo("就高"))
        .body("quote", equalTo(HIGHER))
        .body("detail", containsString(HIGHER));
  }

  @Test
  void higher_besideAnApprovedLowerOne_isApprovedUpToTheDifference() {
    String code = enterpriseMeeting();
    String low = item(Map.of("kind", "资质", "amount", "最高5万元"));
    approved(filed(low, code), 50_000);
    Map<String, Object> higher = more(excluding(low, "就高", HIGHER), "最高10万元");
    higher.put("kind", "资质");
    String id = file(item(higher), code).statusCode(201).extract().path("applicationId");
    does(id, "accept");
    does(id, "review", "verdict", "agree");
    act(office(), id, "approve", "amount", 50_000.01)
        .then()
        .statusCode(409)
        .body("quote", equalTo(HIGHER))
        .body("detail", containsString("50000"));
    does(id, "approve", "amount", 50_000).body("state", equalTo("approved"));
  }

  @Test
  void sameProject_isRefusedWithTheClause_anotherProjectIsTaken() {
    String code = enterpriseMeeting();
    String first = item(Map.of());
    file(first, code, "一号生产线").statusCode(201);
    String second = item(excluding(first, "同一项目不重复", SAME_PROJECT));
    file(second, code, "一号生产线")
        .statusCode(409)
        .body("rule", equalTo("同一项目不重复"))
        .body("quote", equalTo(SAME_PROJECT))
        .body("detail", containsString(SAME_PROJECT));
    // Which project it is for is not said.
    file(second, code).statusCode(409).body("quote", equalTo(SAME_PROJECT));
    file(second, code, "二号生产线").statusCode(201);
  }

  private static Map<String, Object> excluding(String item, String kind, String quote) {
    return Map.of("exclusions", List.of(Map.of("itemId", item, "kind", kind, "quote", quote)));
  }

  private static Map<String, Object> more(Map<String, Object> item, String amount) {
    Map<String, Object> all = new java.util.HashMap<>(item);
    all.put("amount", amount);
    return all;
  }

  private static ValidatableResponse file(String item, String code) {
    return enterprise(code).body(request(item, code)).post("/api/applications").then();
  }

  private static ValidatableResponse file(String item, String code, String project) {
    Map<String, Object> body = request(item, code);
    body.put("answers", List.of(Map.of("field", "custom:项目名称", "value", project)));
    return enterprise(code).body(body).post("/api/applications").then();
  }

  /** Of an item that is no money by its kind, so that there is no publicity to wait for. */
  private static void approved(String id, int yuan) {
    does(id, "accept");
    does(id, "review", "verdict", "agree");
    does(id, "approve", "amount", yuan).body("state", equalTo("approved"));
  }
}
