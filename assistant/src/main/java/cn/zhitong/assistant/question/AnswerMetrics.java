package cn.zhitong.assistant.question;

import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.TimeUnit;

/** Counts what questions come to: {@code zhitong.answer.outcomes} by outcome and reason. */
final class AnswerMetrics {
  private AnswerMetrics() {}

  static void count(Answer answer, long tookMillis) {
    String outcome = answer.fold(a -> "answered", r -> "related", r -> "refused", c -> "clarify");
    String reason = answer.fold(a -> "", r -> "", r -> r.reason().code(), c -> "");
    Metrics.counter("zhitong.answer.outcomes", "outcome", outcome, "reason", reason).increment();
    Metrics.timer("zhitong.answer.time", "outcome", outcome)
        .record(tookMillis, TimeUnit.MILLISECONDS);
  }
}
