package cn.zhitong.assistant.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people who act at once. */
public final class ParallelTasks {
  /** As many people at once as two nodes on a small machine bear. */
  private static final int PEOPLE = 6;

  private ParallelTasks() {}

  /**
   * Does all of them; the first that failed is told, once all have ended.
   *
   * @throws IOException where a service did not answer
   */
  public static void run(List<Callable<Void>> tasks) throws IOException, InterruptedException {
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try {
      for (Future<Void> result : people.invokeAll(tasks)) {
        result.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } finally {
      people.shutdownNow();
    }
  }
}
