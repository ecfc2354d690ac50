package cn.zhitong.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** How a search is timed, for our stores and the peers' alike: by one caller and by several. */
public final class SearchTiming {
  /** Searches before the timed ones, so that code and pages are warm. */
  private static final int WARM_UP = 50;

  private SearchTiming() {}

  /** Work that is timed as a whole. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /**
   * Puts NAME:millis, one query after the other, and NAME:perSecond.
   *
   * @param callers at once, for the second
   */
  public static void timed(
      BenchFigures figures,
      String name,
      List<float[]> queries,
      Consumer<float[]> search,
      int callers)
      throws Exception {
    queries.subList(0, Math.min(WARM_UP, queries.size())).forEach(search);
    figures.percentiles(name + ":millis", BenchFigures.millis(queries, search::accept));
    figures.put(name + ":perSecond", perSecond(queries, search, callers));
  }

  /** Items a second, shared out among callers at once. */
  public static <T> double perSecond(List<T> items, Consumer<T> work, int callers)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(callers);
    try {
      long begin = System.nanoTime();
      List<Future<?>> parts = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        int first = caller;
        parts.add(
            pool.submit(
                () -> {
                  for (int i = first; i < items.size(); i += callers) {
                    work.accept(items.get(i));
                  }
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
      return items.size() / ((System.nanoTime() - begin) / 1e9);
    } finally {
      pool.shutdown();
    }
  }

  public static double seconds(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Bytes of the heap in use after a collection. */
  public static long liveHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
