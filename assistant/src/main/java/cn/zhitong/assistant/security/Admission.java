package cn.zhitong.assistant.security;

import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Bounds what this node works on at once, so that under overload those who are let in are served as
 * fast as ever and the others are told to come back, instead of everyone waiting for a time-out.
 */
@ApplicationScoped
public class Admission {
  /** When to come back: by then some tens of requests have been served. */
  private static final long RETRY_SECONDS = 2;

  private final Semaphore places;
  private final int mayWait;
  private final Duration patience;
  private final AtomicInteger waiting = new AtomicInteger();

  Admission(AdmissionConfig config) {
    this.places = new Semaphore(config.maxConcurrentRequests(), true);
    this.mayWait = config.queueCapacity();
    this.patience = config.acquireTimeout();
  }

  /** A place that must be closed by whoever took it, on any thread, once. */
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Takes a place, waiting for one if need be.
   *
   * @throws Problem.Overloaded when none was free in time, or too many wait already
   */
  public Place enter() {
    if (!places.tryAcquire() && !acquired()) {
      throw new Problem.Overloaded("当前使用的人较多，请在 " + RETRY_SECONDS + " 秒后重试。", RETRY_SECONDS);
    }
    return places::release;
  }

  /** How many wait for a place. */
  public int waiting() {
    return waiting.get();
  }

  /** Works in a place of its own; see {@link #enter}. */
  public <T> T run(Supplier<T> work) {
    try (Place place = enter()) {
      return work.get();
    }
  }

  private boolean acquired() {
    try {
      return waiting.incrementAndGet() <= mayWait
          && places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.decrementAndGet();
    }
  }
}
