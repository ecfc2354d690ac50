package cn.zhitong.assistant.casework.intake;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.ScriptedTriage;
import cn.zhitong.assistant.casework.log.CaseSearchIndex;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class IntakeTest {
  @Inject Jdbc jdbc;
  @Inject ScriptedTriage triage;
  @Inject CaseTriage caseTriage;
  @Inject CaseSearchIndex search;

  @Test
  void visitor_filing_getsNumberAndTrackingCodeButNoSuggestion() {
    visitor()
        .body(Map.of("title", "技改补助", "text", "如何申请技改补助", "channel", "widget"))
        .post("/api/cases")
        .then()
        .statusCode(201)
        .header("Location", containsString("/api/cases/"))
        .body("caseId", notNullValue())
        .body("number", containsString("ZT20"))
        .body("trackingCode.length()", equalTo(12))
        .body("state", equalTo("received"))
        .body("suggestion", nullValue());
  }

  /** A node that dies after the one transaction leaves a case that is its enterprise's. */
  @Test
  void anAccountsCase_isItsOwnWithItsContact_inTheTransactionThatStoresIt() {
    String id =
        as(Role.ENTERPRISE)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(Map.of("text", "厂区道路积水", "notifyBy", List.of("inbox")))
            .post("/api/cases")
            .then()
            .statusCode(201)
            .extract()
            .path("caseId");
    UUID caseId = UUID.fromString(id);
    String stored = transactionOf("idempotency_key", caseId);
    assertThat(transactionOf("case_owner", caseId)).isEqualTo(stored);
    assertThat(transactionOf("case_contact", caseId)).isEqualTo(stored);
  }

  /** Of the one row of a table that is about the case. */
  private String transactionOf(String table, UUID caseId) {
    return jdbc.first(
            "select xmin::text from assistant." + table + " where case_id = ?",
            row -> row.getString(1),
            caseId)
        .orElseThrow();
  }

  @Test
  void staff_filing_getTheSuggestion() {
    as(Role.AGENT)
        .body(Map.of("text", "投诉电价"))
        .post("/api/cases")
        .then()
        .statusCode(201)
        .body("suggestion.category.code", equalTo("demand"))
        .body("suggestion.departments[0].name", equalTo(ScriptedTriage.INDUSTRY));
  }

  @Test
  void visitors_byOtherChannels_areRefused() {
    visitor()
        .body(Map.of("text", "从表单提交", "channel", "form"))
        .post("/api/cases")
        .then()
        .statusCode(201)
        .body("state", equalTo("received"));
  }

  @Test
  void channel_ofAnAccountsCase_standsInOpenApiAsSent() {
    Cases filed = Cases.filed("投诉");
    String number = token().get("/api/cases/" + filed.id()).path("number");
    as(Role.ENTERPRISE)
        .body(Map.of("number", number, "trackingCode", filed.trackingCode()))
        .post("/api/cases/mine")
        .then()
        .statusCode(200)
        .body("appeal.number", equalTo(number));
    token()
        .get("/q/openapi?format=json")
        .then()
        .body("components.schemas.MyCase.properties.keySet()", hasItems("trackingCode", "appeal"))
        .body("components.schemas.MyCase.properties.case", nullValue());
  }

  @ParameterizedTest
  @CsvSource({"externalNumber,GD-1", "askedAt,2025-09-26", "channel,hotline"})
  void staffFields_fromAVisitor_areRefused(String field, String value) {
    Map<String, String> body = Map.of("text", "内容", field, value);
    visitor().body(body).post("/api/cases").then().statusCode(401);
    as(Role.PUBLISHER).body(body).post("/api/cases").then().statusCode(403);
  }

  @Test
  void deadline_askedInThePast_countsFromThatDayInShanghai() {
    // 2025-09-25T16:30Z is Friday the 26th in Shanghai; Sunday the 28th is worked.
    Response filed =
        token()
            .body(
                Map.of(
                    "text",
                    "请问如何办理",
                    "askedAt",
                    "2025-09-25T16:30:00Z",
                    "channel",
                    "hotline",
                    "externalNumber",
                    "GD-" + Ids.next()))
            .post("/api/cases");
    assertThat(filed.statusCode()).isEqualTo(201);
    token()
        .get("/api/cases/" + filed.path("caseId"))
        .then()
        .body("askedAt", equalTo("2025-09-26T00:30:00+08:00"))
        .body("deadline.workingDays", equalTo(2))
        .body("deadline.due", equalTo("2025-09-29"))
        .body("deadline.light", equalTo("overdue"));
  }

  @ParameterizedTest
  @CsvSource({
    "askedAt,昨天",
    "askedAt,2999-01-01",
    "askedAt,1999-01-01",
    "region,福州",
    "channel,热线",
  })
  void badValues_sent_areNamed(String field, String value) {
    token()
        .body(Map.of("text", "内容", field, value))
        .post("/api/cases")
        .then()
        .statusCode(400)
        .body("detail", containsString(field));
  }

  @Test
  void appeal_emptyOrOverlong_isRefused() {
    visitor()
        .body(Map.of("title", " ", "text", "\u0000"))
        .post("/api/cases")
        .then()
        .statusCode(400);
    visitor()
        .body(Map.of("text", "长".repeat(5001)))
        .post("/api/cases")
        .then()
        .statusCode(400)
        .body("detail", containsString("5000"));
    visitor().post("/api/cases").then().statusCode(400);
  }

  @Test
  void sameKey_sentAgain_getsTheSameAnswer() {
    String key = Ids.next().toString();
    Map<String, String> body = Map.of("text", "同一件来件");
    String first =
        visitor().header("Idempotency-Key", key).body(body).post("/api/cases").asString();
    Response again = visitor().header("Idempotency-Key", key).body(body).post("/api/cases");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first);
    visitor()
        .header("Idempotency-Key", key)
        .body(Map.of("text", "另一件"))
        .post("/api/cases")
        .then()
        .statusCode(409);
  }

  @Test
  void idempotencyKey_isKeptWithAKeyedDigest_andGoesWithTheCase() throws Exception {
    String key = Ids.next().toString();
    String id =
        visitor()
            .header("Idempotency-Key", key)
            .body(Map.of("text", "凭键提交的来件"))
            .post("/api/cases")
            .path("caseId");
    assertThat(rowsOfKey(key)).isEqualTo(1);
    byte[] plain = MessageDigest.getInstance("SHA-256").digest("text".getBytes(UTF_8));
    assertThat(HexFormat.of().formatHex(plain)).doesNotStartWith(search.digest("text"));
    Cases.known(id)
        .does("reject", "reason", "不属于受理范围", "legalGround", "条例第五条")
        .does("erase", "reason", "到期");
    assertThat(rowsOfKey(key)).isZero();
  }

  private int rowsOfKey(String key) {
    return jdbc.query(
            "select 1 from assistant.idempotency_key where key = ?", row -> row.getInt(1), key)
        .size();
  }

  @Test
  void sameKey_atTheSameMoment_makesOneCase() {
    String key = Ids.next().toString();
    Set<String> ids = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i ->
                ids.add(
                    visitor()
                        .header("Idempotency-Key", key)
                        .body(Map.of("text", "并发提交的来件"))
                        .post("/api/cases")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("caseId")));
    assertThat(ids).hasSize(1);
  }

  @Test
  void externalNumber_sentTwice_isTakenOnce() {
    String number = "GD-" + Ids.next();
    Map<String, String> body =
        Map.of("text", "热线工单", "channel", "hotline", "externalNumber", number);
    String id =
        token().body(body).post("/api/cases").then().statusCode(201).extract().path("caseId");
    token().body(body).post("/api/cases").then().statusCode(200).body("caseId", equalTo(id));
    token()
        .body(Map.of("text", "别的内容", "channel", "hotline", "externalNumber", number))
        .post("/api/cases")
        .then()
        .statusCode(409)
        .body("caseId", equalTo(id));
  }

  @Test
  void appeal_whenTriageFails_isNeverLost() {
    // What other tests have left to be sorted is not counted below.
    caseTriage.retryDue();
    triage.failNext(2);
    String id =
        token()
            .body(Map.of("text", "分办失败也要收件"))
            .post("/api/cases")
            .then()
            .statusCode(201)
            .body("suggestion", nullValue())
            .extract()
            .path("caseId");
    makeDue(id);
    assertThat(caseTriage.retryDue()).isEqualTo(1);
    token().get("/api/cases/" + id).then().body("suggestion", nullValue());
    assertThat(caseTriage.retryDue()).as("not before its time").isZero();
    makeDue(id);
    caseTriage.retryDue();
    token()
        .get("/api/cases/" + id)
        .then()
        .body("suggestion.modelVersion", equalTo("scripted-1"))
        .body("events.size()", equalTo(2));
    makeDueIfQueued(id);
    assertThat(caseTriage.retryDue()).as("done is done").isZero();
  }

  @Test
  void lists_withPersonalData_maskIt() {
    String mark = "M" + Ids.next();
    token()
        .body(
            Map.of(
                "title",
                mark + " 联系13812345678",
                "text",
                "身份证110101199003077758，邮箱someone@example.com"))
        .post("/api/cases")
        .then()
        .statusCode(201);
    as(Role.AGENT)
        .queryParam("q", mark)
        .get("/api/cases")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].title", containsString("138****5678"))
        .body("items[0].snippet", not(containsString("19900307")))
        .body("items[0].snippet", not(containsString("someone@")));
  }

  @Test
  void enterprise_readingItsCase_seesNothingInternal() {
    Response filed = visitor().body(Map.of("text", "查询我的办件")).post("/api/cases");
    String number = filed.path("number");
    String code = filed.path("trackingCode");
    visitor()
        .body(Map.of("number", number.toLowerCase(), "trackingCode", code.toLowerCase()))
        .post("/api/cases/lookup")
        .then()
        .statusCode(200)
        .body("stateLabel", equalTo("待受理"))
        .body("$", not(org.hamcrest.Matchers.hasKey("suggestion")))
        .body("$", not(org.hamcrest.Matchers.hasKey("events")));
    visitor()
        .queryParam("trackingCode", code)
        .get("/api/cases/" + filed.path("caseId"))
        .then()
        .statusCode(200)
        .body("number", equalTo(number));
    visitor()
        .body(Map.of("number", number, "trackingCode", "222222222222"))
        .post("/api/cases/lookup")
        .then()
        .statusCode(404);
    visitor().get("/api/cases/" + filed.path("caseId")).then().statusCode(401);
  }

  @Test
  void triage_ofEveryCase_isToldForFindingRepeats() {
    String id = Cases.filed("重复来件的指纹").id();
    assertThat(
            jdbc.query(
                "select 1 from assistant.triage_recent where case_id = ?",
                row -> row.getInt(1),
                UUID.fromString(id)))
        .hasSize(1);
  }

  @Test
  void dueDay_inAnUnknownYear_isProvisionalUntilTheYearIsLoaded() {
    UUID id =
        UUID.fromString(
            Cases.filed(Map.of("text", "请问", "askedAt", "2009-12-31T09:00:00+08:00")).id());
    assertThat(due(id)).isEqualTo("2010-01-04 true");
    // 2010-01-04 off, as an announcement might have said.
    token()
        .body(
            Map.of(
                "year",
                2010,
                "days",
                List.of(Map.of("date", "2010-01-04", "isOffDay", true, "name", "假"))))
        .put("/api/calendar/2010")
        .then()
        .statusCode(200);
    assertThat(due(id)).isEqualTo("2010-01-05 false");
  }

  private String due(UUID id) {
    return jdbc.first(
            "select due || ' ' || due_provisional from assistant.appeal_case where id = ?",
            row -> row.getString(1),
            id)
        .orElseThrow();
  }

  private void makeDue(String id) {
    assertThat(makeDueIfQueued(id)).isEqualTo(1);
  }

  private int makeDueIfQueued(String id) {
    return jdbc.update(
        "update assistant.appeal_case set triage_at = now() - interval '1 second'"
            + " where id = ? and triage_at is not null",
        UUID.fromString(id));
  }
}
