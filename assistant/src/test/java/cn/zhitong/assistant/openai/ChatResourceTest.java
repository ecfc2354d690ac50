package cn.zhitong.assistant.openai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cn.zhitong.assistant.TestDatabase;
import cn.zhitong.assistant.TestPolicy;
import cn.zhitong.assistant.security.Admission;
import cn.zhitong.assistant.security.TestLogin;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ChatResourceTest {
  private static final String QUESTION = "望川市物流企业租用标准冷库补贴多少？";

  @Inject TestPolicy policy;
  @Inject Admission admission;

  @TestHTTPResource("/v1")
  URI address;

  @BeforeEach
  void publish() throws Exception {
    policy.publish();
  }

  @Test
  void chat_ofAQuestion_answersWithCitations() {
    given()
        .contentType("application/json")
        .body(
            "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"system\",\"content\":\"说英文\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\""
                + QUESTION
                + "\"}]}]}")
        .post("/v1/chat/completions")
        .then()
        .statusCode(200)
        .body("object", equalTo("chat.completion"))
        .body("id", startsWith("chatcmpl-"))
        .body("model", equalTo("zhitong"))
        .body("choices[0].message.role", equalTo("assistant"))
        .body("choices[0].message.content", containsString("每平方米每月8元"))
        .body("choices[0].message.content", containsString("[1]"))
        .body("choices[0].finish_reason", equalTo("stop"))
        .body("citations[0].marker", equalTo(1))
        .body("citations[0].documentNumber", equalTo("望政规〔2025〕77号"))
        .body("zhitong.outcome", equalTo("answered"))
        .body("usage.prompt_tokens", greaterThan(0))
        .body("usage.completion_tokens", greaterThan(0));
  }

  @Test
  void chat_streamed_comesInChunks() throws Exception {
    HttpResponse<java.util.stream.Stream<String>> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address + "/chat/completions"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/event-stream")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"stream\":true,\"stream_options\":{\"include_usage\":true},\"messages\":[{\"role\":\"user\",\"content\":\""
                                + QUESTION
                                + "\"}]}"))
                    .build(),
                HttpResponse.BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    List<String> written = response.body().filter(line -> !line.isEmpty()).toList();
    assertThat(written).contains(": waiting");
    List<String> lines = written.stream().filter(line -> !line.startsWith(":")).toList();
    assertThat(lines).allMatch(line -> line.startsWith("data: "));
    assertThat(lines.get(lines.size() - 1)).isEqualTo("data: [DONE]");
    ObjectMapper json = StandardJson.MAPPER;
    StringBuilder content = new StringBuilder();
    JsonNode last = null;
    for (String line : lines.subList(0, lines.size() - 1)) {
      JsonNode chunk = json.readTree(line.substring(6));
      assertThat(chunk.get("object").asText()).isEqualTo("chat.completion.chunk");
      content.append(chunk.at("/choices/0/delta/content").asText(""));
      last = chunk.has("citations") ? chunk : last;
    }
    assertThat(content).contains("每平方米每月8元").contains("[1]");
    assertThat(last.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    assertThat(last.at("/citations/0/marker").asInt()).isEqualTo(1);
    assertThat(lines.get(lines.size() - 2))
        .contains("\"usage\":{\"prompt_tokens\"")
        .contains("\"choices\":[]");
  }

  @Test
  void client_thatLeftWhileWaiting_keepsNoPlace() throws Exception {
    byte[] body =
        ("{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"" + QUESTION + "\"}]}")
            .getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "Content-Type: application/json\r\n"
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    List<Admission.Place> places = everyPlace();
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Socket client = new Socket(address.getHost(), address.getPort());
      client.setSoLinger(true, 0);
      client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      client.getOutputStream().write(body);
      clients.add(client);
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> admission.waiting() > 0);
    for (Socket client : clients) {
      client.close();
    }
    places.forEach(Admission.Place::close);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              List<Admission.Place> after = everyPlace();
              after.forEach(Admission.Place::close);
              assertThat(after).hasSameSizeAs(places);
            });
  }

  private List<Admission.Place> everyPlace() {
    List<Admission.Place> places = new ArrayList<>();
    while (true) {
      try {
        places.add(admission.enter());
      } catch (Problem.Overloaded e) {
        return places;
      }
    }
  }

  @Test
  void chat_withEarlierTurns_followsThem() {
    given()
        .contentType("application/json")
        .body(
            "{\"messages\":[{\"role\":\"user\",\"content\":\""
                + QUESTION
                + "\"},{\"role\":\"assistant\",\"content\":\"每月8元。\"},{\"role\":\"user\",\"content\":\"那补贴期限呢？\"}]}")
        .post("/v1/chat/completions")
        .then()
        .statusCode(200)
        .body("choices[0].message.content", containsString("不超过2年"));
  }

  @Test
  void langChain4j_asClient_isServed() throws Exception {
    var model =
        OpenAiChatModel.builder()
            .baseUrl(address.toString())
            .apiKey("none")
            .modelName("zhitong")
            .maxRetries(0)
            .build();
    ChatResponse whole = model.chat(UserMessage.from(QUESTION));
    assertThat(whole.aiMessage().text()).contains("每平方米每月8元").contains("[1]");
    assertThat(whole.tokenUsage().totalTokenCount()).isPositive();
    var streaming =
        OpenAiStreamingChatModel.builder()
            .baseUrl(address.toString())
            .apiKey("none")
            .modelName("zhitong")
            .build();
    CompletableFuture<ChatResponse> end = new CompletableFuture<>();
    StringBuilder pieces = new StringBuilder();
    streaming.chat(
        List.of(UserMessage.from(QUESTION), AiMessage.from("每月8元。"), UserMessage.from(QUESTION)),
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String piece) {
            pieces.append(piece);
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            end.complete(response);
          }

          @Override
          public void onError(Throwable error) {
            end.completeExceptionally(error);
          }
        });
    assertThat(end.get(60, TimeUnit.SECONDS).aiMessage().text())
        .isEqualTo(pieces.toString())
        .contains("每平方米每月8元");
    Assertions.assertThrows(
        InvalidRequestException.class, () -> model.chat(UserMessage.from("问".repeat(1001))));
  }

  @Test
  void chat_refused_saysWhy() {
    given()
        .contentType("application/json")
        .body("{\"messages\":[{\"role\":\"user\",\"content\":\"火星上有水吗\"}]}")
        .post("/v1/chat/completions")
        .then()
        .statusCode(200)
        .body("zhitong.outcome", equalTo("refused"))
        .body("citations", hasSize(0))
        .body("choices[0].message.content", containsString("来件"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{\"messages\":",
        "{\"messages\":[]}",
        "{\"messages\":[null]}",
        "{\"messages\":[null,{\"role\":\"user\"}]}",
        "{\"messages\":[{\"role\":\"assistant\",\"content\":\"好\"}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\" \"}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":null}]}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"问\"}],\"region\":\"x\"}",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"问\"}],\"asOf\":\"昨天\"}",
        "{\"messages\":\"问\"}"
      })
  void fault_ofAChat_isToldInOpenAisForm(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/chat/completions")
        .then()
        .statusCode(400)
        .contentType("application/json")
        .body("error.type", equalTo("invalid_request_error"))
        .body("error.code", equalTo("invalid_request"))
        .body("error.param", nullValue())
        .body("error.message", containsString("请"));
  }

  @Test
  void models_listed_areOne() {
    given()
        .get("/v1/models")
        .then()
        .statusCode(200)
        .body("object", equalTo("list"))
        .body("data.id", equalTo(List.of("zhitong")));
    given().get("/v1/models/zhitong").then().statusCode(200).body("object", equalTo("model"));
    given()
        .get("/v1/models/gpt-4o")
        .then()
        .statusCode(404)
        .body("error.code", equalTo("not_found"));
  }

  @Test
  void request_fromAnotherSitesPage_isTurnedAway() {
    given()
        .contentType("application/json")
        .header("Origin", "https://evil.example")
        .body("{\"messages\":[{\"role\":\"user\",\"content\":\"问\"}]}")
        .post("/v1/chat/completions")
        .then()
        .statusCode(403);
  }

  @Test
  void chat_inOpenApi_isDescribed() {
    String description =
        TestLogin.token().accept("application/json").get("/q/openapi?format=json").asString();
    assertThat(description)
        .contains("/v1/chat/completions", "/v1/models", "ChatCompletionRequest", "OpenAiError");
  }
}
