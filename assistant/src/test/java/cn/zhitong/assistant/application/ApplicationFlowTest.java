package cn.zhitong.assistant.application;

import static cn.zhitong.assistant.application.TestApplications.act;
import static cn.zhitong.assistant.application.TestApplications.does;
import static cn.zhitong.assistant.application.TestApplications.draft;
import static cn.zhitong.assistant.application.TestApplications.enterpriseMeeting;
import static cn.zhitong.assistant.application.TestApplications.filed;
import static cn.zhitong.assistant.application.TestApplications.item;
import static cn.zhitong.assistant.application.TestApplications.office;
import static cn.zhitong.assistant.application.TestApplications.request;
import static cn.zhitong.assistant.application.TestApplications.version;
import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.log.CaseVerification;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications from filing to money, each act over HTTP, on a calendar that moves. */
@QuarkusTest
@TestProfile(ApplicationProfile.class)
@WithTestResource(TestDatabase.class)
class ApplicationFlowTest {
  @Inject Applications applications;
  @Inject ApplicationStore store;
  @Inject ApplicationLog log;
  @Inject ApplicationVerification verification;
  @Inject CaseVerification wholeLog;
  @Inject Jdbc jdbc;

  @BeforeEach
  void aFridayBeforeTheHolidays() {
    MovableClock.to("2025-09-26");
  }

  private static final Caller CASHIER = new Caller("cashier", "出纳", null, Set.of());

  @Test
  void request_fromFilingToMoney_isPaidAndClosed() {
    String code = enterpriseMeeting();
    String id = filed(item(Map.of()), code);
    office()
        .get("/api/applications/" + id)
        .then()
        .body("state", equalTo("submitted"))
        // Accepted within five working days: Sunday the 28th is worked, the first week of October
        // off.
        .body("clock.due", equalTo("2025-10-10"));
    does(id, "accept").body("state", equalTo("reviewing")).body("steps[0].current", equalTo(true));
    does(id, "review", "verdict", "agree", "text", "符合条件");
    act(office(), id, "approve", "amount", 80000)
        .then()
        .statusCode(409)
        .body("detail", containsString("公示"));
    does(id, "publicise")
        .body("state", equalTo("publicity"))
        .body("clock.due", nullValue())
        .body("clock.paused", equalTo(true));
    act(office(), id, "approve", "amount", 80000).then().statusCode(409);
    MovableClock.to("2025-10-13");
    act(office(), id, "approve", "amount", 120000)
        .then()
        .statusCode(400)
        .body("detail", containsString("上限 100000 元"));
    does(id, "approve", "amount", 80000).body("money.approvedYuan", equalTo(80000));
    act(office(), id, "close").then().statusCode(409);
    applications.pay(
        UUID.fromString(id),
        new Payment(new BigDecimal("30000"), MovableClock.today(), "V1", "B1", "1"),
        CASHIER);
    assertThat(
            applications
                .pay(
                    UUID.fromString(id),
                    new Payment(new BigDecimal("30000"), MovableClock.today(), "V1", "B1", "1"),
                    CASHIER)
                .repeated())
        .isTrue();
    act(office(), id, "pay", "amount", 60000, "paidOn", "2025-10-13", "voucher", "V2")
        .then()
        .statusCode(409)
        .body("detail", containsString("超过"));
    does(id, "pay", "amount", 50000, "paidOn", "2025-10-13", "voucher", "V2")
        .body("state", equalTo("paid"))
        .body("money.paidYuan", equalTo(80000));
    // Typed in first, then in the bank's list.
    assertThat(
            applications
                .pay(
                    UUID.fromString(id),
                    new Payment(new BigDecimal("50000"), MovableClock.today(), "v2 ", "B2", "7"),
                    CASHIER)
                .repeated())
        .isTrue();
    does(id, "close").body("state", equalTo("closed"));
    enterprise(code)
        .get("/api/applications/" + id)
        .then()
        .statusCode(200)
        .body("events.by", not(hasItem("部门承办人")))
        .body("events.by", hasItem("市经信局"));
    enterprise(code)
        .get("/api/inbox")
        .then()
        .body("items.kind", hasItem("application.paid"))
        .body("items.applicationId", hasItem(id));
    foldedColumnsHold(id);
  }

  private void foldedColumnsHold(String id) {
    assertThat(verification.check(UUID.fromString(id)).broken()).isNull();
  }

