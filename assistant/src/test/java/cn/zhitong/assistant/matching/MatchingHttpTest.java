package cn.zhitong.assistant.matching;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a text to an item, to a file, to a match and its reason. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MatchingHttpTest {
  private static final String CODE = "91350100M000100Y43";
  private static final String TEXT = "在本区注册的企业，从业人员100人以下。";

  private static Map<String, Object> fact(String field, Object value) {
    return Map.of("field", field, "value", value, "source", "例", "observedAt", "2024-06-30");
  }

  private static Map<String, Object> example(String name, String expected, List<?> facts) {
    return Map.of("name", name, "expected", expected, "facts", facts, "asOf", "2024-06-30");
  }

  @Test
  void item_untilComplete_isNotPublished_thenMatches() {
    Response extracted =
        as(Role.PUBLISHER)
            .body(Map.of("title", "用工补贴", "text", TEXT, "issuer", "某区某局", "region", "330108"))
            .post("/api/items/extraction");
    extracted.then().statusCode(200).body("items", hasSize(1));
    Map<String, Object> item = extracted.jsonPath().getMap("items[0]");

    String id =
        as(Role.PUBLISHER)
            .body(item)
            .post("/api/items")
            .then()
            .statusCode(201)
            .body("state", equalTo("draft"))
            .body("version", equalTo(1))
            .extract()
            .path("itemId");
    as(Role.PUBLISHER)
        .post("/api/items/" + id + "/publication")
        .then()
        .statusCode(409)
        .body("missing.kind", hasItem("confirmation"))
        .body("missing.kind", hasItem("example"));
    visitor().get("/api/items/" + id).then().statusCode(404);

    as(Role.PUBLISHER)
        .body("{}")
        .post("/api/items/" + id + "/confirmations")
        .then()
        .statusCode(200)
        .body("confirmed", contains(0, 1));
    Map<String, Object> here = fact("region", "330108");
    as(Role.PUBLISHER)
        .body(
            Map.of(
                "examples",
                List.of(
                    example("甲", "met", List.of(here, fact("staff", 80))),
                    example("乙", "not_met", List.of(here, fact("staff", 500))),
                    example("丙", "unknown", List.of(here)))))
        .put("/api/items/" + id + "/examples")
        .then()
        .statusCode(200)
        .body("missing", hasSize(0));
    as(Role.PUBLISHER)
        .post("/api/items/" + id + "/publication")
        .then()
        .statusCode(200)
        .body("state", equalTo("published"));
    visitor().get("/api/items/" + id).then().statusCode(200).body("item.title", equalTo("用工补贴"));

    token()
        .body(Map.of("name", "例企业", "facts", List.of(here), "closedFields", List.of()))
        .put("/api/enterprises/" + CODE)
        .then()
        .statusCode(200)
        .body("facts", hasSize(1));
    String matches = "/api/enterprises/" + CODE + "/matches";
    token()
        .get(matches + "/" + id)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("unknown"))
        .body("conditions.children[1].outcome", equalTo("unknown"));
    token()
        .get("/api/enterprises/" + CODE + "/questions")
        .then()
        .statusCode(200)
        .body("field", hasItem("staff"));
    token()
        .body(Map.of("facts", List.of(fact("staff", 60))))
        .patch("/api/enterprises/" + CODE + "/facts")
        .then()
        .statusCode(200);
    token().get(matches + "?outcome=met").then().statusCode(200).body("items.itemId", hasItem(id));
    as(Role.PUBLISHER)
        .get("/api/items/" + id + "/reach")
        .then()
        .statusCode(200)
        .body("met", greaterThanOrEqualTo(1));

    as(Role.PUBLISHER)
        .body(item)
        .put("/api/items/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("confirmed", contains(0, 1))
        .body("publishedVersion", equalTo(1));
  }

  @Test
  void item_changedByAnotherMeanwhile_isNeitherOverwrittenNorConfirmedNorPublished() {
    String id = TestItems.published("两人同改的事项", 50, Map.of());
    String path = "/api/items/" + id;
    Map<String, Object> seen = as(Role.PUBLISHER).get(path).jsonPath().getMap("item");
    as(Role.PUBLISHER)
        .body(seen)
        .put(path + "?basedOn=1")
        .then()
        .statusCode(200)
        .body("version", equalTo(2));

    as(Role.PUBLISHER)
        .body(seen)
        .put(path + "?basedOn=1")
        .then()
        .statusCode(409)
        .body("version", equalTo(2))
        .body("detail", containsString("第 2 版"));
    as(Role.PUBLISHER).body("{}").post(path + "/confirmations?basedOn=1").then().statusCode(409);
    as(Role.PUBLISHER)
        .body(Map.of("examples", List.of()))
        .put(path + "/examples?basedOn=1")
        .then()
        .statusCode(409);
    as(Role.PUBLISHER).post(path + "/publication?basedOn=1").then().statusCode(409);

    as(Role.PUBLISHER)
        .get(path)
        .then()
        .body("version", equalTo(2))
        .body("publishedVersion", equalTo(1));
    as(Role.PUBLISHER).post(path + "/publication?basedOn=2").then().statusCode(200);
  }

  @Test
  void evaluation_ofGivenFacts_tellsEachLeaf() {
    String leaf =
        "{\"type\":\"leaf\",\"field\":\"staff\",\"op\":\"<=\",\"value\":100,\"quote\":\"例\","
            + "\"strength\":\"hard\",\"mode\":\"data\"}";
    as(Role.AGENT)
        .body("{\"conditions\":" + leaf + ",\"facts\":[],\"asOf\":\"2024-06-30\"}")
        .post("/api/matching/evaluation")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("unknown"))
        .body("unknownKind", equalTo("data"))
        .body("leaves[0].index", equalTo(0));
    as(Role.AGENT)
        .body("{\"conditions\":{\"type\":\"some\"},\"facts\":[],\"asOf\":\"2024-06-30\"}")
        .post("/api/matching/evaluation")
        .then()
        .statusCode(400);
  }

  @Test
  void import_ofLinesTwice_changesNothing_andListsBadRows() {
    String lines =
        "{\"creditCode\":\"91110108MA0ZT01Q5N\",\"name\":\"甲\",\"facts\":[]}\n"
            + "{\"creditCode\":\"91350100M000100Y43\",\"name\":\"例企业\",\"facts\":[]}\n";
    for (int unchanged : new int[] {0, 1}) {
      token()
          .contentType("application/x-ndjson")
          .body(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
          .post("/api/enterprises/import")
          .then()
          .statusCode(200)
          .body("rejectedCount", equalTo(1))
          .body("unchanged", greaterThanOrEqualTo(unchanged));
    }
    token()
        .contentType("text/csv")
        .body(
            ("统一社会信用代码,企业名称,营业收入(2023),是否法人\n91350100M000100Y43,例企业,1200,是\n123,乙,1,否\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/enterprises/import")
        .then()
        .statusCode(200)
        .body("rows", equalTo(2))
        .body("rejectedCount", equalTo(1));
  }

  @Test
  void list_farBehindItsEnd_isEmpty() {
    as(Role.PUBLISHER)
        .get("/api/enterprises?page=" + Integer.MAX_VALUE)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  @Test
  void file_forOthers_isKept() {
    as(Role.SUPERVISOR).get("/api/enterprises/" + CODE).then().statusCode(403);
    as(Role.AGENT).get("/api/enterprises/" + CODE).then().statusCode(400);
    as(Role.ENTERPRISE).get("/api/enterprises/" + CODE).then().statusCode(403);
    visitor().get("/api/enterprises/" + CODE).then().statusCode(401);
    token()
        .body(Map.of("name", "乙", "facts", List.of()))
        .put("/api/enterprises/91350100M000100Y44")
        .then()
        .statusCode(400);
  }
}
