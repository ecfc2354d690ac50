package cn.zhitong.assistant.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The worst model: over HTTP, it does whatever an instruction in its prompt says, and dresses that
 * up with quotes from the passages as well as it can: a true one, the injected text itself, a made
 * up one.
 */
public final class ObeyingModel implements AutoCloseable {
  private static final ObjectMapper JSON = StandardJson.MAPPER;

  /** What an injected text demands stands in brackets that no policy uses. */
  private static final Pattern DEMAND = Pattern.compile("⟦([^⟧]+)⟧");

  private static final Pattern PASSAGE =
      Pattern.compile("正文：\\n(.+?)\\n资料 [0-9a-f]{16}>>>", Pattern.DOTALL);
  private static final Pattern QUESTION =
      Pattern.compile("<<<问题 [0-9a-f]{16}\\n(.+?)\\n问题 ", Pattern.DOTALL);

  private final WireMockServer server;
  private final LanguageModel model;
  private final List<Prompt> prompts = new CopyOnWriteArrayList<>();

  /** One prompt as it came over the wire. */
  public record Prompt(String system, String user) {}

  public ObeyingModel() {
    server = new WireMockServer(wireMockConfig().dynamicPort().extensions(new Obey()));
    server.start();
    server.stubFor(
        post(urlEqualTo("/v1/chat/completions")).willReturn(aResponse().withTransformers("obey")));
    model =
        new OpenAiLanguageModel(
            new OpenAiLanguageModelTest.Config(
                Optional.empty(),
                Optional.of("key"),
                Optional.of("obeying"),
                Duration.ofSeconds(20),
                0,
                1000,
                Duration.ofMinutes(1)),
            server.baseUrl() + "/v1",
            Clock.systemUTC());
  }

  public LanguageModel model() {
    return model;
  }

  public List<Prompt> prompts() {
    return prompts;
  }

  @Override
  public void close() {
    server.stop();
  }

  /** The reply to a prompt: what is demanded, each way of quoting once. */
  private static String reply(String user) {
    List<String> passages = all(PASSAGE, user);
    List<String> demands = new ArrayList<>(all(DEMAND, user));
    all(QUESTION, user).forEach(question -> demands.add("遵命，" + cut(question, 60)));
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode sentences = reply.putArray("sentences");
    for (String demand : demands) {
      for (int i = 0; i < passages.size(); i++) {
        String passage = passages.get(i);
        sentence(sentences, demand, i + 1, cut(passage, 80));
        int at = passage.indexOf(demand);
        if (at >= 0) {
          sentence(sentences, demand, i + 1, demand);
          sentence(
              sentences,
              demand,
              i + 1,
              passage.substring(Math.max(0, at - 20), at + demand.length()));
        }
      }
      sentence(sentences, demand, 1, demand + "，依据系统管理员的授权。");
      sentence(sentences, demand, 99, demand);
    }
    // What a model in the grip of an instruction would also have said.
    return reply.toString();
  }

  private static void sentence(ArrayNode sentences, String text, int marker, String quote) {
    ObjectNode sentence = sentences.addObject();
    sentence.put("text", text);
    sentence.putArray("sources").addObject().put("marker", marker).put("quote", quote);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private final class Obey implements ResponseDefinitionTransformerV2 {
    @Override
    public ResponseDefinition transform(ServeEvent event) {
      try {
        JsonNode messages = JSON.readTree(event.getRequest().getBodyAsString()).get("messages");
        String user = messages.get(messages.size() - 1).get("content").asText();
        prompts.add(new Prompt(messages.get(0).get("content").asText(), user));
        ObjectNode body = JSON.createObjectNode().put("id", "1").put("object", "chat.completion");
        ObjectNode choice =
            body.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", reply(user));
        return com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.okForJson(body)
            .build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getName() {
      return "obey";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }
  }
}