  @Test
  void clock_countsFromAcceptance_andStandsStillWhilePublic() {
    String id = filed(item(Map.of("mode", "易申快享")), enterpriseMeeting());
    // The day of acceptance does not count; ten working days, with 28 September and 11 October.
    does(id, "accept").body("clock.due", equalTo("2025-10-16"));
    does(id, "request_correction", "reason", "缺少发票")
        .body("state", equalTo("correction"))
        .body("clock.due", nullValue());
    MovableClock.to("2025-10-09");
    act(TestApplications.office(), id, "correct", "text", "已补")
        .then()
        .statusCode(200)
        .body("state", equalTo("reviewing"))
        // Four working days had passed: 28 to 30 September and 9 October.
        .body("clock.due", equalTo("2025-10-22"));
    foldedColumnsHold(id);
  }

  @Test
  void staleBasis_sent_tellsWhatChanged() {
    String id = filed(item(Map.of()), enterpriseMeeting());
    int seen = version(id);
    does(id, "accept");
    office()
        .body(Map.of("type", "reject", "basedOn", seen, "reason", "迟", "quote", "从业人员"))
        .post("/api/applications/" + id + "/events")
        .then()
        .statusCode(409)
        .body("changes.type", hasItem("accept"))
        .body("state", equalTo("reviewing"));
  }

  @Test
  void reject_needsTheClauseWordForWord_andNamesTheWayOfObjection() {
    String id = filed(item(Map.of()), enterpriseMeeting());
    act(office(), id, "reject", "reason", "不符", "quote", "不存在的话").then().statusCode(400);
    does(id, "reject", "reason", "不符", "quote", "从业人员100人以下的企业")
        .body("state", equalTo("rejected"))
        .body("events[-1].details.way", containsString("行政复议"));
    foldedColumnsHold(id);
  }

  @Test
  void objection_duringPublicity_isSettledBeforeApproval() {
    String id = filed(item(Map.of()), enterpriseMeeting());
    does(id, "accept");
    does(id, "review", "verdict", "agree");
    does(id, "publicise");
    visitor()
        .body(Map.of("type", "object", "basedOn", 1, "text", "材料不实", "contact", "13800138000"))
        .post("/api/applications/" + id + "/events")
        .then()
        .statusCode(200)
        .body("message", containsString("异议"));
    MovableClock.to("2025-10-20");
    office()
        .get("/api/applications/" + id)
        .then()
        .body("state", equalTo("objection"))
        .body("objections[0].contact", not(containsString("13800138000")));
    act(office(), id, "approve", "amount", 100).then().statusCode(409);
    does(id, "resolve_objection", "upheld", false, "text", "经核实不成立")
        .body("state", equalTo("publicity"));
    does(id, "approve", "amount", 100).body("state", equalTo("approved"));
    foldedColumnsHold(id);
  }

  @Test
  void objection_thatIsRight_goesBackToTheReview() {
    String id = filed(item(Map.of()), enterpriseMeeting());
    does(id, "accept");
    does(id, "review", "verdict", "agree");
    does(id, "publicise");
    visitor()
        .body(Map.of("type", "object", "text", "材料不实", "contact", "王某"))
        .post("/api/applications/" + id + "/events")
        .then()
        .statusCode(200);
    does(id, "resolve_objection", "upheld", true, "text", "属实")
        .body("state", equalTo("reviewing"))
        .body("steps[0].current", equalTo(true));
    foldedColumnsHold(id);
  }

  @Test
  void item_withoutADepartment_isFiledByNoOffice() {
    Map<String, Object> none = new HashMap<>();
    none.put("department", null);
    String item = item(none);
    String code = enterpriseMeeting();
    office()
        .get("/api/applications/form?itemId=" + item + "&creditCode=" + code)
        .then()
        .statusCode(403);
    office()
        .body(Map.of("itemId", item, "dryRun", true))
        .post("/api/applications/direct-lists")
        .then()
        .statusCode(403);
    filed(item, code);
  }

  @Test
  void notice_reachesHandlers_underAnyNameOfTheirDepartment() {
    token()
        .contentType("text/csv")
        .body("编号,名称,简称,职责\nd1,云泽市经济和信息化局,云泽市经信局,技改\n".getBytes(StandardCharsets.UTF_8))
        .post("/api/departments")
        .then()
        .statusCode(200);
    try {
      RequestSpecification handler = handlerOf("云泽市经济和信息化局");
      RequestSpecification byId = handlerOf("d1");
      RequestSpecification other = handlerOf("云泽市商务局");
      String id = filed(item(Map.of("department", "云泽市经信局")), enterpriseMeeting());
      for (RequestSpecification one : List.of(handler, byId)) {
        one.get("/api/inbox").then().body("items.applicationId", hasItem(id));
      }
      other.get("/api/inbox").then().body("items.applicationId", not(hasItem(id)));
    } finally {
      jdbc.update("delete from assistant.department_change");
      jdbc.update("delete from assistant.department");
      // Nodes look at the catalogue again after a while.
      MovableClock.to("2025-09-27");
      token().get("/api/departments").then().statusCode(200);
    }
  }

