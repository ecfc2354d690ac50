package cn.zhitong.assistant.casework.handling;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.arrears.Arrears;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 拖欠账款 as a theme: recognised, recorded, paid in part, listed; as the log says. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class ArrearsCasesTest {
  /** One that the scripted triage names: the catalogue counts for later tests once it has any. */
  private static final String OFFICE = ScriptedTriage.INDUSTRY;

  private static int files;

  @Inject CaseStore store;
  private String debtor;
  private Cases filed;

  @BeforeEach
  void file() {
    debtor = "滨江建设集团第" + ++files + "公司";
    filed = Cases.filed("滨江建设集团拖欠我公司工程款126万元，催了几次");
  }

  @Test
  void appeal_byItsWords_isRecognised_andMayBeTakenOut() {
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("themes.code", equalTo(List.of("arrears")))
        .body("arrears.mentioned", equalTo(1260000.0f))
        .body("arrears.amount", nullValue())
        .body("arrears.complaint.note", containsString("第二十五条"))
        .body("events.type", hasItem("mark_theme"));
    filed.does("unmark_theme", "theme", "arrears", "reason", "是劳务纠纷");
    token()
        .get("/api/cases/" + filed.id())
        .then()
        .body("themes", equalTo(List.of()))
        .body("arrears", nullValue());
    filed.act(token(), "unmark_theme", "theme", "arrears", "reason", "再次").then().statusCode(409);
    filed.act(token(), "mark_theme", "theme", "别的").then().statusCode(400);
    filed.does("mark_theme", "theme", "arrears");
    visitorSees().body("arrears", nullValue());
  }

  @Test
  void debt_recordedAndPaidInPart_isFollowedUntilPaid_asTheLogSays() {
    recorded("1000.50", "state_organ");
    filed
        .act(
            token(),
            "record_repayment",
            "repayment",
            Map.of("amount", 2000, "paidOn", "2025-01-02"))
        .then()
        .statusCode(400)
        .body("detail", containsString("1000.50"));
    repaid("400.25");
    row().body("items[0].paid", equalTo(400.25f)).body("items[0].open", equalTo(600.25f));
    row()
        .body("items[0].status", equalTo("open"))
        .body("items[0].overdue", equalTo(true))
        .body("items[0].due", equalTo("2025-04-30"))
        .body("overdueInstalments[0].open", equalTo(99.75f))
        .body("sums.find { it.debtorKind == 'state_organ' }.open", equalTo(600.25f))
        .body("sums.find { it.debtorKind == 'other' }.cases", equalTo(0));
    visitorSees().body("arrears.open", equalTo(600.25f)).body("steps.label", hasItem("登记还款"));
    repaid("600.25");
    row().body("items[0].status", equalTo("paid")).body("items[0].overdue", equalTo(false));
    filed
        .act(token(), "record_repayment", "repayment", Map.of("amount", 1, "paidOn", "2025-01-02"))
        .then()
        .statusCode(409);
    token().get("/api/cases/" + filed.id() + "/verification").then().body("intact", equalTo(true));
  }

  /** Every row of the list, and its sums, against the cases' own logs. */
  @Test
  void list_andSums_agreeWithTheLogs() {
    recorded("1000", "large_enterprise");
    repaid("1");
    JsonPath list = token().get("/api/arrears?pageSize=200").jsonPath();
    List<String> ids = list.getList("items.caseId");
    assertThat(ids).contains(filed.id()).hasSize(list.getInt("total"));
    long cents = 0;
    long open = 0;
    for (String id : ids) {
      Arrears owed = store.load(UUID.fromString(id)).orElseThrow().standing().topics().arrears();
      cents += owed == null ? 0 : owed.cents();
      open += owed == null ? 0 : owed.openCents();
    }
    assertThat(sum(list, "amount")).isEqualByComparingTo(BigDecimal.valueOf(cents, 2));
    assertThat(sum(list, "open")).isEqualByComparingTo(BigDecimal.valueOf(open, 2));
  }

  @Test
  void list_isForThoseWhoWorkOnTheCases_andFiltered() {
    recorded("1000", "other");
    filed
        .does("change", "category", "demand", "department", OFFICE, "reason", "测试")
        .does("dispatch");
    handlerOf(OFFICE)
        .get("/api/arrears?q=" + debtor)
        .then()
        .body("items.caseId", equalTo(List.of(filed.id())))
        .body("items[0].enterprise", nullValue());
    handlerOf("市园林局").get("/api/arrears").then().body("items.caseId", not(hasItem(filed.id())));
    as(Role.SUPERVISOR)
        .get("/api/arrears?debtorKind=state_organ&q=" + debtor)
        .then()
        .body("total", equalTo(0));
    token().get("/api/arrears?status=x").then().statusCode(400);
    token().get("/api/arrears?debtorKind=x").then().statusCode(400);
    byte[] book =
        token().get("/api/arrears.xlsx?q=" + debtor).then().statusCode(200).extract().asByteArray();
    assertThat(book).startsWith('P', 'K');
  }

  @Test
  void list_ofAProtectedReport_namesNobodyToTheOffice() {
    filed =
        Cases.filed(
            Map.of(
                "title",
                "举报拖欠工程款",
                "text",
                "我是鹭鸶藤编有限公司，举报滨江建设集团拖欠我公司工程款126万元，要求保密",
                "enterprise",
                "鹭鸶藤编有限公司"));
    filed.does(
        "record_arrears",
        "arrears",
        Map.of(
            "amount",
            1,
            "debtor",
            debtor + "（欠鹭鸶藤编）",
            "debtorKind",
            "other",
            "contract",
            "鹭鸶藤编有限公司供货合同"));
    filed
        .does("change", "category", "demand", "department", OFFICE, "reason", "测试")
        .does("dispatch");
    JsonPath list = handlerOf(OFFICE).get("/api/arrears?q=" + debtor).jsonPath();
    assertThat(list.getList("items.caseId")).isEqualTo(List.of(filed.id()));
    assertThat(list.getString("items[0].contract")).isEqualTo("（来件人）供货合同");
    assertThat(list.prettify()).doesNotContain("鹭鸶");
    handlerOf(OFFICE).get("/api/arrears?q=鹭鸶藤编").then().body("total", equalTo(0));
    as(Role.AGENT)
        .get("/api/arrears?q=" + debtor)
        .then()
        .body("items[0].enterprise", equalTo("鹭鸶藤编有限公司"));
  }

  @Test
  void list_byRegion_hasThePlacesWithinIt() {
    filed =
        Cases.filed(
            Map.of("title", "拖欠工程款", "text", "滨江建设集团拖欠我公司工程款126万元，催了几次", "region", "990102"));
    token()
        .get("/api/arrears?region=990100&pageSize=200")
        .then()
        .body("items.caseId", hasItem(filed.id()));
    token()
        .get("/api/arrears?region=990200&pageSize=200")
        .then()
        .body("items.caseId", not(hasItem(filed.id())));
    token().get("/api/arrears?region=99").then().statusCode(400);
  }

  @Test
  void badDetails_sent_areRefusedWithWords() {
    refused(Map.of("amount", -1, "debtor", debtor, "debtorKind", "other"), "大于 0");
    refused(Map.of("amount", "1.234", "debtor", debtor, "debtorKind", "other"), "两位小数");
    refused(Map.of("amount", 5, "debtor", " ", "debtorKind", "other"), "欠款单位");
    refused(Map.of("amount", 5, "debtor", debtor, "debtorKind", "x"), "debtorKind");
    refused(
        Map.of(
            "amount",
            5,
            "debtor",
            debtor,
            "debtorKind",
            "other",
            "instalments",
            List.of(Map.of("due", "2026-01-01", "amount", 6))),
        "超过了拖欠金额");
    filed
        .act(token(), "record_repayment", "repayment", Map.of("amount", 1, "paidOn", "2025-01-02"))
        .then()
        .statusCode(409);
  }

  @Test
  void erasure_ofACase_takesTheDebtorsNameOut() {
    recorded("1000", "other");
    filed.does("withdraw").does("erase", "reason", "到期");
    Arrears owed =
        store.load(UUID.fromString(filed.id())).orElseThrow().standing().topics().arrears();
    assertThat(owed.debtor()).isNull();
    assertThat(owed.cents()).isEqualTo(1000_00);
    token().get("/api/arrears?q=" + debtor).then().body("total", equalTo(0));
  }

  private void refused(Map<String, Object> arrears, String said) {
    filed
        .act(token(), "record_arrears", "arrears", arrears)
        .then()
        .statusCode(400)
        .body("detail", containsString(said));
  }

  private void recorded(String amount, String kind) {
    filed.does(
        "record_arrears",
        "arrears",
        Map.of(
            "amount",
            amount,
            "debtor",
            debtor,
            "debtorKind",
            kind,
            "contract",
            "合同2025-7",
            "undisputed",
            true,
            "deliveredOn",
            "2025-03-31",
            "instalments",
            List.of(
                Map.of("due", "2025-06-30", "amount", "500"),
                Map.of("due", "2099-06-30", "amount", "500"))));
  }

  private void repaid(String amount) {
    filed.does("record_repayment", "repayment", Map.of("amount", amount, "paidOn", "2025-07-01"));
  }

  private ValidatableResponse row() {
    return token().get("/api/arrears?q=" + debtor).then().statusCode(200);
  }

  private ValidatableResponse visitorSees() {
    return visitor()
        .header("X-Tracking-Code", filed.trackingCode())
        .get("/api/cases/" + filed.id())
        .then()
        .statusCode(200);
  }

  private static BigDecimal sum(JsonPath list, String field) {
    return list.getList("sums." + field).stream()
        .map(one -> new BigDecimal(one.toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
