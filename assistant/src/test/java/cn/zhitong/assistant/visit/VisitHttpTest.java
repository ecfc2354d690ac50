package cn.zhitong.assistant.visit;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.casework.CaseworkProfile;
import cn.zhitong.assistant.casework.LinkTokens;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drawn, called, written down, followed up. */
@QuarkusTest
@TestProfile(CaseworkProfile.class)
@WithTestResource(TestDatabase.class)
class VisitHttpTest {
  private static final Map<String, String> ANSWERS =
      Map.of("known", "知道", "applied", "已申报", "paid", "超时", "satisfied", "满意");

  @Inject Jdbc jdbc;
  @Inject LinkTokens links;

  @BeforeEach
  void enterprises() {
    jdbc.update("delete from assistant.visit_read");
    jdbc.update("delete from assistant.visit");
    jdbc.update("delete from assistant.visit_round");
    jdbc.update("delete from assistant.enterprise");
    for (int i = 1; i <= 6; i++) {
      String code = TestItems.code("91350100MA4", i);
      TestItems.enterprise(code, "企业" + i, 50, "region", i <= 4 ? "350102" : "350203");
      TestItems.contact(code, null, "1380000000" + i);
    }
  }

  private static Response draw(String seed) {
    return as(Role.SUPERVISOR)
        .body(Map.of("kind", "monthly", "population", "files", "perStratum", 2, "seed", seed))
        .post("/api/visit-rounds");
  }

  private static List<String> codes(String round) {
    return as(Role.AGENT).get("/api/visit-rounds/" + round).jsonPath().getList("visits.creditCode");
  }

  @Test
  void draw_keepsSeedAndPopulation_andIsTheSameAgain() {
    String first =
        draw("s1")
            .then()
            .statusCode(201)
            .body("frame", equalTo(6))
            .body("visits", equalTo(4))
            .body("seed", equalTo("s1"))
            .body("digest", notNullValue())
            .extract()
            .path("roundId");
    String second = draw("s1").path("roundId");
    assertThat(codes(second)).isEqualTo(codes(first));
    as(Role.AGENT).body(Map.of("kind", "monthly")).post("/api/visit-rounds").then().statusCode(403);
    as(Role.SUPERVISOR)
        .body(
            Map.of(
                "kind",
                "monthly",
                "population",
                "pushed",
                "from",
                "2001-01-01",
                "to",
                "2001-01-31"))
        .post("/api/visit-rounds")
        .then()
        .statusCode(409);
    as(Role.SUPERVISOR).body(Map.of("kind", "x")).post("/api/visit-rounds").then().statusCode(400);
  }

  @Test
  void result_byTelephone_isKeptOnce_andCounted() {
    String round = draw("s2").path("roundId");
    String visit = as(Role.AGENT).get("/api/visit-rounds/" + round).path("visits[0].visitId");
    String path = "/api/visits/" + visit + "/result";
    as(Role.AGENT).body(Map.of("answers", Map.of())).post(path).then().statusCode(400);
    as(Role.AGENT).body(Map.of("unreachable", true)).post(path).then().statusCode(200);
    as(Role.AGENT)
        .body(Map.of("answers", ANSWERS, "comment", "到账慢"))
        .post(path)
        .then()
        .statusCode(200)
        .body("state", equalTo("done"));
    as(Role.AGENT).body(Map.of("answers", ANSWERS)).post(path).then().statusCode(409);
    as(Role.SUPERVISOR)
        .get("/api/visit-rounds/" + round)
        .then()
        .statusCode(200)
        .body("round.done", equalTo(1))
        .body("results[2].options[1].option", equalTo("超时"))
        .body("results[2].options[1].share.hits", equalTo(1))
        .body("visits.comment", hasItem("到账慢"));
    assertThat(jdbc.query("select what from assistant.visit_read", row -> row.getString(1)))
        .as("looks are recorded")
        .contains("list");
  }

  @Test
  void followUp_becomesACase_once() {
    String round = draw("s3").path("roundId");
    String visit = as(Role.AGENT).get("/api/visit-rounds/" + round).path("visits[0].visitId");
    String path = "/api/visits/" + visit + "/follow-up";
    as(Role.AGENT).body(Map.of("text", " ")).post(path).then().statusCode(400);
    String caseId =
        as(Role.AGENT)
            .body(Map.of("text", "资金超过承诺时间没有到账。"))
            .post(path)
            .then()
            .statusCode(200)
            .body("number", notNullValue())
            .extract()
            .path("caseId");
    as(Role.AGENT)
        .get("/api/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("title", containsString("月度回访反映"));
    as(Role.AGENT).body(Map.of("text", "再")).post(path).then().statusCode(409);
  }

  @Test
  void link_showsQuestionsWithoutTheEnterprise_andTakesOneAnswer() {
    String round = draw("s4").path("roundId");
    String visit = as(Role.AGENT).get("/api/visit-rounds/" + round).path("visits[0].visitId");
    String path = "/api/visit-links/" + links.token(Visits.LINK, UUID.fromString(visit));
    String sheet =
        visitor()
            .get(path)
            .then()
            .statusCode(200)
            .body("questions", hasSize(4))
            .extract()
            .asString();
    assertThat(sheet).doesNotContain("企业1").doesNotContain("91350100");
    visitor()
        .body(Map.of("answers", Map.of("known", "也许")))
        .post(path)
        .then()
        .statusCode(400)
        .body("detail", containsString("选项"));
    visitor()
        .body(Map.of("answers", ANSWERS))
        .post(path)
        .then()
        .statusCode(200)
        .body("answered", equalTo(true));
    visitor().body(Map.of("answers", ANSWERS)).post(path).then().statusCode(409);
    visitor().get("/api/visit-links/AAAA").then().statusCode(404);
    jdbc.update("update assistant.visit set state = 'open'");
    jdbc.update("update assistant.visit_round set closes_on = date '2020-01-01'");
    visitor().body(Map.of("answers", ANSWERS)).post(path).then().statusCode(409);
  }

  @Test
  void phoneList_hasNumbersAndQuestions_andIsOnRecord() throws Exception {
    String round = draw("s5").path("roundId");
    byte[] file =
        as(Role.AGENT)
            .get("/api/visit-rounds/" + round + "/phones.xlsx")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (ReadableWorkbook book = new ReadableWorkbook(new java.io.ByteArrayInputStream(file))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(5);
      assertThat(rows.get(0).getCellText(4)).isEqualTo("手机");
      assertThat(rows.get(0).getCellText(6)).isEqualTo("是否知道这项政策？");
      assertThat(rows.get(1).getCellText(4)).startsWith("1380000000");
    }
    assertThat(jdbc.query("select what from assistant.visit_read", row -> row.getString(1)))
        .contains("phones");
  }
}