  @Test
  void itemOfNoDepartment_isToldToSupervisors_notToAdministrators() {
    Map<String, Object> none = new HashMap<>();
    none.put("department", null);
    RequestSpecification supervisor = as(Role.SUPERVISOR);
    RequestSpecification administrator = as(Role.ADMINISTRATOR);
    String id = filed(item(none), enterpriseMeeting());
    supervisor.get("/api/inbox").then().body("items.applicationId", hasItem(id));
    administrator.get("/api/inbox").then().body("items.applicationId", not(hasItem(id)));
  }

  @Test
  void application_askedForByOthers_isNotFound() {
    String code = enterpriseMeeting();
    String id = filed(item(Map.of()), code);
    String path = "/api/applications/" + id;
    enterprise(enterpriseMeeting()).get(path).then().statusCode(404);
    handlerOf("市商务局").get(path).then().statusCode(404);
    handlerOf("市商务局")
        .body(Map.of("type", "accept", "basedOn", 2))
        .post(path + "/events")
        .then()
        .statusCode(404);
    enterprise(code).get("/api/applications").then().body("total", equalTo(1));
    handlerOf("市商务局").get("/api/applications").then().body("total", equalTo(0));
    act(enterprise(code), id, "approve", "amount", 1).then().statusCode(403);
    visitor()
        .body(Map.of("type", "note", "text", "x"))
        .post(path + "/events")
        .then()
        .statusCode(401);
  }

  @Test
  void form_isFilledFromTheFile_andAsksWhatIsMissing() {
    String code = TestItems.code("91350100MAB", 1);
    TestItems.enterprise(code, "乙软件有限公司", null);
    String item = item(Map.of("materials", List.of("申报表", "审计报告（如有）")));
    enterprise(code)
        .get("/api/applications/form?itemId=" + item + "&creditCode=" + code)
        .then()
        .statusCode(200)
        .body("form.outcome", equalTo("unknown"))
        .body("form.asked.field", hasItem("staff"))
        .body("form.evidence.required", equalTo(List.of(true, false)));
    enterprise(code)
        .body(request(item, code))
        .post("/api/applications")
        .then()
        .statusCode(400)
        .body("missing.field", hasItem("staff"))
        .body("missingAttachments.part", hasItem("m0"));
    TestItems.enterprise(code, "乙软件有限公司", 30);
    enterprise(code)
        .get("/api/applications/form?itemId=" + item + "&creditCode=" + code)
        .then()
        .body("form.known[0].value", equalTo("30"))
        .body("form.known[0].source", equalTo("例"))
        .body("form.asked", hasSize(0));
  }

  @Test
  void draft_withItsFiles_isSentInLater_andAnswersAreKept() {
    String code = TestItems.code("91350100MAB", 2);
    TestItems.enterprise(code, "丙科技有限公司", null);
    String item = item(Map.of("materials", List.of("申报表")));
    Map<String, Object> body = request(item, code);
    body.put("answers", List.of(Map.of("field", "staff", "value", 35)));
    String id =
        enterprise(code)
            .body(body)
            .post("/api/applications?draft=true")
            .then()
            .statusCode(201)
            .body("state", equalTo("draft"))
            .extract()
            .path("applicationId");
    office().get("/api/applications/" + id).then().statusCode(404);
    enterprise(code).body(body).post("/api/applications?draft=true").then().statusCode(409);
    Map<String, Object> submit = Map.of("type", "submit");
    enterprise(code)
        .body(submit)
        .post("/api/applications/" + id + "/events")
        .then()
        .statusCode(400)
        .body("missingAttachments.part", hasItem("m0"));
    uploaded(code, id);
    enterprise(code)
        .body(submit)
        .post("/api/applications/" + id + "/events")
        .then()
        .statusCode(200)
        .body("state", equalTo("submitted"))
        .body("answers.field", hasItem("staff"));
    token().get("/api/enterprises/" + code).then().body("facts.source", hasItem("企业自述"));
    foldedColumnsHold(id);
  }

