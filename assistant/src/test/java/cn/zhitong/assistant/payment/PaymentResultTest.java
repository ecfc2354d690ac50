package cn.zhitong.assistant.payment;

import static cn.zhitong.assistant.payment.ApprovedApplications.approved;
import static cn.zhitong.assistant.payment.ApprovedApplications.office;
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
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.application.ApplicationProfile;
import cn.zhitong.assistant.application.MovableClock;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Payments become events of the applications' logs, the boards count the same, the public reads
 * results, and an enterprise says that its money has not come.
 */
@QuarkusTest
@TestProfile(ApplicationProfile.class)
@WithTestResource(TestDatabase.class)
class PaymentResultTest {
  private static final UUID ITEM = UUID.fromString("01900000-0000-7000-8000-000000000736");
  private static final String CODE = TestItems.code("91350100MA7", 11);
  private static final String SOLE = TestItems.code("92350100MA7", 12);

  @Inject Jdbc jdbc;
  @Inject PaymentPosting posting;

  private UUID company;
  private UUID sole;

  @BeforeEach
  void applications() {
    MovableClock.to("2026-03-20");
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

  @Test
  void claims_sentAtOnce_areOneCase() throws Exception {
    String path = "/api/payment-claims/applications/" + company;
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        var who = i < 2 ? enterprise(CODE) : as(Role.AGENT);
        var request = who.body(Map.of("text", "至今没有收到" + i % 2));
        calls.add(() -> request.post(path).then().extract().path("caseId"));
      }
      Set<String> cases = new HashSet<>();
      for (Future<String> one : threads.invokeAll(calls)) {
        cases.add(one.get());
      }
      assertThat(cases).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
    enterprise(CODE).get(path).then().body("items", hasSize(1));
  }

  @Test
  void refund_isTakenOffWhatWasPaid_andCanBePaidAgain() {
    String item = TestItems.published("退回补贴", 100, Map.of());
    String id = approved(item, TestItems.code("91350100MA7", 23), 80_000);
    send(List.of(row(number(id), "80000", "V5"))).then().statusCode(200);
    refund(id, 80_001, "2026-03-19").then().statusCode(400).body("detail", containsString("80000"));
    refund(id, 30_000, "2026-04-19").then().statusCode(400);
    refund(id, 30_000, "2026-03-20")
        .then()
        .statusCode(200)
        .body("state", equalTo("approved"))
        .body("money.paidYuan", equalTo(50000))
        .body("money.leftYuan", equalTo(30000))
        .body("events[-1].details.refundedOn", equalTo("2026-03-20"));
    as(Role.SUPERVISOR)
        .get("/api/reports/daily?date=2026-03-20")
        .then()
        .body("applications.today.paidYuan", equalTo(-30000.0f));
    send(List.of(List.of(number(id), "", "", "", "30000", "2026-03-20", "V6", "")))
        .then()
        .statusCode(200)
        .body("matched", equalTo(1));
    office().get("/api/applications/" + id).then().body("state", equalTo("paid"));
  }

  @Test
  void negativeRow_isARefundOnTheLog_alsoAfterClosing_andOnce() {
    String item = TestItems.published("冲回补贴", 100, Map.of());
    String id = approved(item, TestItems.code("91350100MA7", 24), 80_000);
    send(List.of(row(number(id), "80000", "V51"))).then().statusCode(200);
    int version = office().get("/api/applications/" + id).path("version");
    office()
        .body(Map.of("type", "close", "basedOn", version))
        .post("/api/applications/" + id + "/events")
        .then()
        .statusCode(200)
        .body("state", equalTo("closed"));
    send(List.of(row(number(id), "-80000", "T51")))
        .then()
        .statusCode(200)
        .body("matched", equalTo(1))
        .body("findings.find { it.row == 2 }.kind", equalTo("amount"))
        .body("findings.find { it.row == 2 }.held", equalTo(false));
    // As after a kill between the log and the mark.
    jdbc.update("update assistant.payment_entry set posted_at = null");
    posting.post();
    office()
        .get("/api/applications/" + id)
        .then()
        .body("state", equalTo("approved"))
        .body("closedAt", nullValue())
        .body("money.paidYuan", equalTo(0))
        .body("events.findAll { it.type == 'refund' }", hasSize(1))
        .body("events.findAll { it.type == 'pay' }", hasSize(1));
    send(List.of(row(number(id), "-80000", "T51"), row(number(id), "-1", "T52")))
        .then()
        .body("matched", equalTo(0))
        .body("findings.find { it.row == 2 }.kind", equalTo("twice"))
        .body("findings.find { it.row == 3 }.message", containsString("没有已登记的拨付"));
    send(List.of(row(number(id), "80000", "V52"))).then().body("matched", equalTo(1));
    office().get("/api/applications/" + id).then().body("state", equalTo("paid"));
  }

