package cn.zhitong.assistant.llm;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;

/** An HTTP failure that keeps what LangChain4j's own exception loses: how long to wait. */
final class StatusException extends HttpException {
  private static final long serialVersionUID = 1L;
  private final Duration retryAfter;

  /**
   * @param retryAfter as the endpoint says, null when it does not
   */
  StatusException(int status, String body, Duration retryAfter) {
    super(status, body);
    this.retryAfter = retryAfter;
  }

  Duration retryAfter() {
    return retryAfter;
  }

  /** The one among an exception's causes, or null. */
  static StatusException in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusException status) {
        return status;
      }
    }
    return null;
  }
}
