package cn.zhitong.assistant.matching.tag;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.matching.TestItems;
import cn.zhitong.assistant.matching.item.EventSeal;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Ids;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tags from their making to what they are used for. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TagHttpTest {
  private static final Map<String, Object> FEW = leaf("staff", "<=", 20, Map.of());
  private static final Map<String, Object> POOR =
      leaf("profit", "<", 50, Map.of("unit", "万元", "period", "last_year"));

  private static Map<String, Object> leaf(
      String field, String op, Object value, Map<String, Object> more) {
    Map<String, Object> leaf = new HashMap<>(more);
    leaf.putAll(Map.of("type", "leaf", "field", field, "op", op, "value", value));
    return leaf;
  }

  private static ValidatableResponse create(String name, Map<String, Object> conditions) {
    return as(Role.ADMINISTRATOR)
        .body(Map.of("name", name, "conditions", conditions))
        .post("/api/tags")
        .then();
  }

  private static String created(String name, Map<String, Object> conditions) {
    return create(name, conditions).statusCode(201).extract().path("tagId");
  }

  private static void withdraw(String id) {
    as(Role.ADMINISTRATOR).delete("/api/tags/" + id).then().statusCode(204);
  }

  private static String name(String start) {
    return start + Ids.next().toString().substring(20);
  }

  @Test
  void create_conditionsThatNoFileDecides_isRefused() {
    String name = name("坏标签");
    create(name, leaf("nothing", "=", 1, Map.of()))
        .statusCode(400)
        .body("detail", containsString("字段目录里没有 nothing"));
    create(name, leaf("staff", ">", "很多", Map.of())).statusCode(400);
    create(name, Map.of("type", "leaf", "field", "staff", "mode", "judgement", "what", "管理良好"))
        .statusCode(400)
        .body("detail", containsString("只能由档案数据判断"));
    create(name, leaf("staff", ">", 1, Map.of("strength", "priority"))).statusCode(400);
    create(name, Map.of("type", "all", "children", List.of())).statusCode(400);
    create(
            name,
            Map.of(
                "type",
                "all",
                "children",
                List.of(FEW, Map.of("type", "any", "children", List.of()))))
        .statusCode(400)
        .body("detail", containsString("有一组没有条件"));
    create(" ", FEW).statusCode(400);
    visitor().get("/api/tags").then().statusCode(200).body("items.name", not(hasItem(name)));
  }

  @Test
  void change_isAVersionOnTheSealedLog_andStaleOnesAreConflicts() {
    String name = name("少人");
    String id = created(name, FEW);
    create(name, POOR).statusCode(409);
    Map<String, Object> change = Map.of("name", name, "conditions", POOR, "basedOn", 1);
    as(Role.ADMINISTRATOR)
        .body(change)
        .put("/api/tags/" + id)
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("words", contains("上年度利润小于 50万元"));
    as(Role.ADMINISTRATOR).body(change).put("/api/tags/" + id).then().statusCode(409);
    withdraw(id);
    as(Role.ADMINISTRATOR).body(change).put("/api/tags/" + id).then().statusCode(404);

    List<Map<String, Object>> events =
        as(Role.SUPERVISOR)
            .get("/api/tags/" + id + "/events")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("$");
    assertThat(events)
        .extracting(one -> one.get("type"))
        .containsExactly("created", "changed", "withdrawn");
    String before = "";
    for (Map<String, Object> event : events) {
      String seal =
          EventSeal.of(
              before,
              UUID.fromString(id),
              (String) event.get("type"),
              (Integer) event.get("version"),
              (String) event.get("actor"),
              OffsetDateTime.parse((String) event.get("at")).toInstant(),
              (String) event.get("body"));
      assertThat(event.get("seal")).isEqualTo(seal);
      before = seal;
    }
    // The name is free again.
    withdraw(created(name, FEW));
  }

  @Test
  void tags_ofAnEnterprise_areInThreeValuesWithWhy() {
    String few = name("少人");
    String poor = name("微利");
    String either = name("二者之一");
    List<String> ids =
        List.of(
            created(few, FEW),
            created(poor, POOR),
            created(either, Map.of("type", "any", "children", List.of(FEW, POOR))));
    String code = TestItems.code("91990100MT", 1);
    TestItems.enterprise(code, "标签例企业", 12);
    try {
      ValidatableResponse own =
          enterprise(code).get("/api/enterprises/" + code + "/tags").then().statusCode(200);
      own.body(found(few) + ".outcome", equalTo("met"))
          .body(found(few) + ".conditions.facts[0].value", equalTo(12))
          .body(found(few) + ".conditions.words", equalTo("从业人数不超过 20"))
          .body(found(poor) + ".outcome", equalTo("unknown"))
          .body(found(either) + ".outcome", equalTo("met"));
      TestItems.enterprise(code, "标签例企业", 30);
      enterprise(code)
          .get("/api/enterprises/" + code + "/tags")
          .then()
          .body(found(few) + ".outcome", equalTo("not_met"))
          .body(found(either) + ".outcome", equalTo("unknown"));
      as(Role.ENTERPRISE).get("/api/enterprises/" + code + "/tags").then().statusCode(403);
    } finally {
      ids.forEach(TagHttpTest::withdraw);
    }
  }

  private static String found(String name) {
    return "items.find { it.name == '" + name + "' }";
  }

  @Test
  void tagsOfAnEnterprise_sensitiveFigures_areHiddenFromAgents() {
    String poor = name("微利");
    String id = created(poor, POOR);
    String code = TestItems.code("91990100MT", 2);
    TestItems.enterprise(code, "标签例企业", 12);
    String year = String.valueOf(java.time.LocalDate.now().getYear() - 1);
    Map<String, Object> profit = new HashMap<>(TestItems.fact("profit", 7));
    profit.putAll(Map.of("unit", "万元", "period", year));
    token()
        .body(Map.of("facts", List.of(profit)))
        .patch("/api/enterprises/" + code + "/facts")
        .then()
        .statusCode(200);
    String path = "/api/enterprises/" + code + "/tags?reason=test";
    try {
      as(Role.AGENT)
          .get(path)
          .then()
          .statusCode(200)
          .body(found(poor) + ".outcome", equalTo("met"))
          .body(found(poor) + ".conditions.facts[0].value", equalTo("***"));
      enterprise(code)
          .get(path)
          .then()
          .body(found(poor) + ".conditions.facts[0].value", equalTo(7));
    } finally {
      withdraw(id);
    }
  }

  @Test
  void reachAndBoard_ofATag_countOnlyEnterprisesThatSurelyBearIt() {
    String zone = name("园");
    String id =
        created(
            name("园内少人"),
            Map.of("type", "all", "children", List.of(leaf("zone", "=", zone, Map.of()), FEW)));
    TestItems.enterprise(TestItems.code("91990100MT", 3), "甲", 10, "zone", zone);
    TestItems.enterprise(TestItems.code("91990100MT", 4), "乙", 15, "zone", zone);
    TestItems.enterprise(TestItems.code("91990100MT", 5), "丙", 40, "zone", zone);
    TestItems.enterprise(TestItems.code("91990100MT", 6), "丁", null, "zone", zone);
    String item = TestItems.published(name("事项"), 12, Map.of());
    try {
      String path = "/api/items/" + item + "/reach";
      as(Role.PUBLISHER)
          .get(path + "?tag=" + id)
          .then()
          .statusCode(200)
          .body("met", equalTo(1))
          .body("unknown", equalTo(0))
          .body("not_met", equalTo(1));
      as(Role.PUBLISHER)
          .body(Map.of("conditions", leaf("zone", "=", zone, Map.of()), "tag", id))
          .post("/api/matching/reach")
          .then()
          .statusCode(200)
          .body("met", equalTo(2))
          .body("not_met", equalTo(0));
      as(Role.SUPERVISOR)
          .get("/api/matching/board?tag=" + id)
          .then()
          .statusCode(200)
          .body("enterprises", equalTo(2))
          .body("items.find { it.itemId == '" + item + "' }.met", equalTo(1));
      as(Role.PUBLISHER).get(path + "?tag=" + item).then().statusCode(400);
    } finally {
      withdraw(id);
    }
  }

  @Test
  void tags_ofAnItem_areThoseItsConditionsName() {
    String named = name("二百人以下");
    String other = name("少人");
    List<String> ids =
        List.of(created(named, leaf("staff", "<=", 200, Map.of())), created(other, FEW));
    String item = TestItems.published(name("事项"), 200, Map.of());
    try {
      visitor()
          .get("/api/items/" + item + "/tags")
          .then()
          .statusCode(200)
          .body("name", hasItem(named))
          .body("name", not(hasItem(other)));
      visitor().get("/api/items/" + Ids.next() + "/tags").then().statusCode(404);
    } finally {
      ids.forEach(TagHttpTest::withdraw);
    }
  }

  @Test
  void items_ofATag_areThoseWhoseConditionsNameIt() {
    String named = name("百五十人以下");
    String id = created(named, leaf("staff", "<=", 150, Map.of()));
    String inside = TestItems.published(name("事项"), 150, Map.of());
    String outside = TestItems.published(name("事项"), 60, Map.of());
    visitor()
        .get("/api/items?pageSize=200&tag=" + id)
        .then()
        .statusCode(200)
        .body("items.itemId", hasItem(inside))
        .body("items.itemId", not(hasItem(outside)));
    visitor()
        .get("/api/items/facets?tag=" + id)
        .then()
        .statusCode(200)
        .body("tag.find { it.value == '" + id + "' }.label", equalTo(named));
    withdraw(id);
    visitor()
        .get("/api/items?tag=" + id)
        .then()
        .statusCode(400)
        .body("detail", containsString("可能已停用"));
  }
}
