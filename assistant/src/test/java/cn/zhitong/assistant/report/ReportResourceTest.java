package cn.zhitong.assistant.report;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.Cases;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.tables.Export;
import cn.zhitong.assistant.tables.ExportTable;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class ReportResourceTest {
  private final String bureau = "测试局" + UUID.randomUUID();

  @Test
  void table_thatAPageShows_isKept() {
    Map<String, Object> table =
        Map.of("title", "甲/乙", "header", List.of("部门", "件数"), "rows", List.of(List.of("=1+1", 3)));
    String csv =
        as(Role.HANDLER)
            .body(table)
            .post("/api/tables/csv")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv).contains("部门,件数").contains("'=1+1,3");
    as(Role.SUPERVISOR).body(table).post("/api/tables/xlsx").then().statusCode(200);
    visitor().body(table).post("/api/tables/csv").then().statusCode(401);
    as(Role.AGENT)
        .body(Map.of("title", "甲", "header", List.of("乙"), "rows", List.of(List.of(Map.of()))))
        .post("/api/tables/csv")
        .then()
        .statusCode(400);
  }

  @Test
  void triage_decidedByPeople_isCountedFromTheirLastDecisions() {
    // Suggested is 市工业和信息化局 first; decided: another department each time but the last.
    decided("请问如何办理", "consultation", "2025-03-03T10:00:00+08:00");
    decided("请问如何办理", "demand", "2025-03-31T23:59:00+08:00");
    decided("请问如何办理", "demand", "2025-04-01T00:01:00+08:00");
    JsonPath report =
        token()
            .queryParam("from", "2025-03-01")
            .queryParam("to", "2025-03-31")
            .queryParam("department", bureau)
            .get("/api/reports/triage")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(report.getInt("decisions")).as("the day ends in Shanghai").isEqualTo(2);
    assertThat(report.getInt("category.hits")).isEqualTo(1);
    assertThat(report.getFloat("category.value")).isEqualTo(.5f);
    assertThat(report.getInt("departmentTop1.hits")).isZero();
    assertThat(report.getInt("departmentTop3.hits")).isZero();
    List<List<Integer>> counts = report.getList("confusion.counts");
    assertThat(counts.get(0)).containsExactly(1, 0, 0);
    assertThat(counts.get(2)).as("decided 诉求, suggested 咨询").containsExactly(1, 0, 0);
    assertThat(report.getString("byModel[0].name")).isEqualTo("scripted-1");
    assertThat(report.getString("departmentConfusions[0].suggested")).isEqualTo("市工业和信息化局");
    assertThat(report.getInt("departmentConfusions[0].count")).isEqualTo(2);
  }

  @Test
  void laterDecision_ofTheSameCase_replacesTheFirst() {
    Cases filed = Cases.filed("投诉").does("accept_suggestion").does("dispatch");
    filed.does("return", "reason", "非我局职责");
    filed.does("reassign", "department", bureau, "reason", "职责所在");
    JsonPath report =
        token().queryParam("department", bureau).get("/api/reports/triage").jsonPath();
    assertThat(report.getInt("decisions")).isEqualTo(1);
    assertThat(report.getInt("departmentTop1.hits")).isZero();
    assertThat(report.getInt("byDepartment[0].returned")).isEqualTo(1);
  }

  @Test
  void punctualityAndSatisfaction_counted_agreeWithTheLog() {
    answered("2025-03-05T10:00:00+08:00", 5);
    answered("2025-03-06T10:00:00+08:00", 1);
    decided("请问如何办理", "consultation", "2025-03-03T10:00:00+08:00");
    period("/api/reports/deadlines")
        .body("total.cases", equalTo(3))
        .body("total.answeredOnTime", equalTo(1))
        .body("total.answeredLate", equalTo(1))
        .body("total.overdue", equalTo(1))
        .body("total.punctuality.of", equalTo(3));
    period("/api/reports/satisfaction")
        .body("total.ratings", equalTo(2))
        .body("total.scores", equalTo(List.of(1, 0, 0, 0, 1)))
        .body("total.mean", equalTo(3f));
  }

  @Test
  void case_waitingForTheEnterprise_isPausedNotUndated() {
    Cases.filed("请问如何办理")
        .does("change", "category", "demand", "department", bureau, "reason", "依职责")
        .does("dispatch")
        .does("start")
        .does("request_information", "reason", "请补充合同");
    token()
        .queryParam("department", bureau)
        .get("/api/reports/deadlines")
        .then()
        .body("total.cases", equalTo(1))
        .body("total.paused", equalTo(1))
        .body("total.undated", equalTo(0))
        .body("total.open", equalTo(0));
    token()
        .queryParam("department", bureau)
        .get("/api/reports/today")
        .then()
        .body("standing.open", equalTo(1))
        .body("standing.paused", equalTo(1))
        .body("standing.undated", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({"triage", "deadlines", "satisfaction"})
  void export_ofEveryReport_isAFile(String report) throws IOException {
    decided("请问如何办理", "consultation", "2025-03-03T10:00:00+08:00");
    String csv =
        token().queryParam("from", "2025-03-01").get("/api/reports/" + report + ".csv").asString();
    assertThat(csv).startsWith("\uFEFF").contains("部门");
    byte[] xlsx =
        token()
            .get("/api/reports/" + report + ".xlsx")
            .then()
            .statusCode(200)
            .header("Content-Disposition", org.hamcrest.Matchers.containsString(report))
            .extract()
            .asByteArray();
    Path file = Files.write(Files.createTempFile("report", ".xlsx"), xlsx);
    List<String> entries;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      entries = zip.stream().map(ZipEntry::getName).toList();
    } finally {
      Files.delete(file);
    }
    assertThat(entries).contains("xl/workbook.xml", "xl/worksheets/sheet1.xml");
  }

  @ParameterizedTest
  @CsvSource({"triage", "deadlines", "satisfaction", "triage.csv", "triage.xlsx"})
  void reports_askedForByOthers_areForSupervisorsOnly(String report) {
    String path = "/api/reports/" + report;
    visitor().get(path).then().statusCode(401);
    for (Role role : List.of(Role.PUBLISHER, Role.AGENT, Role.HANDLER, Role.ENTERPRISE)) {
      as(role).get(path).then().statusCode(403);
    }
    as(Role.SUPERVISOR).get(path).then().statusCode(200);
    as(Role.ADMINISTRATOR).get(path).then().statusCode(200);
  }

  @Test
  void period_thatIsWrong_isNamed() {
    token().queryParam("from", "去年").get("/api/reports/triage").then().statusCode(400);
    token()
        .queryParam("from", "2025-03-02")
        .queryParam("to", "2025-03-01")
        .get("/api/reports/triage")
        .then()
        .statusCode(400);
  }

  @Test
  void cell_beginningLikeAFormula_isText() {
    ExportTable table =
        new ExportTable(
            "表",
            List.of("a", "b"),
            List.of(ExportTable.row("=1+1", "x,\"y\""), ExportTable.row(null, -2)));
    assertThat(new String(Export.csv(List.of(table)), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF表\r\na,b\r\n'=1+1,\"x,\"\"y\"\"\"\r\n,-2\r\n");
  }

  private io.restassured.response.ValidatableResponse period(String path) {
    return token()
        .queryParam("from", "2025-03-01")
        .queryParam("to", "2025-03-31")
        .queryParam("department", bureau)
        .get(path)
        .then()
        .statusCode(200);
  }

  /** Asked Monday 2025-03-03, so that a consultation is due on Wednesday the 5th. */
  private Cases decided(String text, String category, String at) {
    return Cases.filed(Map.of("text", text, "askedAt", "2025-03-03T09:00:00+08:00"))
        .does(
            "change",
            "category",
            category,
            "department",
            bureau,
            "reason",
            "依职责",
            "occurredAt",
            at);
  }

  private void answered(String at, int score) {
    decided("请问如何办理", "consultation", "2025-03-03T10:00:00+08:00")
        .does("reply", "text", "答复", "occurredAt", at)
        .does("rate", "score", score, "occurredAt", at);
  }
}
