package cn.zhitong.assistant.casework;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
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
  void badRowsAreListedCorrectedAndSentAgain() {
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
        .body("created", equalTo(2))
        .body("unchanged", equalTo(0))
        .body("failed.row", equalTo(java.util.List.of(3, 4, 5)))
        .body("failed[0].externalNumber", equalTo("GD-2"))
        .body("failed[1].reason", containsString("提出时间"))
        .body("failed[2].reason", containsString("某某星球"))
        .body("mapping.externalNumber", equalTo("工单编号"));
    send(token(), "清单.csv", list.getBytes(StandardCharsets.UTF_8), null)
        .then()
        .body("created", equalTo(0))
        .body("unchanged", equalTo(2))
        .body("failed", hasSize(3));
    String failed = token().get(first.<String>path("failedFile")).asString();
    assertThat(failed).contains("未导入原因").contains("GD-3");
    String corrected =
        failed.replace("明天", "2025-9-2").replace("某某星球", "350100").replace("GD-2,,", "GD-2,标题补上,");
    send(token(), "failed.csv", corrected.getBytes(StandardCharsets.UTF_8), null)
        .then()
        .body("created", equalTo(3))
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
  void excelKeepsDatesAndLongNumbers() throws IOException {
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
  void whatIsNoListIsSaidSo() {
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
  })
  void oddTimes(String given, String iso) {
    assertThat(ColumnMapping.time(given)).isEqualTo(iso);
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
