package cn.zhitong.assistant.question;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.TestPolicy;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class QuestionResourceTest {
  @Inject TestPolicy policy;
  @Inject Jdbc jdbc;
  @Inject QuestionConfig config;
  @Inject QuestionRetentionStore retention;

  @BeforeEach
  void publish() throws Exception {
    policy.publish();
  }

  @Test
  void question_posted_isAnsweredWithCitations() {
    given()
        .contentType("application/json")
        .body("{\"question\":\"望川市物流企业租用标准冷库补贴多少？\"}")
        .post("/api/questions")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("answered"))
        .body("mode", equalTo("extractive"))
        .body("text", containsString("每平方米每月8元"))
        .body("citations[0].documentNumber", equalTo("望政规〔2025〕77号"))
        .body("citations[0].clause", equalTo("一"))
        .body("citations[0].url", startsWith("/policies/"))
        .body("citations[0].status", equalTo("in_force"))
        .body("sentences[0].markers", equalTo(List.of(1)))
        .body("conversationId", notNullValue());
  }

  @Test
  void questions_whenTheirTimeIsOver_areGoneAndOthersStay() {
    UUID old = asked("穿山甲合作社怎么申请补贴");
    UUID recent = asked("穿山乙合作社怎么申请补贴");
    Instant now = Instant.now();
    jdbc.update(
        "update assistant.question set asked_at = ? where conversation_id = ?",
        now.minus(config.kept()).minusSeconds(1),
        old);
    assertThat(retention.expire(now)).isPositive();
    assertThat(rows(old)).isZero();
    assertThat(rows(recent)).isEqualTo(1);
  }

  private static UUID asked(String question) {
    String conversation =
        given()
            .contentType("application/json")
            .body(Map.of("question", question))
            .post("/api/questions")
            .then()
            .statusCode(200)
            .extract()
            .path("conversationId");
    return UUID.fromString(conversation);
  }

  private int rows(UUID conversation) {
    return jdbc.query(
            "select 1 from assistant.question where conversation_id = ?",
            row -> row.getInt(1),
            conversation)
        .size();
  }

  @Test
  void question_streamed_comesInVerifiedSentences() {
    String events =
        given()
            .contentType("application/json")
            .accept("text/event-stream")
            .body("{\"question\":\"望川市物流企业租用标准冷库补贴多少？\"}")
            .post("/api/questions")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(
            events
                .lines()
                .filter(line -> line.startsWith("event:"))
                .map(l -> l.substring(6).strip()))
        .startsWith("stage", "stage", "stage")
        .contains("sentence")
        .endsWith("answer");
    assertThat(events).contains("\"name\":\"retrieve\"").contains("\"markers\":[1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"question\":\" \"}",
        "{\"question\":\"a\",\"region\":\"x\"}",
        "{\"question\":",
        "{\"question\":\"a\",\"asOf\":\"yesterday\"}"
      })
  void badRequests_posted_areTurnedAway(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/api/questions")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:zhitong:problem:invalid-request"));
  }

  @Test
  void question_overlong_isTurnedAway() {
    given()
        .contentType("application/json")
        .body("{\"question\":\"" + "问".repeat(1001) + "\"}")
        .post("/api/questions")
        .then()
        .statusCode(400);
  }

  @Test
  void question_refused_hasAReason() {
    given()
        .contentType("application/json")
        .body("{\"question\":\"火星上有水吗\"}")
        .post("/api/questions")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("refused"))
        .body("reason", notNullValue())
        .body("citations", hasSize(0))
        .body("text", containsString("来件"));
  }

  @Test
  void confidence_forOthersThanAdministrators_isHidden() {
    String question = "{\"question\":\"望川市物流企业租用标准冷库补贴多少？\"}";
    String support =
        given()
            .contentType("application/json")
            .auth()
            .oauth2(TestDatabase.TOKEN)
            .body(question)
            .post("/api/questions")
            .then()
            .statusCode(200)
            .extract()
            .header("Zhitong-Support");
    assertThat(Double.parseDouble(support)).isBetween(.3, 1.);
    given()
        .contentType("application/json")
        .auth()
        .oauth2("not-the-token")
        .body(question)
        .post("/api/questions")
        .then()
        .statusCode(200)
        .header("Zhitong-Support", nullValue());
  }
}
