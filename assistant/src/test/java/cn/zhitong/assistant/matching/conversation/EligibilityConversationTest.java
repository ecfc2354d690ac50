package cn.zhitong.assistant.matching.conversation;

import static cn.zhitong.assistant.security.TestLogin.as;
import static cn.zhitong.assistant.security.TestLogin.enterprise;
import static cn.zhitong.assistant.security.TestLogin.token;
import static cn.zhitong.assistant.security.TestLogin.visitor;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 我们能享受哪些政策, asked by an enterprise that is signed in, and by a visitor. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EligibilityConversationTest {
  private static final String CODE = "91350100M000100Y43";
  private static final String QUESTION = "我们能享受哪些政策？";
  private final String mark = Long.toString(System.nanoTime());
  private final String clause =
      "对在丽水市注册、从业人员" + mark.substring(mark.length() - 3) + "人以上的制造业企业给予补助。";

  private static Map<String, Object> fact(String field, Object value) {
    return Map.of("field", field, "value", value, "source", "例", "observedAt", "2024-06-30");
  }

  private static Map<String, Object> example(String name, String expected, List<?> facts) {
    return Map.of("name", name, "expected", expected, "facts", facts, "asOf", "2024-06-30");
  }

  private static ValidatableResponse ask(
      RequestSpecification asker, String question, String conversation) {
    Map<String, Object> body = new HashMap<>(Map.of("question", question));
    body.put("conversationId", conversation);
    return asker.body(body).post("/api/questions").then().statusCode(200);
  }

  private String published(String title) {
    String text = title + "\n一、支持用工\n" + clause + "\n二、附则\n本办法自印发之日起施行。\n";
    String policy =
        as(Role.PUBLISHER)
            .contentType("multipart/form-data")
            .multiPart("file", mark + ".txt", text.getBytes(StandardCharsets.UTF_8))
            .post("/api/policies")
            .then()
            .statusCode(201)
            .extract()
            .path("policyId");
    String region = leaf("region", "in_region", "\"331100\"");
    String industry = leaf("industry", "in_industry", "[\"C\"]");
    String staff = leaf("staff", ">=", "50");
    String tree = "{\"type\":\"all\",\"children\":[%s,%s,%s]}".formatted(region, industry, staff);
    String item =
        ("{\"title\":\"%s\",\"text\":\"%s\",\"clause\":\"一\",\"conditions\":%s,"
                + "\"amount\":\"每家5万元\",\"mode\":\"普通\",\"policyId\":\"%s\",\"region\":\"331100\"}")
            .formatted(title, clause, tree, policy);
    String id =
        as(Role.PUBLISHER)
            .body(item)
            .post("/api/items")
            .then()
            .statusCode(201)
            .extract()
            .path("itemId");
    as(Role.PUBLISHER)
        .body("{}")
        .post("/api/items/" + id + "/confirmations")
        .then()
        .statusCode(200);
    Object here = fact("region", "331102");
    Object made = fact("industry", "C34");
    List<?> examples =
        List.of(
            example("甲", "met", List.of(here, made, fact("staff", 80))),
            example("乙", "not_met", List.of(here, made, fact("staff", 5))),
            example("丙", "unknown", List.of(here, made)));
    as(Role.PUBLISHER)
        .body(Map.of("examples", examples))
        .put("/api/items/" + id + "/examples")
        .then()
        .statusCode(200);
    as(Role.PUBLISHER).post("/api/items/" + id + "/publication").then().statusCode(200);
    return id;
  }

  private String leaf(String field, String op, String value) {
    return ("{\"type\":\"leaf\",\"field\":\"%s\",\"op\":\"%s\",\"value\":%s,\"quote\":\"%s\","
            + "\"strength\":\"hard\",\"mode\":\"data\"}")
        .formatted(field, op, value, clause);
  }

  @Test
  void question_ofAnEnterpriseAndOfAVisitor_isAnsweredFromItems() {
    String title = "丽水市用工补助" + mark;
    published(title);
    token()
        .body(
            Map.of(
                "name",
                "例企业",
                "facts",
                List.of(fact("region", "331102"), fact("industry", "C34"), fact("staff", 90000)),
                "closedFields",
                List.of()))
        .put("/api/enterprises/" + CODE)
        .then()
        .statusCode(200);
    ask(enterprise(CODE), QUESTION, null)
        .body("outcome", equalTo("answered"))
        .body("text", startsWith("按平台掌握的档案，贵企业符合"))
        .body("citations.quote", hasItem(clause))
        .body("notes.text", hasItem(containsString("/enterprise")));

    String conversation =
        ask(visitor(), QUESTION, null)
            .body("outcome", equalTo("clarify"))
            .body("text", containsString("注册在哪里"))
            .body("options", hasItems("浙江省丽水市", "不清楚"))
            .extract()
            .path("conversationId");
    ask(visitor(), "浙江省丽水市", conversation)
        .body("outcome", equalTo("clarify"))
        .body("text", containsString("行业"));
    ask(visitor(), "制造业", conversation)
        .body("outcome", equalTo("clarify"))
        .body("text", containsString("规模"));
    ask(visitor(), "不清楚", conversation)
        .body("outcome", equalTo("answered"))
        .body("text", containsString("“" + title + "”可能符合，还要看从业人数"))
        .body("citations.quote", hasItem(clause));
    ask(visitor(), "我们是浙江省丽水市的建筑业小型企业，能享受哪些政策", null).body("text", not(containsString(title)));
  }
}
