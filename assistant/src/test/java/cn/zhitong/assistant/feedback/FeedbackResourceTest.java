package cn.zhitong.assistant.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.TestPolicy;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From 没用 to the worklist, and out of it when the answer is there. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FeedbackResourceTest {
  private static final String QUESTION = "望川市物流企业租用标准冷库补贴多少？";

  @Inject TestPolicy policy;

  @BeforeEach
  void publish() throws Exception {
    policy.publish();
  }

  private static String ask(String question) {
    return given()
        .contentType("application/json")
        .body("{\"question\":\"" + question + "\"}")
        .post("/api/questions")
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private static ValidatableResponse judge(String id, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/questions/" + id + "/feedback")
        .then();
  }

  private static RequestSpecification staff() {
    return given().auth().oauth2(TestDatabase.TOKEN).contentType("application/json");
  }

  @Test
  void give_useless_isOnTheWorklistWithItsReason() {
    String id = ask(QUESTION);
    judge(id, "{\"useful\":false,\"reason\":\"答非所问，请打13850021764\"}").statusCode(204);
    String gap =
        staff()
            .get("/api/knowledge-gaps?state=open")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.examples.any { e -> e.questionId == '" + id + "' } }.id");
    assertThat(gap).isNotNull();
    List<String> reasons =
        staff().get("/api/knowledge-gaps").path("items.examples.flatten().reason");
    assertThat(reasons)
        .anyMatch(r -> r != null && r.startsWith("答非所问") && !r.contains("13850021764"));

    staff()
        .body("{\"state\":\"assigned\",\"missing\":\"冷库补贴的上限\",\"owner\":\"望川市商务局\"}")
        .patch("/api/knowledge-gaps/" + gap)
        .then()
        .statusCode(200)
        .body("state", equalTo("assigned"))
        .body("owner", equalTo("望川市商务局"));
    staff()
        .body("{}")
        .post("/api/knowledge-gaps/" + gap + "/check")
        .then()
        .statusCode(200)
        .body("state", equalTo("answered"));
    String export = staff().get("/api/knowledge-gaps/questions.jsonl").asString();
    assertThat(export).contains(QUESTION).contains("\"must\":[").contains("冷库补贴的上限");
  }

  @Test
  void give_usefulAfterUseless_theLastWordCounts() {
    String id = ask(QUESTION);
    judge(id, "{\"useful\":false}").statusCode(204);
    judge(id, "{\"useful\":true}").statusCode(204);
    staff()
        .get("/api/knowledge-gaps")
        .then()
        .body("items.examples.flatten().questionId", not(hasItem(id)));
  }

  @Test
  void give_unknownAnswerOrNoWord_isRefused() {
    judge(UUID.randomUUID().toString(), "{\"useful\":true}").statusCode(404);
    judge("x", "{\"useful\":true}").statusCode(404);
    judge(ask(QUESTION), "{}").statusCode(400);
  }

  @Test
  void worklist_farBehindItsEnd_isEmpty() {
    staff()
        .get("/api/knowledge-gaps?page=" + Integer.MAX_VALUE)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void worklist_withoutARole_isRefused() {
    given().get("/api/knowledge-gaps").then().statusCode(401);
  }

  @Test
  void shared_answer_hasNoQuestion() {
    String id = ask("我是林某，电话13850021764，" + QUESTION);
    String shared = given().get("/api/questions/" + id).then().statusCode(200).extract().asString();
    assertThat(shared).contains("每平方米每月8元").doesNotContain("林某").doesNotContain("1385002");
  }
}
