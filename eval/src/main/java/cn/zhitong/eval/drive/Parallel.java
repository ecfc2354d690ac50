package cn.zhitong.eval.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work on many items, a few at a time, results in the items' order. */
public final class Parallel {
  /** Two in flight keep the service's two cores busy without queueing. */
  private static final int IN_FLIGHT = 2;

  private Parallel() {}

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work<T, R> {
    R run(T item) throws Exception;
  }

  /**
   * @throws Exception the first failure, after which nothing more is started
   */
  public static <T, R> List<R> map(String what, List<T> items, Work<T, R> work) throws Exception {
    return map(what, items, IN_FLIGHT, work);
  }

  /**
   * The same with so many at a time.
   *
   * @throws Exception the first failure, after which nothing more is started
   */
  public static <T, R> List<R> map(String what, List<T> items, int inFlight, Work<T, R> work)
      throws Exception {
    ConsoleProgress progress = new ConsoleProgress(what, items.size());
    ExecutorService pool = Executors.newFixedThreadPool(inFlight);
    try {
      List<Future<R>> futures = new ArrayList<>();
      for (T item : items) {
        futures.add(
            pool.submit(
                () -> {
                  R result = work.run(item);
                  progress.step(1);
                  return result;
                }));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    } finally {
      pool.shutdownNow();
    }
  }
}
