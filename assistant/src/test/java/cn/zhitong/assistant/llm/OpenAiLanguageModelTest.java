package cn.zhitong.assistant.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.assistant.llm.LanguageModel.Completed;
import cn.zhitong.assistant.llm.LanguageModel.Request;
import cn.zhitong.assistant.llm.LanguageModel.Unavailable;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiLanguageModelTest {
  private static final Request REQUEST = new Request("answer", "系统", "问题", 200, true);
  private static final String REPLY =
      """
      {"id":"1","object":"chat.completion","model":"m","choices":[{"index":0,"finish_reason":"stop",
       "message":{"role":"assistant","content":"{\\"sentences\\":[]}"}}],
       "usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}}
      """;

  @RegisterExtension
  static WireMockExtension server =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort())
          .failOnUnmatchedRequests(true)
          .build();

  record Config(
      Optional<String> baseUrl,
      Optional<String> apiKey,
      Optional<String> model,
      Duration timeout,
      int retries,
      int circuitFailures,
      Duration circuitOpenDuration)
      implements LlmConfig {}

  private final LlmConfig config = within(Duration.ofSeconds(30));
  private final LanguageModel model = model(config);

  private static LlmConfig within(Duration timeout) {
    return new Config(
        Optional.empty(),
        Optional.of("key"),
        Optional.of("m"),
        timeout,
        2,
        3,
        Duration.ofMinutes(1));
  }

  private static LanguageModel model(LlmConfig config) {
    return new OpenAiLanguageModel(config, server.baseUrl() + "/v1", Clock.systemUTC());
  }

  @Test
  void reply_good_isTaken() {
    server.stubFor(
        chat()
            .withHeader("Authorization", equalTo("Bearer key"))
            .withRequestBody(matchingJsonPath("$.response_format.type", equalTo("json_object")))
            .withRequestBody(containing("系统"))
            .willReturn(okJson(REPLY)));
    assertThat(model.complete(REQUEST))
        .isInstanceOfSatisfying(
            Completed.class,
            reply -> {
              assertThat(reply.text()).isEqualTo("{\"sentences\":[]}");
              assertThat(reply.inputTokens()).isEqualTo(7);
              assertThat(reply.outputTokens()).isEqualTo(3);
            });
  }

  @Test
  void retry_withRetryAfter_waitsSoLong() {
    server.stubFor(
        chat()
            .inScenario("busy")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("free")
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1")));
    server.stubFor(chat().inScenario("busy").whenScenarioStateIs("free").willReturn(okJson(REPLY)));
    assertThat(model.complete(REQUEST))
        .isInstanceOfSatisfying(
            Completed.class, reply -> assertThat(reply.tookMillis()).isGreaterThanOrEqualTo(1000));
  }

  @Test
  void retry_beyondTheCallersTime_isNotWaitedFor() {
    server.stubFor(chat().willReturn(aResponse().withStatus(429).withHeader("Retry-After", "60")));
    assertThat(model.complete(REQUEST)).isEqualTo(new Unavailable("rate_limited"));
    server.verify(1, postRequestedFor(urlEqualTo("/v1/chat/completions")));
  }

  @ParameterizedTest
  @CsvSource({"500,3", "503,3", "401,1", "404,1"})
  void request_refusedAsBad_isNotRetried(int status, int attempts) {
    server.stubFor(chat().willReturn(aResponse().withStatus(status)));
    assertThat(model.complete(REQUEST)).isEqualTo(new Unavailable("server_error"));
    server.verify(attempts, postRequestedFor(urlEqualTo("/v1/chat/completions")));
  }

  @Test
  void request_withoutResponse_endsAfterTheTimeOut() {
    server.stubFor(chat().willReturn(okJson(REPLY).withFixedDelay(6000)));
    assertThat(model(within(Duration.ofMillis(400))).complete(REQUEST))
        .isEqualTo(new Unavailable("time_out"));
  }

  @Test
  void request_withAnEndlessBody_endsAfterTheTimeOut() {
    server.stubFor(chat().willReturn(okJson(REPLY).withChunkedDribbleDelay(20, 20_000)));
    assertThat(model(within(Duration.ofSeconds(1))).complete(REQUEST))
        .isEqualTo(new Unavailable("time_out"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"not json", "{\"choices\":[", "{\"choices\":[]}", "{}"})
  void reply_broken_isAFault(String body) {
    server.stubFor(chat().willReturn(okJson(body)));
    assertThat(model.complete(REQUEST)).isEqualTo(new Unavailable("bad_reply"));
  }

  @ParameterizedTest
  @CsvSource({"MALFORMED_RESPONSE_CHUNK", "EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
  void stream_broken_isAFault(Fault fault) {
    server.stubFor(chat().willReturn(aResponse().withFault(fault)));
    assertThat(model.complete(REQUEST)).isEqualTo(new Unavailable("server_error"));
  }

  @Test
  void endpoint_thatIsDown_isAskedNoMore() {
    server.stubFor(chat().willReturn(aResponse().withStatus(400)));
    for (int i = 0; i < 3; i++) {
      model.complete(REQUEST);
    }
    assertThat(model.complete(REQUEST)).isEqualTo(new Unavailable("circuit_open"));
    server.verify(3, postRequestedFor(urlEqualTo("/v1/chat/completions")));
  }

  @Test
  void model_withoutEndpoint_isAbsent() {
    LanguageModel none = new LanguageModelProducer().languageModel(config, Clock.systemUTC());
    assertThat(none.configured()).isFalse();
    assertThat(none.complete(REQUEST)).isEqualTo(new Unavailable("not_configured"));
  }

  private static MappingBuilder chat() {
    return post(urlEqualTo("/v1/chat/completions"));
  }
}
