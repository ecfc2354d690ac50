package cn.zhitong.assistant.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Any OpenAI-compatible endpoint, through LangChain4j. 429 and 5xx are tried again within the time
 * given; everything else that fails is an outcome at once. After some failures in a row nothing is
 * let through for a while, then one call at a time tries whether the endpoint is back.
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
  private final TypedGuard<Outcome> circuit;
  private final TypedGuard<Outcome> retries;

  OpenAiLanguageModel(LlmConfig config, String baseUrl, Clock clock) {
    this.config = config;
    this.modelName = config.model().orElse("default");
    this.clock = clock;
    // Two guards: what was tried again with success is no failure of the endpoint.
    this.circuit =
        TypedGuard.create(Outcome.class)
            .withCircuitBreaker()
            .requestVolumeThreshold(config.circuitFailures())
            .failureRatio(1)
            .delay(config.circuitOpenDuration().toMillis(), ChronoUnit.MILLIS)
            .done()
            .build();
    this.retries =
        TypedGuard.create(Outcome.class)
            .withRetry()
            .maxRetries(config.retries())
            .maxDuration(config.timeout().toMillis(), ChronoUnit.MILLIS)
            .jitter(0, ChronoUnit.MILLIS)
            .retryOn(BusyEndpoint.class)
            .withCustomBackoff()
            .strategy(() -> failure -> ((BusyEndpoint) failure).pause.toMillis())
            .done()
            .done()
            .build();
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

  /** A call that came to nothing; the reason is one of {@link Unavailable}. */
  private static class FailedCall extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    FailedCall(String reason, Throwable cause) {
      super(reason, cause);
      this.reason = reason;
    }
  }

  /** One that is worth another try after a pause. */
  private static final class BusyEndpoint extends FailedCall {
    private static final long serialVersionUID = 1;

    private final Duration pause;

    BusyEndpoint(String reason, Duration pause, Throwable cause) {
      super(reason, cause);
      this.pause = pause;
    }
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
    long started = clock.millis();
    AtomicInteger tries = new AtomicInteger();
    try {
      return circuit.get(
          () -> retries.get(() -> attempt(request, started, tries.getAndIncrement())));
    } catch (CircuitBreakerOpenException e) {
      return new Unavailable("circuit_open");
    } catch (FailedCall e) {
      LOG.warnf("language model failed: task=%s reason=%s", request.task(), e.reason);
      return new Unavailable(e.reason);
    }
  }

  private Outcome attempt(Request request, long started, int tried) {
    try {
      return completed(model.chat(chatRequest(request)), started);
    } catch (TimeoutException e) {
      throw new FailedCall("time_out", e);
    } catch (RuntimeException e) {
      StatusException status = StatusException.in(e);
      if (status == null) {
        // Whatever LangChain4j could not read, or a connection that broke.
        throw e instanceof FailedCall
            ? e
            : new FailedCall(isConnection(e) ? "server_error" : "bad_reply", e);
      }
      String reason = status.statusCode() == 429 ? "rate_limited" : "server_error";
      Duration pause = pause(status, tried);
      long left = config.timeout().toMillis() - (clock.millis() - started);
      throw retriable(status) && pause.toMillis() < left
          ? new BusyEndpoint(reason, pause, e)
          : new FailedCall(reason, e);
    }
  }

  private Outcome completed(ChatResponse response, long started) {
    String text =
        response.aiMessage() == null ? null : withoutThoughts(response.aiMessage().text());
    if (text == null || text.isBlank()) {
      throw new FailedCall("bad_reply", null);
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

  private static Duration pause(StatusException status, int tried) {
    return status.retryAfter() == null ? BACKOFF.multipliedBy(1L << tried) : status.retryAfter();
  }
}
