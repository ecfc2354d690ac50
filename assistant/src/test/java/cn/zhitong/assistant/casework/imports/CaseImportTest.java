package cn.zhitong.assistant.casework.imports;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.intake.CaseTriage;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hotlines' lists as they come. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class CaseImportTest {
  @Inject CaseTriage triage;

  @Test
  void badRows_ofAnImport_areListedCorrectedAndSentAgain() {
    String header = "工单编号,标题,诉求内容,来电时间,所属地区,联系人,联系电话\r\n";
    String good = "GD-1,噪声扰民,\"夜间施工，\n影响休息\",2025/9/1 9:05,福州市,王五,13812345678\r\n";
    String list =
        header
            + good
            + "GD-2,,,2025-9-2 10:00:00,,,\r\n"
            + "GD-3,补贴,想问补贴,明天,,,\r\n"
            + "GD-4,补贴,想问补贴,,某某星球,,\r\n"
            + ",无编号,没有编号的来件,2025-9-3,,,\r\n"
            + "\r\n";
    Response first = send(token(), "清单.csv", list.getBytes(Charset.forName("GB18030")), null);
    first
        .then()
        .statusCode(200)
        .body("rows", equalTo(5))
        .body("created", equalTo(3))
        .body("unchanged", equalTo(0))
        .body("failed.row", equalTo(java.util.List.of(3, 4)))
        .body("failed[0].externalNumber", equalTo("GD-2"))
        .body("failed[1].reason", containsString("提出时间"))
        .body("failed[1].reason", not(containsString("ISO")))
        .body("warnings", hasSize(1))
        .body("warnings[0].row", equalTo(5))
        .body("warnings[0].column", equalTo("所属地区"))
        .body("warnings[0].value", equalTo("某某星球"))
        .body("mapping.externalNumber", equalTo("工单编号"));
    send(token(), "清单.csv", list.getBytes(StandardCharsets.UTF_8), null)
        .then()
        .body("created", equalTo(0))
        .body("unchanged", equalTo(3))
        .body("failed", hasSize(2));
    String failed = token().get(first.<String>path("failedFile")).asString();
    assertThat(failed).contains("未导入原因").contains("GD-3");
    String corrected = failed.replace("明天", "2025-9-2").replace("GD-2,,", "GD-2,标题补上,");
    send(token(), "failed.csv", corrected.getBytes(StandardCharsets.UTF_8), null)
        .then()
        .body("created", equalTo(2))
        .body("failed", hasSize(0))
        .body("failedFile", nullValue());
    Response found = token().get("/api/cases?q=GD-1");
    found
        .then()
        .body("total", equalTo(1))
        .body("items[0].externalNumber", equalTo("GD-1"))
        .body("items[0].channel", equalTo("hotline"));
    token()
        .queryParam("personalData", true)
        .get("/api/cases/" + found.path("items[0].caseId"))
        .then()
        .body("askedAt", equalTo("2025-09-01T09:05:00+08:00"))
        .body("region", equalTo("350100"))
        .body("contact.phone", equalTo("13812345678"));
  }

  @Test
  void workbook_withDatesAndLongNumbers_keepsThem() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("工单");
      String[] header = {"编码", "主题", "内容", "时间"};
      for (int i = 0; i < header.length; i++) {
        sheet.value(0, i, header[i]);
      }
      sheet.value(1, 0, 202509010000123L);
      sheet.value(1, 1, "税费咨询");
      sheet.value(1, 2, "小微企业如何减免");
      sheet.value(1, 3, LocalDateTime.of(2025, 9, 1, 14, 30));
      sheet.style(1, 3).format("yyyy-MM-dd HH:mm:ss").set();
    }
    send(token(), "a.xlsx", bytes.toByteArray(), "{\"externalNumber\":\"编码\"}")
        .then()
        .statusCode(200)
        .body("created", equalTo(1))
        .body("failed", hasSize(0));
    Response found = token().get("/api/cases?q=202509010000123");
    found.then().body("total", equalTo(1)).body("items[0].category", nullValue());
    token()
        .get("/api/cases/" + found.path("items[0].caseId"))
        .then()
        .body("askedAt", equalTo("2025-09-01T14:30:00+08:00"));
    triageQueued();
    token()
        .get("/api/cases?q=202509010000123")
        .then()
        .body("items[0].category.code", equalTo("consultation"));
  }

  @Test
  void file_thatIsNoList_isRefusedAsSuch() {
    send(token(), "a.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8), null)
        .then()
        .statusCode(422)
        .body("detail", containsString("XLSX"));
    send(token(), "a.csv", "甲,乙\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8), null)
        .then()
        .statusCode(400)
        .body("detail", containsString("mapping"));
    send(token(), "a.csv", "标题\r\n1\r\n".getBytes(StandardCharsets.UTF_8), "{\"text\":\"没有\"}")
        .then()
        .statusCode(400)
        .body("detail", containsString("没有"));
    send(as(Role.PUBLISHER), "a.csv", "标题\r\n1\r\n".getBytes(StandardCharsets.UTF_8), null)
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-3-2 18:19:14, 2017-03-02T18:19:14",
    "2025/9/26, 2025-09-26",
    "2025年9月26日 9时30分, 2025-09-26T09:30:00",
    "2025-09-26T09:30:00+08:00, 2025-09-26T09:30:00+08:00",
    "昨天, 昨天",
    "20251103, 2025-11-03",
    "20251103 081500, 2025-11-03T08:15:00",
    "20251103081500, 2025-11-03T08:15:00",
    "20251399, 20251399",
    "9月2日, 2025-09-02",
    "12月24日 8点, 2024-12-24T08:00:00",
    "2月30日, 2月30日",
    "2025年9月1日 下午3:05, 2025-09-01T15:05:00",
    "２０２５-９-１, 2025-09-01",
    "45901.5, 2025-09-01T12:00",
  })
  void times_oddlyWritten_areRead(String given, String iso) {
    assertThat(PlainTimes.iso(given, LocalDate.of(2025, 9, 30))).isEqualTo(iso);
  }

  @Test
  void list_withUnusualColumns_isReadAndWhatIsUnusedTold() {
    String list =
        "行号,热线单号,诉求主题,情况说明,登记日期,属地,来电人手机,申请单位,承办科室,紧急程度\n"
            + "1,UC-1,用电,厂区每周停电两次，影响生产，请协调。,2025-9-3,福建省福州市鼓楼区,138 0000 0001,某某厂,电力科,一般\n";
    Response sent = send(token(), "a.csv", list.getBytes(StandardCharsets.UTF_8), null);
    sent.then()
        .statusCode(200)
        .body("created", equalTo(1))
        .body("unmapped", equalTo(java.util.List.of("行号", "承办科室", "紧急程度")))
        .body("mapping.text", equalTo("情况说明"))
        .body("mapping.contactPhone", equalTo("来电人手机"))
        .body("warnings", hasSize(0));
    Response found = token().get("/api/cases?q=UC-1");
    token()
        .queryParam("personalData", true)
        .get("/api/cases/" + found.path("items[0].caseId"))
        .then()
        .body("region", equalTo("350102"))
        .body("contact.enterprise", equalTo("某某厂"));
  }

  @Test
  void list_whoseTextsGoNowhere_asksForTheColumn() {
    String list = "工单号,标题,甲,乙\nLT-1,用电,厂区每周停电两次，影响生产，请协调处理为盼。,短\n";
    byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
    send(token(), "a.csv", bytes, null)
        .then()
        .statusCode(400)
        .body("detail", containsString("甲"))
        .body("unmapped", equalTo(java.util.List.of("甲", "乙")));
    token().get("/api/cases?q=LT-1").then().body("total", equalTo(0));
    send(token(), "a.csv", bytes, "{\"text\":\"甲\"}").then().body("created", equalTo(1));
  }

  @Test
  void preview_ofAList_saysWhatWouldBeFiledAndFilesNothing() {
    String list = "工单号,标题,诉求内容\nPV-1,用电,停电两次\nPV-2,,\n";
    token()
        .contentType("multipart/form-data")
        .multiPart("file", "a.csv", list.getBytes(StandardCharsets.UTF_8))
        .multiPart("preview", "true")
        .post("/api/cases/import")
        .then()
        .statusCode(200)
        .body("preview", equalTo(true))
        .body("created", equalTo(1))
        .body("sample[0].text", equalTo("停电两次"))
        .body("failed.row", equalTo(java.util.List.of(3)));
    token().get("/api/cases?q=PV-1").then().body("total", equalTo(0));
  }

  @Test
  void secondImport_ofUntouchedOrders_addsWhatTheFirstLeftOut() {
    String first = "工单号,标题,甲\nRP-1,用电,某厂\nRP-2,用水,某店\n";
    send(token(), "a.csv", first.getBytes(StandardCharsets.UTF_8), null)
        .then()
        .body("created", equalTo(2));
    triageQueued();
    String touched = token().get("/api/cases?q=RP-2").path("items[0].caseId");
    token()
        .contentType("application/json")
        .body("{\"type\":\"accept\",\"basedOn\":2}")
        .post("/api/cases/" + touched + "/events")
        .then()
        .statusCode(200);
    String second = "工单号,标题,诉求内容,甲\nRP-1,用电,常常停电,某厂\nRP-2,用水,常常停水,某店\n";
    send(token(), "b.csv", second.getBytes(StandardCharsets.UTF_8), "{\"enterprise\":\"甲\"}")
        .then()
        .body("created", equalTo(0))
        .body("updated", equalTo(1))
        .body("failed.externalNumber", equalTo(java.util.List.of("RP-2")));
    triageQueued();
    String id = token().get("/api/cases?q=RP-1").path("items[0].caseId");
    token()
        .queryParam("personalData", true)
        .get("/api/cases/" + id)
        .then()
        .body("text", equalTo("常常停电"))
        .body("contact.enterprise", equalTo("某厂"))
        .body("category.code", equalTo("consultation"));
    token().get("/api/cases/" + id + "/verification").then().body("intact", equalTo(true));
    send(token(), "b.csv", second.getBytes(StandardCharsets.UTF_8), "{\"enterprise\":\"甲\"}")
        .then()
        .body("unchanged", equalTo(1))
        .body("updated", equalTo(0));
  }

  @Test
  void numbers_thatASpreadsheetBroke_areRefusedInPlainWords() {
    String list =
        "工单编号,标题,诉求内容,联系电话\n"
            + "2.0251E+15,甲,内容甲,13812345678\nBN-2,乙,内容乙,1.381E+10\nBN-3,丙,内容丙,13812345678\n";
    send(token(), "a.csv", list.getBytes(StandardCharsets.UTF_8), null)
        .then()
        .body("created", equalTo(1))
        .body("failed.row", equalTo(java.util.List.of(2, 3)))
        .body("failed[0].reason", containsString("文本格式"));
  }

  @Test
  void failedRows_asWorkbook_areTextAndDisarmed() throws IOException {
    String list =
        "工单编号,标题,诉求内容,来电时间,＝备注\n"
            + "202611271234567891,＝1+1,内容,某日,\"=HYPERLINK(\"\"a\"\")\"\n"
            + "00012346,3-4,内容,某日,x\n";
    Response sent = send(token(), "a.csv", list.getBytes(StandardCharsets.UTF_8), null);
    String csv = token().get(sent.<String>path("failedFile")).asString();
    assertThat(csv).contains("'＝备注").contains("'＝1+1").contains("'=HYPERLINK");
    byte[] xlsx = token().get(sent.<String>path("failedWorkbook")).asByteArray();
    var sheet =
        cn.zhitong.assistant.tables.SheetReader.read(new java.io.ByteArrayInputStream(xlsx));
    assertThat(sheet.rows().get(0).cells())
        .startsWith("202611271234567891", "'＝1+1", "内容", "某日", "'=HYPERLINK(\"a\")");
    assertThat(sheet.rows().get(1).cells()).startsWith("00012346", "3-4");
    send(token(), "failed.xlsx", xlsx, null)
        .then()
        .body("failed.externalNumber[0]", equalTo("202611271234567891"));
  }

  /** What is imported waits in the queue; other tests count on an empty one. */
  @AfterEach
  void triageQueued() {
    int taken = 1;
    while (taken > 0) {
      taken = triage.retryDue();
    }
  }

  private static Response send(
      RequestSpecification as, String name, byte[] content, String mapping) {
    RequestSpecification request =
        as.contentType("multipart/form-data").multiPart("file", name, content);
    if (mapping != null) {
      request.multiPart(
          new MultiPartSpecBuilder(mapping)
              .controlName("mapping")
              .charset(StandardCharsets.UTF_8)
              .build());
    }
    return request.post("/api/cases/import");
  }
}
