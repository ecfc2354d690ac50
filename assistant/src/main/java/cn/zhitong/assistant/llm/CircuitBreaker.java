package cn.zhitong.assistant.llm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps questions from waiting for an endpoint that is down: after some failures in a row nothing
 * is let through for a while, then one call at a time tries whether it is back.
 */
final class CircuitBreaker {
  private final Clock clock;
  private final int threshold;
  private final Duration delay;

  private int failures;
  private Instant openUntil = Instant.MIN;

  CircuitBreaker(Clock clock, int threshold, Duration delay) {
    this.clock = clock;
    this.threshold = threshold;
    this.delay = delay;
  }

  /** Whether a call may go out now; when one may after a failure, the next must wait for it. */
  synchronized boolean allows() {
    if (failures < threshold) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(openUntil)) {
      return false;
    }
    openUntil = now.plus(delay);
    return true;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  synchronized void failed() {
    failures++;
    openUntil = clock.instant().plus(delay);
  }
}
