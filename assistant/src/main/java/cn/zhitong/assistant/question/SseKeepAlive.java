package cn.zhitong.assistant.question;

import cn.zhitong.assistant.runtime.DaemonThreads;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has streams that wait for their next sentence send a comment now and then: proxies close
 * connections that are silent.
 */
@Singleton
public class SseKeepAlive {
  private final Duration interval;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("stream-comments"));

  @Inject
  SseKeepAlive(QuestionConfig config) {
    this(config.sseKeepAlive());
  }

  SseKeepAlive(Duration interval) {
    this.interval = interval;
  }

  /** A stream's comments, until it is closed. */
  @FunctionalInterface
  public interface Beats extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param comment must not block for long: all streams share one thread
   */
  public Beats start(Runnable comment) {
    long millis = interval.toMillis();
    ScheduledFuture<?> beats =
        timer.scheduleAtFixedRate(comment, millis, millis, TimeUnit.MILLISECONDS);
    return () -> beats.cancel(false);
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
