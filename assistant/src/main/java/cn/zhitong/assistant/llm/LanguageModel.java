package cn.zhitong.assistant.llm;

/**
 * The optional remote language model. Retries, time-outs, circuit breaking and error mapping live
 * behind this interface; callers see an outcome, never an exception.
 */
public interface LanguageModel {

  /** Whether an endpoint is configured. With none, everything works extractively. */
  boolean configured();

  /** Model name as configured, for health and for answers; null when none is. */
  String modelName();

  /** Asks once, within the configured time. */
  Outcome complete(Request request);

  /**
   * What the model is asked.
   *
   * @param task prompt id, e.g. {@code answer}; for metrics and records
   * @param system system message
   * @param user user message; policy text in it is fenced as data by the prompt
   * @param maxTokens upper bound on the reply
   * @param json whether a JSON object is wanted
   */
  record Request(String task, String system, String user, int maxTokens, boolean json) {}

  /** What came of it. */
  sealed interface Outcome permits Completed, Unavailable {}

  /**
   * @param text the reply as it came
   * @param tookMillis wall time, retries included
   */
  record Completed(String text, int inputTokens, int outputTokens, long tookMillis)
      implements Outcome {}

  /**
   * @param reason {@code not_configured}, {@code time_out}, {@code rate_limited}, {@code
   *     server_error}, {@code bad_reply}, {@code circuit_open}
   */
  record Unavailable(String reason) implements Outcome {}
}
