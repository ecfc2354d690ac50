package cn.zhitong.assistant.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node says to those who call it while it lacks the model of the library's vectors. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MisconfiguredNodeTest {
  private static final String FOREIGN = "foreign/1";

  @Inject Jdbc jdbc;
  private String own;

  @BeforeEach
  void setForeignModel() {
    // Empty where nothing was stored yet.
    own =
        jdbc.first(
                "select coalesce(embedding_model, '') from corpus.writer", row -> row.getString(1))
            .orElseThrow();
    jdbc.update("update corpus.writer set embedding_model = ?", FOREIGN);
    // A node that holds the vectors itself looks every half second.
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> search(TestLogin.visitor()).statusCode() == 503);
  }

  @AfterEach
  void setOwnModel() {
    jdbc.update("update corpus.writer set embedding_model = nullif(?, '')", own);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> search(TestLogin.visitor()).statusCode() == 200);
  }

  private static Response search(RequestSpecification caller) {
    return caller.body(Map.of("query", "冷库补贴多少")).post("/api/search");
  }

  /** By path, as the description of the interface has it. */
  private static Map<String, Supplier<Response>> calls() {
    Map<String, Supplier<Response>> calls = new LinkedHashMap<>();
    calls.put("post /api/search", () -> search(TestLogin.visitor()));
    calls.put(
        "post /api/questions",
        () -> TestLogin.visitor().body(Map.of("question", "租用标准冷库补贴多少？")).post("/api/questions"));
    calls.put(
        "get /api/policies",
        () -> TestLogin.visitor().queryParam("q", "冷库补贴").get("/api/policies"));
    calls.put(
        "get /api/policies/facets",
        () -> TestLogin.visitor().queryParam("q", "冷库补贴").get("/api/policies/facets"));
    calls.put(
        "post /api/drafts",
        () ->
            TestLogin.as(Role.AGENT)
                .body(Map.of("title", "冷库补贴", "text", "租用标准冷库补贴多少？"))
                .post("/api/drafts"));
    calls.put("post /api/policies", () -> upload("file", "application/json", "/api/policies"));
    calls.put(
        "post /api/policies/batch",
        () -> upload("files", "application/json", "/api/policies/batch"));
    calls.put(
        "post /api/policies/uploads",
        () -> upload("files", "application/x-ndjson", "/api/policies/uploads"));
    return calls;
  }

  private static Response upload(String part, String accept, String address) {
    byte[] text = "关于支持驿站的通知\n\n一、补贴。新建驿站的，一次性补贴3万元。\n".getBytes(StandardCharsets.UTF_8);
    return TestLogin.as(Role.PUBLISHER)
        .contentType(ContentType.MULTIPART)
        .accept(accept)
        .multiPart(
            new MultiPartSpecBuilder(text)
                .controlName(part)
                .fileName("misconfigured.txt")
                .mimeType("text/plain")
                .build())
        .post(address);
  }

  @Test
  void calls_thatNeedTheVectors_areProblemsThatTheDescriptionTellsOf() {
    Map<String, Map<String, Map<String, Map<String, Map<String, Object>>>>> paths =
        TestLogin.token()
            .accept(ContentType.JSON)
            .get("/q/openapi")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getMap("paths");
    calls()
        .forEach(
            (call, answer) -> {
              answer
                  .get()
                  .then()
                  .statusCode(503)
                  .header("Retry-After", nullValue())
                  .contentType("application/problem+json")
                  .body("type", equalTo("urn:zhitong:problem:misconfigured"))
                  .body("detail", containsString(FOREIGN));
              String[] words = call.split(" ");
              Map<String, Object> described =
                  paths.get(words[1]).get(words[0]).get("responses").get("503");
              assertThat(described).as(call).isNotNull();
              assertThat(described.get("description"))
                  .as(call)
                  .asString()
                  .contains("misconfigured");
            });
  }

  @Test
  void chatCompletion_onAMisconfiguredNode_isAnErrorWithTheSameCode() {
    TestLogin.visitor()
        .body(
            Map.of(
                "model",
                "zhitong",
                "messages",
                List.of(Map.of("role", "user", "content", "租用标准冷库补贴多少？"))))
        .post("/v1/chat/completions")
        .then()
        .statusCode(503)
        .body("error.code", equalTo("misconfigured"))
        .body("error.message", containsString(FOREIGN));
  }
}
