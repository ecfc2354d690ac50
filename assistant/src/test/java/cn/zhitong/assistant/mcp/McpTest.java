package cn.zhitong.assistant.mcp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.TestPolicy;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools over JSON-RPC and streamable HTTP, as a client speaks it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class McpTest {
  private static final ObjectMapper JSON = StandardJson.MAPPER;
  private static final String QUESTION = "望川市物流企业租用标准冷库补贴多少？";

  @Inject TestPolicy policy;

  @BeforeEach
  void publish() throws Exception {
    policy.publish();
  }

  @Test
  void tools_listed_areSix() throws Exception {
    JsonNode tools = call(given(), "tools/list", Map.of()).at("/result/tools");
    assertThat(tools)
        .extracting(tool -> tool.get("name").asText())
        .containsExactlyInAnyOrder(
            "search_policies", "ask", "get_clause", "triage", "match_enterprise", "explain_match");
    for (JsonNode tool : tools) {
      assertThat(tool.get("description").asText()).isNotBlank();
      int required = tool.get("name").asText().equals("explain_match") ? 2 : 1;
      assertThat(tool.at("/inputSchema/required")).hasSize(required);
      assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
    }
  }

  @Test
  void ask_aQuestion_answersWithCitations() throws Exception {
    JsonNode answer = tool(given(), "ask", Map.of("question", QUESTION)).get("structuredContent");
    assertThat(answer.get("outcome").asText()).isEqualTo("answered");
    assertThat(answer.get("text").asText()).contains("每平方米每月8元");
    assertThat(answer.at("/citations/0/documentNumber").asText()).isEqualTo("望政规〔2025〕77号");
    JsonNode next =
        tool(
            given(),
            "ask",
            Map.of("question", "那补贴期限呢？", "conversationId", answer.get("conversationId").asText()));
    assertThat(next.at("/structuredContent/text").asText()).contains("不超过2年");
  }

  @Test
  void search_aQuestion_findsPassages() throws Exception {
    JsonNode found = tool(given(), "search_policies", Map.of("query", "标准冷库补贴", "limit", 3));
    assertThat(found.at("/structuredContent/passages")).hasSizeBetween(1, 3);
    assertThat(found.at("/structuredContent/passages/0/text").asText()).contains("每平方米每月8元");
    assertThat(found.at("/content/0/text").asText()).contains("每平方米每月8元");
  }

  @ParameterizedTest
  @CsvSource({
    "望政规〔2025〕77号, 一",
    "望政规[2025]77号, 一",
    "望川市人民政府关于支持仓储物流企业的若干措施, 一",
    "《支持仓储物流企业的若干措施》, 一"
  })
  void clause_byName_isGiven(String named, String path) throws Exception {
    JsonNode clause = tool(given(), "get_clause", Map.of("policy", named, "clause", path));
    assertThat(clause.at("/structuredContent/text").asText())
        .contains("每平方米每月8元")
        .doesNotContain("申报方式");
    String id = clause.at("/structuredContent/policyId").asText();
    JsonNode outline = tool(given(), "get_clause", Map.of("policy", id));
    assertThat(outline.at("/structuredContent/outline")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "get_clause, policy, 没有这份政策",
    "ask, question, ' '",
    "search_policies, query, ''",
  })
  void call_withAFault_saysWhatIsWrong(String tool, String argument, String value)
      throws Exception {
    JsonNode result = tool(given(), tool, Map.of(argument, value));
    assertThat(result.get("isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asText()).contains("请").doesNotContain("Problem");
  }

  /** As the official client checks: what the schema names must be of the type that it says. */
  @Test
  void results_ofEveryTool_fitTheirOwnSchema() throws Exception {
    Map<String, JsonNode> schemas = new java.util.HashMap<>();
    call(given(), "tools/list", Map.of())
        .at("/result/tools")
        .forEach(tool -> schemas.put(tool.get("name").asText(), tool.get("outputSchema")));
    fits(schemas, given(), "ask", Map.of("question", QUESTION));
    fits(schemas, given(), "ask", Map.of("question", "今天天气怎么样"));
    fits(schemas, given(), "search_policies", Map.of("query", "标准冷库补贴"));
    fits(schemas, given(), "get_clause", Map.of("policy", "望政规〔2025〕77号"));
    fits(schemas, given(), "get_clause", Map.of("policy", "望政规〔2025〕77号", "clause", "一"));
    fits(schemas, TestLogin.token(), "triage", Map.of("text", "我公司申报的技术改造补助至今没有拨付。"));
  }

  private static void fits(
      Map<String, JsonNode> schemas,
      RequestSpecification who,
      String name,
      Map<String, Object> arguments)
      throws Exception {
    JsonNode result = tool(who, name, arguments);
    JsonNode schema = schemas.get(name);
    assertThat(SchemaRules.faults(schema, schema, result.get("structuredContent"), name)).isEmpty();
  }

  @Test
  void clause_unknown_namesThoseThereAre() throws Exception {
    JsonNode result =
        tool(given(), "get_clause", Map.of("policy", "望政规〔2025〕77号", "clause", "第九条"));
    assertThat(result.get("isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asText()).contains("一").contains("二");
  }

  @Test
  void triage_byThoseWhoMay_suggests() throws Exception {
    Map<String, Object> arguments = Map.of("text", "我公司申报的技术改造补助至今没有拨付，请问何时到账？");
    for (RequestSpecification staff : List.of(TestLogin.token(), TestLogin.as(Role.AGENT))) {
      JsonNode result = tool(staff, "triage", arguments).get("structuredContent");
      assertThat(result.at("/category/code").asText()).isNotBlank();
      assertThat(result.get("departments").isArray()).isTrue();
      assertThat(result.at("/deadline/workingDays").asInt()).isPositive();
    }
    for (RequestSpecification other : List.of(given(), TestLogin.as(Role.PUBLISHER))) {
      JsonNode refused =
          call(other, "tools/call", Map.of("name", "triage", "arguments", arguments));
      assertThat(refused.has("error") || refused.at("/result/isError").asBoolean()).isTrue();
      assertThat(refused.toString()).doesNotContain("departments");
    }
  }

  @Test
  void request_fromAnotherSitesPage_isTurnedAway() {
    given()
        .contentType("application/json")
        .accept("application/json, text/event-stream")
        .header("Origin", "https://evil.example")
        .body(Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/list"))
        .post("/mcp")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:zhitong:problem:forbidden"));
  }

  @Test
  void problemsAndDescription_besideMcp_areAsTheyAre() {
    given()
        .get("/api/policies/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    TestLogin.token()
        .accept("application/json")
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body(containsString("/api/questions"));
  }

  private static JsonNode tool(RequestSpecification who, String name, Map<String, Object> arguments)
      throws Exception {
    JsonNode reply = call(who, "tools/call", Map.of("name", name, "arguments", arguments));
    assertThat(reply.has("result")).as(reply.toString()).isTrue();
    return reply.get("result");
  }

  /** Opens a session, as every client does, and calls in it. */
  private static JsonNode call(RequestSpecification who, String method, Map<String, Object> params)
      throws Exception {
    RequestSpecification base =
        who.contentType("application/json").accept("application/json, text/event-stream");
    Response opened =
        given()
            .spec(base)
            .body(
                Map.of(
                    "jsonrpc",
                    "2.0",
                    "id",
                    1,
                    "method",
                    "initialize",
                    "params",
                    Map.of(
                        "protocolVersion", "2025-06-18",
                        "capabilities", Map.of(),
                        "clientInfo", Map.of("name", "test", "version", "1"))))
            .post("/mcp");
    assertThat(opened.statusCode()).isEqualTo(200);
    String session = opened.header("Mcp-Session-Id");
    assertThat(json(opened).at("/result/serverInfo/name").asText()).isEqualTo("zhitong");
    Response initialized =
        given()
            .spec(base)
            .header("Mcp-Session-Id", session)
            .body(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"))
            .post("/mcp");
    assertThat(initialized.statusCode()).isBetween(200, 202);
    Response reply =
        given()
            .spec(base)
            .header("Mcp-Session-Id", session)
            .body(Map.of("jsonrpc", "2.0", "id", 2, "method", method, "params", params))
            .post("/mcp");
    return json(reply);
  }

  /** A reply comes as JSON or as one event. */
  private static JsonNode json(Response response) throws Exception {
    String body = response.asString();
    int data = body.indexOf("data:");
    return JSON.readTree(
        data < 0 ? body : body.substring(data + 5).lines().findFirst().orElseThrow());
  }
}
