package cn.zhitong.ingest;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ctrl-C while files are taken in: the target is closed, which rolls back what is half written, and
 * the console says where it stopped.
 */
final class Interruption {
  /** Time for what was being stored to be counted; embedding goes on for longer and is dropped. */
  private static final long SETTLE_MILLIS = 1500;

  private static final Logger LOG = Logger.getLogger(Interruption.class);

  private final IngestTarget target;
  private final IngestConsole console;
  private final CountDownLatch settled = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "interrupted-ingest");
  private volatile boolean begun;

  Interruption(IngestTarget target, IngestConsole console) {
    this.target = target;
    this.console = console;
  }

  void watch() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean begun() {
    return begun;
  }

  /** The work has ended, by itself or because the target was closed: closes the target once. */
  void over() {
    settled.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // Ctrl-C was first: the hook closes.
      return;
    }
    target.close();
  }

  /** What the hook does. */
  void stop() {
    begun = true;
    target.close();
    try {
      boolean counted = settled.await(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
      LOG.debugf("all that was stored is counted: %s", counted);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    console.interrupted();
  }
}
