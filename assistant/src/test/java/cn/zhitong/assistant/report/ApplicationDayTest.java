package cn.zhitong.assistant.report;

import static cn.zhitong.assistant.security.TestLogin.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.payment.PaymentTables;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications in the daily report: what was filed, approved and paid on the day, what is late. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ApplicationDayTest {
  private static final String OFFICE = "市报表测试局";

  private static final String INSERT =
      """
      insert into assistant.application
        (id, number, mode, item_id, item_version, item_title, credit_code, enterprise_name,
         department, state, version, submitted_at, approved_at, closed_at, due, paid_on, paid_fen,
         state_since, created_at, updated_at)
      values (?, ?, 'request', ?, 1, '用工补贴', '91350100MA7REPORT0', '甲', ?, ?, 2,
              ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::date, ?::date, ?, now(), now(),
              now())
      """;

  @Inject Jdbc jdbc;
  @Inject Clock clock;

  @BeforeEach
  void noneOfTheOffice() {
    jdbc.update("delete from assistant.application where department = ?", OFFICE);
  }

  @Test
  void day_withApplications_isCounted_draftsAreNot() {
    application("submitted", "2019-05-06T09:00+08:00", null, null, null, null, 0);
    application("draft", null, null, null, null, null, 0);
    // The last minute before midnight in Shanghai, which is another day in London.
    UUID paid =
        application(
            "paid",
            "2019-05-01T09:00+08:00",
            "2019-05-06T23:59+08:00",
            null,
            null,
            "2019-05-07",
            2050);
    // The first of two instalments.
    PaymentTables.pay(jdbc, paid, 1, 1050, LocalDate.of(2019, 5, 6));
    PaymentTables.pay(jdbc, paid, 2, 1000, LocalDate.of(2019, 5, 7));
    application(
        "rejected", "2019-05-05T09:00+08:00", null, "2019-05-06T10:00+08:00", null, null, 0);
    as(Role.SUPERVISOR)
        .get("/api/reports/daily?date=2019-05-06&department=" + OFFICE)
        .then()
        .statusCode(200)
        .body("applications.today.filed", equalTo(1))
        .body("applications.today.approved", equalTo(1))
        .body("applications.today.rejected", equalTo(1))
        .body("applications.today.paidYuan", equalTo(10.5f))
        .body("applications.before.filed", equalTo(1))
        .body("applications.today.pending", nullValue())
        .body("lateApplications.size()", equalTo(0));
    as(Role.SUPERVISOR)
        .get("/api/reports/daily.txt?date=2019-05-06&department=" + OFFICE)
        .then()
        .body(containsString("当日提交申报1件，批准1件，驳回1件，拨付10.50元。"));
  }

  @Test
  void today_lateApplications_areListed() {
    LocalDate today = LocalDate.now(clock);
    application(
        "reviewing", "2019-05-06T09:00+08:00", null, null, today.minusDays(1).toString(), null, 0);
    application("reviewing", "2019-05-06T09:00+08:00", null, null, today.toString(), null, 0);
    as(Role.SUPERVISOR)
        .get("/api/reports/daily?date=" + today + "&department=" + OFFICE)
        .then()
        .body("applications.today.pending", equalTo(2))
        .body("applications.today.overdue", equalTo(1))
        .body("lateApplications.due", hasItem(today.minusDays(1).toString()));
  }

  @Test
  void lateApplication_andAClaim_areOnTheListsAndInTheDay() {
    LocalDate today = LocalDate.now(clock);
    UUID id =
        application(
            "approved",
            "2019-05-06T09:00+08:00",
            "2019-05-07T09:00+08:00",
            null,
            today.minusDays(1).toString(),
            null,
            0);
    jdbc.update(
        "update assistant.application set approved_fen = 100, payment_due = due where id = ?", id);
    jdbc.update(
        """
        insert into assistant.payment_claim
          (id, application_id, case_id, case_number, claimed_by, claimed_at)
        values (?, ?, ?, 'N', 'x', '2019-05-08T09:00+08:00')
        """,
        UUID.randomUUID(),
        id,
        UUID.randomUUID());
    String query = "?from=2019-05-01&to=2019-05-31&department=" + OFFICE;
    as(Role.SUPERVISOR)
        .get("/api/reports/lists" + query)
        .then()
        .statusCode(200)
        .body("enterprises[0].reasons", hasItem("1件申报逾期未拨付"))
        .body("needs[0].applicationId", equalTo(id.toString()))
        .body("needs[0].category", equalTo("申报"))
        .body("tasks[0].reasons", hasItem("企业反映资金未到账1次"));
    as(Role.SUPERVISOR).get("/api/reports/lists.xlsx" + query).then().statusCode(200);
    application("rejected", "2019-05-06T09:00+08:00", null, null, null, null, 0);
    application("reviewing", "2019-05-06T09:00+08:00", null, null, null, null, 0);
    as(Role.SUPERVISOR)
        .get("/api/reports/hot-issues" + query)
        .then()
        .statusCode(200)
        // Each is of an item of its own here: too few of one.
        .body("applications.size()", equalTo(0));
    jdbc.update(
        "update assistant.application set item_id = ?, credit_code = number where department = ?",
        id,
        OFFICE);
    as(Role.SUPERVISOR)
        .get("/api/reports/hot-issues" + query)
        .then()
        .body("applications[0].marks", hasItems("拨付逾期集中", "驳回集中", "反映资金未到账"));
    as(Role.SUPERVISOR)
        .get("/api/reports/daily?date=2019-05-08&department=" + OFFICE)
        .then()
        .body("applications.today.claims", equalTo(1));
    as(Role.SUPERVISOR)
        .get("/api/reports/daily.txt?date=2019-05-08&department=" + OFFICE)
        .then()
        .body(containsString("企业反映资金未到账1件。"));
    jdbc.update("delete from assistant.payment_claim where application_id = ?", id);
  }

  @AfterEach
  void noLogThatDoesNotHold() {
    PaymentTables.unpay(jdbc);
  }

  private UUID application(
      String state,
      String submitted,
      String approved,
      String closed,
      String due,
      String paidOn,
      long paidFen) {
    UUID id = UUID.randomUUID();
    jdbc.update(
        INSERT,
        id,
        "SB-R-" + id,
        UUID.randomUUID(),
        OFFICE,
        state,
        submitted,
        approved,
        closed,
        due,
        paidOn,
        paidFen);
    return id;
  }
}
