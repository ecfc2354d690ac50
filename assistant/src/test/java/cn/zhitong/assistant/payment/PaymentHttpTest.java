package cn.zhitong.assistant.payment;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.handlerOf;
import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.push.PushProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file comes in once, as a whole; what is right is paid, what is wrong waits for a person. */
@QuarkusTest
@TestProfile(PushProfile.class)
@WithTestResource(TestDatabase.class)
class PaymentHttpTest {
  private static final UUID ITEM = UUID.fromString("01900000-0000-7000-8000-000000000735");

  @Inject Jdbc jdbc;
  @Inject PaymentPosting posting;

  private UUID first;
  private UUID second;
  private UUID rejected;

  private static String code(int number) {
    return TestItems.code("91350100MA7", number);
  }

  @BeforeEach
  void threeApplications() {
    PaymentTables.payRows(jdbc);
    PaymentTables.empty(jdbc);
    first = application(1, "approved");
    second = application(2, "approved");
    rejected = application(3, "rejected");
  }

  private UUID application(int number, String state) {
    return PaymentTables.application(
        jdbc, "SB00" + number, code(number), "福建企业" + number + "有限公司", ITEM, "技改补助", state, 50_000);
  }

  private static List<String> row(int number, String amount, String day, String voucher) {
    return List.of("SB00" + number, code(number), "", "技改补助", amount, day, voucher, "");
  }

  private static final List<List<String>> MIXED =
      List.of(
          row(1, "50000", "2026-03-05", "V1"),
          row(1, "50000", "2026-03-05", "V1"),
          row(2, "20000", "2026-03-20", "V2"),
          row(3, "50000", "2026-03-05", "V3"),
          row(9, "50000", "2026-03-05", "V4"),
          row(2, "见附件", "2026-03-05", "V5"));

  private static Response send(RequestSpecification who, byte[] file, String query) {
    return who.contentType("multipart/form-data")
        .multiPart("file", "payments.csv", file)
        .post("/api/payments/import" + query);
  }

  private static Response send(byte[] file) {
    return send(as(Role.SUPERVISOR), file, "");
  }

  private long paid(UUID application) {
    return jdbc.first(
            "select paid_fen from assistant.application where id = ?",
            r -> r.getLong(1),
            application)
        .orElseThrow();
  }

  private String state(UUID application) {
    return jdbc.first(
            "select state from assistant.application where id = ?",
            r -> r.getString(1),
            application)
        .orElseThrow();
  }

  private List<Integer> counts() {
    List<Integer> counts = new ArrayList<>();
    for (String table : List.of("payment_batch", "payment_entry", "payment_finding")) {
      counts.add(
          jdbc.first("select count(*) from assistant." + table, r -> r.getInt(1)).orElseThrow());
    }
    return counts;
  }