  private static Response refund(String id, int yuan, String day) {
    int version = office().get("/api/applications/" + id).path("version");
    return office()
        .body(
            Map.of(
                "type",
                "refund",
                "basedOn",
                version,
                "amount",
                yuan,
                "paidOn",
                day,
                "reason",
                "账户注销，银行退回"))
        .post("/api/applications/" + id + "/events");
  }

  @Test
  void resultFiles_askedForByVisitors_haveALimit() {
    // A minute of its own.
    MovableClock.to("2026-03-21");
    int refused = 0;
    for (int i = 0; i < 12; i++) {
      refused += visitor().get("/api/results.csv").statusCode() == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(2);
  }

  private String number(String id) {
    return office().get("/api/applications/" + id).path("number");
  }

  private static Response send(List<List<String>> rows) {
    return as(Role.SUPERVISOR)
        .contentType("multipart/form-data")
        .multiPart("file", "拨付.csv", PaymentLists.csv(PaymentLists.HEADER, rows))
        .post("/api/payments/import");
  }

  private static List<String> row(String number, String amount, String voucher) {
    return List.of(number, "", "", "", amount, "2026-03-19", voucher, "");
  }

  @Test
  void matchedPayments_areOnTheLogOnce_andTheFunnelCountsThemToTheFen() {
    String item = TestItems.published("日志补贴", 100, Map.of());
    String first = approved(item, TestItems.code("91350100MA7", 21), 80_000);
    String second = approved(item, TestItems.code("91350100MA7", 22), 60_000);
    List<List<String>> rows =
        List.of(
            row(number(first), "30000.01", "V1"),
            row(number(first), "49999.99", "V2"),
            row(number(second), "20000", "V3"),
            row(number(second), "60000", "V4"));
    send(rows).then().statusCode(200).body("matched", equalTo(3));
    send(rows).then().statusCode(200).body("unchanged", equalTo(true));
    // As after a kill between the log and the mark.
    jdbc.update("update assistant.payment_entry set posted_at = null");
    posting.post();
    office()
        .get("/api/applications/" + first)
        .then()
        .body("state", equalTo("paid"))
        .body("events.findAll { it.type == 'pay' }", hasSize(2));
    office()
        .get("/api/applications/" + second)
        .then()
        .body("state", equalTo("approved"))
        .body("events.findAll { it.type == 'pay' }", hasSize(1));
    funnelEqualsTheLog(item);
  }

  private void funnelEqualsTheLog(String item) {
    List<Long> onLog = new ArrayList<>();
    jdbc.query(
        """
        select (e.body ->> 'amountFen')::bigint as fen from assistant.application_event e
          join assistant.application a on a.id = e.application_id
         where e.type = 'pay' and a.item_id = ?
        """,
        row -> onLog.add(row.getLong("fen")),
        UUID.fromString(item));
    long fen = onLog.stream().mapToLong(Long::longValue).sum();
    assertThat(fen).isEqualTo(10_000_000);
    JsonPath funnel =
        as(Role.SUPERVISOR)
            .get("/api/reports/funnel?from=2026-03-01&to=2026-03-31&item=" + item)
            .then()
            .statusCode(200)
            .body("total.applied", equalTo(2))
            .body("total.approved", equalTo(2))
            .body("total.paid", equalTo(2))
            .extract()
            .jsonPath();
    assertThat(new BigDecimal(funnel.getString("total.paidAmount")).movePointRight(6))
        .isEqualByComparingTo(BigDecimal.valueOf(fen));
    assertThat(new BigDecimal(funnel.getString("total.approvedAmount")).movePointRight(6))
        .isEqualByComparingTo(BigDecimal.valueOf(14_000_000));
    assertThat(funnel.getLong("total.medianDays")).isEqualTo(17);
  }
}
