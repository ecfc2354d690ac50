package cn.zhitong.assistant.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Any OpenAI-compatible endpoint, through LangChain4j. 429 and 5xx are tried again within the time
 * given; everything else that fails is an outcome at once.
 */
final class OpenAiLanguageModel implements LanguageModel {
  private static final String THOUGHT_START = "<think>";
  private static final String THOUGHT_END = "</think>";
  private static final Pattern THOUGHT =
      Pattern.compile(THOUGHT_START + ".*?" + THOUGHT_END, Pattern.DOTALL);

  private static final Logger LOG = Logger.getLogger(OpenAiLanguageModel.class);

  /** First pause when the endpoint names none; doubled each time. */
  private static final Duration BACKOFF = Duration.ofMillis(300);

  private final LlmConfig config;
  private final String modelName;
  private final Clock clock;
  private final ChatModel model;
  private final CircuitBreaker circuit;

  OpenAiLanguageModel(LlmConfig config, String baseUrl, Clock clock) {
    this.config = config;
    this.modelName = config.model().orElse("default");
    this.clock = clock;
    this.circuit =
        new CircuitBreaker(clock, config.circuitFailures(), config.circuitOpenDuration());
    this.model =
        OpenAiChatModel.builder()
            .httpClientBuilder(JdkHttpClient.builder())
            .baseUrl(baseUrl)
            .apiKey(config.apiKey().orElse("none"))
            .modelName(modelName)
            .temperature(0.0)
            .timeout(config.timeout())
            .maxRetries(0)
            .build();
  }

  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public String modelName() {
    return modelName;
  }

  @Override
  public Outcome complete(Request request) {
    if (!circuit.allows()) {
      return new Unavailable("circuit_open");
    }
    long started = clock.millis();
    Outcome outcome = attempt(request, started, 0);
    if (outcome instanceof Unavailable unavailable) {
      circuit.failed();
      LOG.warnf("language model failed: task=%s reason=%s", request.task(), unavailable.reason());
    } else {
      circuit.succeeded();
    }
    return outcome;
  }

  private Outcome attempt(Request request, long started, int retry) {
    try {
      return completed(model.chat(chatRequest(request)), started);
    } catch (TimeoutException e) {
      return new Unavailable("time_out");
    } catch (RuntimeException e) {
      StatusException status = StatusException.in(e);
      if (status == null) {
        // Whatever LangChain4j could not read, or a connection that broke.
        return new Unavailable(isConnection(e) ? "server_error" : "bad_reply");
      }
      if (retriable(status) && retry < config.retries() && pause(status, started, retry)) {
        return attempt(request, started, retry + 1);
      }
      return new Unavailable(status.statusCode() == 429 ? "rate_limited" : "server_error");
    }
  }

  private Outcome completed(ChatResponse response, long started) {
    String text =
        response.aiMessage() == null ? null : withoutThoughts(response.aiMessage().text());
    if (text == null || text.isBlank()) {
      return new Unavailable("bad_reply");
    }
    var usage = response.tokenUsage();
    return new Completed(
        text,
        usage == null || usage.inputTokenCount() == null ? 0 : usage.inputTokenCount(),
        usage == null || usage.outputTokenCount() == null ? 0 : usage.outputTokenCount(),
        clock.millis() - started);
  }

  /**
   * A reasoning model's reply without what it thought: some servers leave {@code <think>} in the
   * text, some only its end.
   */
  static String withoutThoughts(String text) {
    if (text == null) {
      return null;
    }
    String said = THOUGHT.matcher(text).replaceAll("");
    int end = said.lastIndexOf(THOUGHT_END);
    said = end < 0 ? said : said.substring(end + THOUGHT_END.length());
    int open = said.indexOf(THOUGHT_START);
    return (open < 0 ? said : said.substring(0, open)).strip();
  }

  private static ChatRequest chatRequest(Request request) {
    return ChatRequest.builder()
        .messages(SystemMessage.from(request.system()), UserMessage.from(request.user()))
        .maxOutputTokens(request.maxTokens())
        .responseFormat(request.json() ? ResponseFormat.JSON : null)
        .build();
  }

  private static boolean retriable(StatusException status) {
    return status.statusCode() == 429 || status.statusCode() >= 500;
  }

  private static boolean isConnection(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.io.IOException
          && !cause.getClass().getName().startsWith("com.fasterxml")) {
        return true;
      }
    }
    return false;
  }

  /** Waits before the next attempt; false when that would take longer than the caller waits. */
  private boolean pause(StatusException status, long started, int retry) {
    Duration wait =
        status.retryAfter() == null ? BACKOFF.multipliedBy(1L << retry) : status.retryAfter();
    long left = config.timeout().toMillis() - (clock.millis() - started);
    if (wait.toMillis() >= left) {
      return false;
    }
    try {
      Thread.sleep(wait.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