  @Test
  void handler_ofARenamedDepartment_seesAndPaysWhatStandsUnderItsFormerName() {
    token()
        .contentType("application/yaml")
        .body(
            ("departments:\n- {id: payoffice, name: 市拨付测试局, formerNames: [市拨付旧局],"
                    + " duties: [拨付测试]}\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/departments")
        .then()
        .statusCode(200);
    jdbc.update("update assistant.application set department = '市拨付旧局' where id = ?", first);
    byte[] file =
        PaymentLists.csv(PaymentLists.HEADER, List.of(row(1, "50000", "2026-03-05", "V1")));
    send(handlerOf("市拨付测试局"), file, "").then().statusCode(200).body("matched", equalTo(1));
    assertThat(paid(first)).isEqualTo(5_000_000);
    handlerOf("市拨付测试局")
        .get("/api/payments")
        .then()
        .body("items.applicationId", hasItem(first.toString()));
    handlerOf("市气象局").get("/api/payments").then().body("total", equalTo(0));
    handlerOf("市拨付测试局")
        .get("/api/payments/budgets")
        .then()
        .body("items.itemId", hasItem(ITEM.toString()));
  }

  @Test
  void import_paysWhatIsRight_andHoldsTheRest() {
    send(PaymentLists.csv(PaymentLists.HEADER, MIXED))
        .then()
        .statusCode(200)
        .body("batchId", notNullValue())
        .body("rows", equalTo(6))
        .body("matched", equalTo(2))
        .body("findings.find { it.row == 3 }.kind", equalTo("twice"))
        .body("findings.findAll { it.row == 4 }.kind", hasItems("late", "amount"))
        .body("findings.find { it.row == 5 }.kind", equalTo("not_approved"))
        .body("findings.find { it.row == 5 }.applicationId", equalTo(rejected.toString()))
        .body("findings.find { it.row == 6 }.kind", equalTo("unknown"))
        .body("findings.find { it.row == 6 }.applicationId", nullValue())
        .body("unread", hasSize(1))
        .body("unread[0].row", equalTo(7))
        .body("findings.find { it.row == 7 }.kind", equalTo("amount"))
        .body("findings.find { it.row == 7 }.number", equalTo("SB002"));
    assertThat(paid(first)).isEqualTo(5_000_000);
    assertThat(state(first)).isEqualTo("paid");
    assertThat(paid(second)).isEqualTo(2_000_000);
    assertThat(state(second)).isEqualTo("approved");
    assertThat(state(rejected)).isEqualTo("rejected");
  }

  @Test
  void sameListAgain_inAnyForm_changesNothing_andSaysSo() {
    String batch = send(PaymentLists.csv(PaymentLists.HEADER, MIXED)).path("batchId");
    List<Integer> before = counts();
    for (byte[] again :
        List.of(
            PaymentLists.csv(PaymentLists.HEADER, MIXED),
            PaymentLists.gb18030(PaymentLists.HEADER, MIXED),
            PaymentLists.xlsx(PaymentLists.HEADER, MIXED))) {
      send(again)
          .then()
          .statusCode(200)
          .body("unchanged", equalTo(true))
          .body("batchId", equalTo(batch))
          .body("matched", equalTo(2))
          .body("message", containsString("此前已导入"));
    }
    assertThat(counts()).isEqualTo(before);
    assertThat(paid(first)).isEqualTo(5_000_000);
  }

  @Test
  void dryRun_findsTheSame_andChangesNothing() {
    byte[] file = PaymentLists.csv(PaymentLists.HEADER, MIXED);
    JsonPath look = send(as(Role.SUPERVISOR), file, "?dryRun=true").jsonPath();
    assertThat(counts()).containsExactly(0, 0, 0);
    assertThat(paid(first)).isZero();
    JsonPath done = send(file).jsonPath();
    assertThat(look.getString("batchId")).isNull();
    assertThat(look.getList("findings")).isEqualTo(done.getList("findings"));
    assertThat(look.getInt("matched")).isEqualTo(done.getInt("matched"));
  }

  @Test
  void run_afterAKillBetweenKeepingAndTelling_tellsOnce() {
    send(PaymentLists.csv(PaymentLists.HEADER, MIXED));
    // As a node leaves it that is killed after the commit.
    jdbc.update("update assistant.payment_entry set posted_at = null where state = 'booked'");
    jdbc.update(
        "update assistant.application set paid_fen = 0, paid_on = null, state = 'approved' where id in (?, ?)",
        first,
        second);
    send(PaymentLists.csv(PaymentLists.HEADER, List.of(row(1, "50000", "2026-03-09", "V77"))))
        .then()
        .body("findings.find { it.row == 2 }.kind", equalTo("twice"));
    posting.post();
    posting.post();
    assertThat(paid(first)).isEqualTo(5_000_000);
    assertThat(paid(second)).isEqualTo(2_000_000);
  }

  @Test
  void list_thatFailsWhileKept_leavesNothing() {
    jdbc.update(
        "alter table assistant.payment_finding add constraint no_twice check (kind <> 'twice')");
    try {
      send(PaymentLists.csv(PaymentLists.HEADER, MIXED)).then().statusCode(500);
      assertThat(counts()).containsExactly(0, 0, 0);
      assertThat(paid(first)).isZero();
    } finally {
      jdbc.update("alter table assistant.payment_finding drop constraint no_twice");
    }
    send(PaymentLists.csv(PaymentLists.HEADER, MIXED))
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(false));
  }

