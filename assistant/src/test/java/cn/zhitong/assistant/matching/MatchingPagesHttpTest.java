package cn.zhitong.assistant.matching;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the pages of items, boards and enterprises ask the service. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MatchingPagesHttpTest {
  private static final String CODE = "91990100MA000001DN";
  private static final Map<String, Object> LEAF =
      Map.of(
          "type",
          "leaf",
          "field",
          "staff",
          "op",
          "<=",
          "value",
          100,
          "quote",
          "例",
          "strength",
          "hard",
          "mode",
          "data");

  @Test
  void facets_ofTheLibrary_areOpenToVisitors() {
    visitor()
        .get("/api/items/facets?open=true")
        .then()
        .statusCode(200)
        .body("$", hasKey("mode"))
        .body("$", hasKey("level"));
  }

  @Test
  void board_isForOffices_notForVisitors() {
    visitor().get("/api/matching/board").then().statusCode(401);
    as(Role.SUPERVISOR)
        .get("/api/matching/board")
        .then()
        .statusCode(200)
        .body("items", notNullValue())
        .body("gaps", notNullValue());
  }

  @Test
  void reach_ofUnsavedConditions_isCounted() {
    store();
    as(Role.PUBLISHER)
        .body(Map.of("conditions", LEAF))
        .post("/api/matching/reach")
        .then()
        .statusCode(200)
        .body("met", greaterThanOrEqualTo(1));
  }

  @Test
  void signIn_withAWrongCode_isRefused_andTheAnswerTellsNoEnterprise() {
    store();
    token()
        .body(Map.of("email", "firm@example.com"))
        .put("/api/enterprises/" + CODE + "/contact")
        .then()
        .statusCode(204);
    visitor()
        .body(Map.of("creditCode", "91990100MA999999XX"))
        .post("/api/session/enterprise/code")
        .then()
        .statusCode(202);
    visitor()
        .body(Map.of("creditCode", CODE, "code", "000000"))
        .post("/api/session/enterprise")
        .then()
        .statusCode(401);
  }

  @Test
  void objection_byAnother_isRefused() {
    store();
    as(Role.ENTERPRISE)
        .body(Map.of("field", "staff", "words", "应为 90 人"))
        .post("/api/enterprises/" + CODE + "/objections")
        .then()
        .statusCode(403);
  }

  @Test
  void fieldPage_ofItems_isServed() {
    visitor().get("/items").then().statusCode(200);
    visitor().get("/enterprise").then().statusCode(200);
    visitor().get("/match-board").then().statusCode(200);
    visitor().get("/items/x/edit").then().statusCode(200);
  }

  private static void store() {
    token()
        .body(
            Map.of(
                "name",
                "例企业",
                "facts",
                List.of(
                    Map.of(
                        "field", "staff", "value", 80, "source", "例", "observedAt", "2024-06-30"))))
        .put("/api/enterprises/" + CODE)
        .then()
        .statusCode(200)
        .body("creditCode", equalTo(CODE));
  }
}
