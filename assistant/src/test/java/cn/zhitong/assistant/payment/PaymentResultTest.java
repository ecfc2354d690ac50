package cn.zhitong.assistant.payment;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.push.PushProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the public reads of results, and what an enterprise does whose money has not come. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class PaymentResultTest {
  private static final UUID ITEM = UUID.fromString("01900000-0000-7000-8000-000000000736");
  private static final String CODE = TestItems.code("91350100MA7", 11);
  private static final String SOLE = TestItems.code("92350100MA7", 12);

  @Inject Jdbc jdbc;

  private UUID company;
  private UUID sole;

  @BeforeEach
  void applications() {
    PaymentTables.empty(jdbc);
    company = application("SB011", CODE, "福建公开有限公司", "approved");
    sole = application("SB012", SOLE, "张三小吃店", "paid");
    application("SB013", TestItems.code("91350100MA7", 13), "福建驳回有限公司", "rejected");
    application("SB014", TestItems.code("91350100MA7", 14), "福建公示有限公司", "publicity");
  }

  private UUID application(String number, String code, String name, String state) {
    return PaymentTables.application(jdbc, number, code, name, ITEM, "技改补助", state, 50_000);
  }

  @Test
  void results_showTheApprovedAlone_andMaskPersons() {
    String body =
        visitor()
            .get("/api/results")
            .then()
            .statusCode(200)
            .body("total", equalTo(2))
            .body("items.name", hasItem("福建公开有限公司"))
            .body("items.amount", hasItem(50000.0f))
            .extract()
            .asString();
    assertThat(body)
        .contains("张****")
        .doesNotContain("张三")
        .doesNotContain(SOLE)
        .doesNotContain(CODE)
        .doesNotContain("驳回")
        .doesNotContain("公示有限公司");
    visitor().get("/api/results?year=2025").then().statusCode(200).body("total", equalTo(0));
    visitor().get("/api/results?region=350100").then().statusCode(200).body("total", equalTo(2));
    visitor().get("/api/results?region=440000").then().statusCode(200).body("total", equalTo(0));
    visitor().get("/api/results?region=福州").then().statusCode(400);
    String csv = visitor().get("/api/results.csv").then().statusCode(200).extract().asString();
    assertThat(csv).contains("福建公开有限公司").contains("50000.00").doesNotContain("张三");
    visitor().get("/api/results.xlsx").then().statusCode(200);
  }

  @Test
  void embargo_keepsResultsBack_untilItsDay() {
    as(Role.SUPERVISOR)
        .body(Map.of("until", "2099-01-01"))
        .put("/api/results/embargoes/" + ITEM)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    visitor().get("/api/results").then().body("total", equalTo(0));
    as(Role.SUPERVISOR)
        .body(Map.of("until", "2026-03-01"))
        .put("/api/results/embargoes/" + ITEM)
        .then()
        .statusCode(200);
    visitor().get("/api/results").then().body("total", equalTo(2));
  }

  @Test
  void correction_staysVisible_evenWhenTheApprovalIsGone() {
    String path = "/api/results/" + company + "/corrections";
    as(Role.SUPERVISOR).body(Map.of("text", " ")).post(path).then().statusCode(400);
    as(Role.SUPERVISOR)
        .body(Map.of("text", "金额应为 4 万元，联系电话 13800000000"))
        .post(path)
        .then()
        .statusCode(200);
    jdbc.update("update assistant.application set state = 'withdrawn' where id = ?", company);
    visitor()
        .get("/api/results")
        .then()
        .body("total", equalTo(2))
        .body("items.corrections.flatten().text", hasItem(containsString("金额应为 4 万元")))
        .body("items.corrections.flatten().text", not(hasItem(containsString("13800000000"))));
    as(Role.SUPERVISOR)
        .body(Map.of("text", "x"))
        .post("/api/results/" + UUID.randomUUID() + "/corrections")
        .then()
        .statusCode(404);
  }

  @Test
  void claim_thatMoneyHasNotCome_isACase_seenFromBothSides() {
    String path = "/api/payment-claims/applications/" + company;
    enterprise(SOLE).body(Map.of("text", "没有")).post(path).then().statusCode(404);
    String caseId =
        enterprise(CODE)
            .body(Map.of("text", "公司账户至今没有收到。"))
            .post(path)
            .then()
            .statusCode(201)
            .body("number", notNullValue())
            .extract()
            .path("caseId");
    enterprise(CODE).body(Map.of("text", "再")).post(path).then().statusCode(409);
    enterprise(CODE)
        .get(path)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].open", equalTo(true));
    enterprise(CODE)
        .get("/api/cases/mine")
        .then()
        .statusCode(200)
        .body("items.appeal.caseId", hasItem(caseId));
    as(Role.AGENT)
        .get("/api/payment-claims/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("applicationId", equalTo(company.toString()));
    as(Role.AGENT)
        .get("/api/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("title", containsString("资金未到账"))
        .body("text", containsString("SB011"));
    UUID rejected = application("SB019", CODE, "福建公开有限公司", "rejected");
    as(Role.AGENT)
        .body(Map.of())
        .post("/api/payment-claims/applications/" + rejected)
        .then()
        .statusCode(409);
  }
}