  private String openEntry(int row) {
    return as(Role.SUPERVISOR)
        .get("/api/payments?state=open")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.row == " + row + " }.entryId");
  }

  private static Response resolve(String entry, Map<String, Object> body) {
    return as(Role.SUPERVISOR).body(body).post("/api/payments/entries/" + entry + "/resolution");
  }

  @Test
  void resolution_ofHeldRows_needsAReason_andIsDecidedOnce() {
    send(PaymentLists.csv(PaymentLists.HEADER, MIXED));
    String twice = openEntry(3);
    resolve(twice, Map.of("action", "ignore")).then().statusCode(400);
    resolve(twice, Map.of("action", "accept", "reason", "x")).then().statusCode(409);
    resolve(twice, Map.of("action", "ignore", "reason", "与财政核对，只付了一次"))
        .then()
        .statusCode(200)
        .body("state", equalTo("ignored"));
    resolve(twice, Map.of("action", "ignore", "reason", "再")).then().statusCode(409);
    String notApproved = openEntry(5);
    resolve(notApproved, Map.of("action", "accept", "reason", "x"))
        .then()
        .statusCode(409)
        .body("detail", containsString("已驳回"));
    UUID third = application(8, "approved");
    String unknown = openEntry(6);
    resolve(unknown, Map.of("action", "accept", "reason", "x")).then().statusCode(400);
    resolve(unknown, Map.of("action", "correct", "reason", "编号写错", "applicationId", third))
        .then()
        .statusCode(200)
        .body("state", equalTo("corrected"))
        .body("reason", equalTo("编号写错"));
    assertThat(paid(third)).isEqualTo(5_000_000);
    assertThat(state(third)).isEqualTo("paid");
  }

  @Test
  void mendedFile_booksWhatWaited_andWhatWaitedIsNotBookedBesides() {
    List<String> wrong = List.of("SB001", code(2), "", "", "20000", "2026-03-05", "V1", "");
    send(PaymentLists.csv(PaymentLists.HEADER, List.of(wrong)))
        .then()
        .body("matched", equalTo(0))
        .body("findings.kind", hasItem("payee"));
    send(PaymentLists.csv(PaymentLists.HEADER, List.of(row(1, "20000", "2026-03-05", "V1"))))
        .then()
        .body("matched", equalTo(1));
    resolve(openEntry(2), Map.of("action", "accept", "reason", "x"))
        .then()
        .statusCode(409)
        .body("detail", containsString("已由另一行登记"));
    assertThat(paid(first)).isEqualTo(2_000_000);
  }

  @Test
  void refundThatWaits_isAccepted_oncePaid() {
    send(PaymentLists.csv(PaymentLists.HEADER, List.of(row(1, "-20000", "2026-03-09", "T1"))));
    String waiting = openEntry(2);
    resolve(waiting, Map.of("action", "accept", "reason", "x")).then().statusCode(409);
    send(PaymentLists.csv(PaymentLists.HEADER, List.of(row(1, "50000", "2026-03-05", "V1"))));
    resolve(waiting, Map.of("action", "accept", "reason", "银行退汇")).then().statusCode(200);
    assertThat(paid(first)).isEqualTo(3_000_000);
    assertThat(state(first)).isEqualTo("approved");
  }

  @Test
  void handler_paysOwnDepartmentOnly_andSeesItsOwn() {
    send(handlerOf("市气象局"), PaymentLists.csv(PaymentLists.HEADER, MIXED), "")
        .then()
        .statusCode(200)
        .body("matched", equalTo(0))
        .body("findings.kind", hasItem("unknown"));
    assertThat(paid(first)).isZero();
    send(PaymentLists.csv(PaymentLists.HEADER, List.of(row(1, "50000", "2026-03-05", "V1"))))
        .then()
        .statusCode(200)
        .body("matched", equalTo(1));
    handlerOf("市经信局").get("/api/payments").then().statusCode(200).body("total", equalTo(1));
    handlerOf("市教育局").get("/api/payments").then().statusCode(200).body("total", equalTo(0));
    String entry = openEntry(3);
    handlerOf("市教育局")
        .body(Map.of("action", "ignore", "reason", "x"))
        .post("/api/payments/entries/" + entry + "/resolution")
        .then()
        .statusCode(404);
  }

  @Test
  void list_isNarrowed_andExported_withoutFormulas() throws Exception {
    List<List<String>> rows = new ArrayList<>(MIXED);
    rows.add(List.of("=1+1", "", "", "", "5", "2026-03-05", "V6", ""));
    jdbc.update("update assistant.application set approved_fen = 900 where id = ?", second);
    send(PaymentLists.csv(PaymentLists.HEADER, rows));
    UUID due = application(4, "approved");
    send(PaymentLists.csv(PaymentLists.HEADER, List.of(row(9, "1", "2026-03-05", "V9"))));
    as(Role.SUPERVISOR)
        .get("/api/payments?kind=twice")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].findings.kind", hasItem("twice"))
        .body("items[0].amount", equalTo(50000.0f));
    as(Role.SUPERVISOR)
        .get("/api/payments?kind=unpaid")
        .then()
        .statusCode(200)
        .body("items.applicationId", hasItem(due.toString()));
    as(Role.SUPERVISOR)
        .get("/api/payments?kind=unpaid&page=2147483647")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    as(Role.SUPERVISOR).get("/api/payments?kind=x").then().statusCode(400);
    as(Role.SUPERVISOR)
        .get("/api/payments/batches")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[1].fileName", equalTo("payments.csv"));
    byte[] file =
        as(Role.SUPERVISOR)
            .get("/api/payments/findings.xlsx")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (var book =
        new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(file))) {
      List<String> numbers = new ArrayList<>();
      book.getSheetAt(0).forEach(row -> numbers.add(row.getCell(3).getStringCellValue()));
      assertThat(numbers).contains("'=1+1");
    }
  }

  @Test
  void missingColumns_are400_withWhatWasFound() {
    send("申报编号,联系人\nSB001,张三\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .then()
        .statusCode(400)
        .body("missing", hasItems("拨付金额", "拨付日期"))
        .body("found", hasItem("联系人"));
    send(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4})
        .then()
        .statusCode(422);
    as(Role.SUPERVISOR)
        .contentType("multipart/form-data")
        .multiPart("x", "y")
        .post("/api/payments/import")
        .then()
        .statusCode(400);
  }

  @Test
  void budget_isUsedByApprovalsAndPayments_andWarnsBeyond() {
    String item = TestItems.published("预算事项", 100, Map.of());
    for (int i = 5; i <= 6; i++) {
      PaymentTables.application(
          jdbc,
          "SB10" + i,
          code(i),
          "福建企业" + i + "有限公司",
          UUID.fromString(item),
          "预算事项",
          "approved",
          30_000);
    }
    as(Role.SUPERVISOR)
        .body(Map.of("year", 2026, "amount", 50000.5))
        .put("/api/payments/budgets/" + item)
        .then()
        .statusCode(200);
    send(PaymentLists.csv(
            PaymentLists.HEADER,
            List.of(List.of("SB105", code(5), "", "", "30000", "2026-03-05", "V1", ""))))
        .then()
        .statusCode(200)
        .body("notes", hasItem(containsString("超过预算")));
    as(Role.SUPERVISOR)
        .get("/api/payments/budgets?year=2026")
        .then()
        .statusCode(200)
        .body("items.find { it.itemId == '" + item + "' }.budget", equalTo(50000.5f))
        .body("items.find { it.itemId == '" + item + "' }.approved", equalTo(60000.0f))
        .body("items.find { it.itemId == '" + item + "' }.paid", equalTo(30000.0f))
        .body("items.find { it.itemId == '" + item + "' }.left", equalTo(20000.5f))
        .body("warnings", hasSize(1));
    as(Role.SUPERVISOR)
        .body(Map.of("year", 2026, "amount", -1))
        .put("/api/payments/budgets/" + item)
        .then()
        .statusCode(400);
    as(Role.SUPERVISOR)
        .body(Map.of("year", 2026, "amount", 1))
        .put("/api/payments/budgets/" + Ids.next())
        .then()
        .statusCode(404);
  }

  @Test
  void inspector_reads_cannotAct_andIsOnRecord() {
    send(PaymentLists.csv(PaymentLists.HEADER, MIXED));
    as(Role.INSPECTOR)
        .get("/api/payments?kind=twice")
        .then()
        .statusCode(200)
        .body("total", equalTo(1));
    send(as(Role.INSPECTOR), PaymentLists.csv(PaymentLists.HEADER, MIXED), "")
        .then()
        .statusCode(403);
    as(Role.INSPECTOR)
        .body(Map.of("action", "ignore", "reason", "x"))
        .post("/api/payments/entries/" + first + "/resolution")
        .then()
        .statusCode(403);
    as(Role.INSPECTOR)
        .body(Map.of("type", "pay"))
        .post("/api/applications/" + first + "/events")
        .then()
        .statusCode(403);
    as(Role.SUPERVISOR)
        .get("/api/inspection/reads?what=payments")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].address", equalTo("/api/payments?kind=twice"))
        .body("items[0].whatLabel", equalTo("拨付"));
    as(Role.INSPECTOR).get("/api/inspection/reads").then().statusCode(403);
  }
}