  @Test
  void draft_sentInTwiceAtOnce_isSubmittedOnce() throws Exception {
    String code = enterpriseMeeting();
    String item = item(Map.of());
    Map<String, Object> body = request(item, code);
    String id =
        enterprise(code)
            .body(body)
            .post("/api/applications?draft=true")
            .then()
            .statusCode(201)
            .extract()
            .path("applicationId");
    body.put("attachments", List.of(uploaded(code, id)));
    RequestSpecification login = enterprise(code).body(body);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<Response> second =
          store.change(
              change -> {
                change.lockEnterprise(code);
                Future<Response> waiting = threads.submit(() -> login.post("/api/applications"));
                await().atMost(30, TimeUnit.SECONDS).until(this::somebodyWaitsForAnEnterprise);
                ApplicationFile draft = change.lock(UUID.fromString(id)).orElseThrow();
                log.write(change, draft, submitted(draft));
                return waiting;
              });
      second
          .get(30, TimeUnit.SECONDS)
          .then()
          .statusCode(409)
          .body("detail", containsString("已经提交"));
    } finally {
      threads.shutdownNow();
    }
    office().get("/api/applications/" + id).then().body("version", equalTo(3));
  }

  @Test
  void act_sentAgainOnItsBasis_isAnsweredAsDone_andWrittenOnce() {
    String id = filed(item(Map.of()), enterpriseMeeting());
    RequestSpecification one = office();
    int seen = one.get("/api/applications/" + id).path("version");
    for (int i = 0; i < 2; i++) {
      act(one, id, "accept", "basedOn", seen)
          .then()
          .statusCode(200)
          .body("state", equalTo("reviewing"))
          .body("version", equalTo(i == 0 ? seen + 1 : seen + 2));
      act(one, id, "note", "text", "已核对发票", "basedOn", seen + 1).then().statusCode(200);
      act(one, id, "note", "text", "已核对发票", "basedOn", null).then().statusCode(200);
    }
    // Somebody else who did the same, and another act, are told of the change.
    act(office(), id, "accept", "basedOn", seen).then().statusCode(409);
    act(one, id, "reject", "reason", "不符", "basedOn", seen).then().statusCode(409);
    act(one, id, "note", "text", "已核对发票").then().body("version", equalTo(seen + 3));
  }

  @Test
  void fileSentAgain_isStoredOnce_andTakenOutOnce() {
    String code = enterpriseMeeting();
    String id = draft(code);
    String first = upload(code, id).then().statusCode(201).extract().path("attachmentId");
    upload(code, id).then().statusCode(200).body("attachmentId", equalTo(first));
    enterprise(code).delete("/api/attachments/" + first).then().statusCode(204);
    enterprise(code).delete("/api/attachments/" + first).then().statusCode(404);
    enterprise(code).get("/api/applications/" + id).then().body("version", equalTo(3));
  }

  @Test
  void attachments_ofNoDraft_orTooMany_areRefused() {
    String code = enterpriseMeeting();
    Map<String, Object> body = request(item(Map.of()), code);
    body.put("attachments", List.of(UUID.randomUUID()));
    enterprise(code)
        .body(body)
        .post("/api/applications")
        .then()
        .statusCode(400)
        .body("detail", containsString("草稿"));
    body.put("attachments", Stream.generate(UUID::randomUUID).limit(101).toList());
    enterprise(code)
        .body(body)
        .post("/api/applications")
        .then()
        .statusCode(400)
        .body("detail", containsString("最多 100 个"));
  }

  private boolean somebodyWaitsForAnEnterprise() {
    return jdbc.first(
                "select count(*) from pg_locks where locktype = 'advisory' and not granted",
                row -> row.getLong(1))
            .orElseThrow()
        > 0;
  }

  private static ApplicationLog.Entry submitted(ApplicationFile draft) {
    return new ApplicationLog.Entry(
        ApplicationEventType.SUBMIT,
        "enterprise",
        "企业",
        null,
        draft.version(),
        new ApplicationPayload.Submitted(
            List.of(), null, List.of(), "met", draft.standing().profile(), null));
  }

  private static String uploaded(String code, String owner) {
    return upload(code, owner).then().statusCode(201).extract().path("attachmentId");
  }

  private static Response upload(String code, String owner) {
    return enterprise(code)
        .contentType("multipart/form-data")
        .multiPart("file", "申报表.txt", "表".getBytes(StandardCharsets.UTF_8))
        .multiPart("ownerKind", "application")
        .multiPart("ownerId", owner)
        .multiPart("part", "m0")
        .post("/api/attachments");
  }

  @Test
  void notMet_isRefusedWithTheClause_unlessStaffOverride() {
    String code = TestItems.code("91350100MAB", 3);
    TestItems.enterprise(code, "丁集团有限公司", 5000);
    String item = item(Map.of());
    enterprise(code)
        .body(request(item, code))
        .post("/api/applications")
        .then()
        .statusCode(409)
        .body("detail", containsString("从业人员"))
        .body("unmet[0].quote", equalTo("从业人员"));
    Map<String, Object> override = request(item, code);
    override.put("overrideReason", "数据尚未更新，已核实");
    office().body(override).post("/api/applications").then().statusCode(201);
  }

  @Test
  void window_notOpen_isRefusedWithItsDates() {
    String code = enterpriseMeeting();
    String later =
        item(Map.of("window", Map.of("from", "2025-11-01", "to", "2025-11-30", "text", "十一月")));
    enterprise(code)
        .body(request(later, code))
        .post("/api/applications")
        .then()
        .statusCode(409)
        .body("detail", containsString("2025-11-01"));
    String over =
        item(Map.of("window", Map.of("from", "2025-01-01", "to", "2025-02-01", "text", "一月")));
    enterprise(code)
        .body(request(over, code))
        .post("/api/applications")
        .then()
        .statusCode(409)
        .body("detail", containsString("2025-02-01"));
  }

  @Test
  void exclusion_betweenItems_isRefusedWithItsClause() {
    String code = enterpriseMeeting();
    String first = item(Map.of());
    filed(first, code);
    String second =
        item(
            Map.of(
                "exclusions",
                List.of(Map.of("itemId", first, "kind", "互斥", "quote", "同一企业不得同时享受"))));
    enterprise(code)
        .body(request(second, code))
        .post("/api/applications")
        .then()
        .statusCode(409)
        .body("quote", equalTo("同一企业不得同时享受"));
  }

  @Test
  void applications_filedAtOnce_leaveOneUnderWay() throws Exception {
    String code = enterpriseMeeting();
    String item = item(Map.of());
    CountDownLatch together = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> answers = new java.util.ArrayList<>();
      for (int i = 0; i < 4; i++) {
        var login = enterprise(code).body(request(item, code));
        answers.add(
            threads.submit(
                () -> {
                  together.await();
                  return login.post("/api/applications").statusCode();
                }));
      }
      together.countDown();
      List<Integer> codes = new java.util.ArrayList<>();
      for (Future<Integer> one : answers) {
        codes.add(one.get(30, TimeUnit.SECONDS));
      }
      assertThat(codes).containsExactlyInAnyOrder(201, 409, 409, 409);
    } finally {
      threads.shutdownNow();
    }
    assertThat(
            jdbc.query("select 1 from assistant.application where credit_code = ?", row -> 1, code))
        .hasSize(1);
  }

  @Test
  void idempotencyKey_sentTwice_filesOnce() {
    String code = enterpriseMeeting();
    String item = item(Map.of());
    Map<String, Object> body = new HashMap<>(request(item, code));
    String first =
        enterprise(code)
            .header("Idempotency-Key", "k1")
            .body(body)
            .post("/api/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    enterprise(code)
        .header("Idempotency-Key", "k1")
        .body(body)
        .post("/api/applications")
        .then()
        .statusCode(201)
        .body("number", equalTo(first));
  }

  @Test
  void payment_ofWhatIsNotApproved_isRefused() {
    String id = filed(item(Map.of()), enterpriseMeeting());
    Payment payment = new Payment(BigDecimal.TEN, LocalDate.of(2025, 9, 26), null, null, null);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> applications.pay(UUID.fromString(id), payment, CASHIER))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void log_tamperedWith_isFoundByVerification() {
    String id = filed(item(Map.of()), enterpriseMeeting());
    assertThat(wholeLog.all().others()).containsKey("申报");
    jdbc.update("update assistant.application set approved_fen = 100 where id = ?::uuid", id);
    assertThat(verification.check(UUID.fromString(id)).broken().why()).contains("approvedFen");
    jdbc.update("update assistant.application set approved_fen = null where id = ?::uuid", id);
    jdbc.update(
        "update assistant.application_event set actor = 'b' where application_id = ?::uuid"
            + " and seq = 2",
        id);
    assertThat(verification.check(UUID.fromString(id)).broken().seq()).isEqualTo(2);
    jdbc.update("delete from assistant.application_event where application_id = ?::uuid", id);
    jdbc.update("delete from assistant.application where id = ?::uuid", id);
  }
}
