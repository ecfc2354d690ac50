package cn.zhitong.assistant.report;

import static cn.zhitong.assistant.security.TestLogin.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
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
    application(
        "paid", "2019-05-01T09:00+08:00", "2019-05-06T23:59+08:00", null, null, "2019-05-06", 1050);
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

  private void application(
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
  }
}
