package cn.zhitong.assistant.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

/** Several who act at once, and somebody who kills a node meanwhile. */
final class ScenarioPeople {
  /** As many people at once as two nodes on a small machine bear. */
  private static final int PEOPLE = 6;

  private ScenarioPeople() {}

  static void together(List<Callable<Void>> tasks) throws IOException, InterruptedException {
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

  /** Kills the node when so many acts are done. */
  static Thread killer(ScenarioNode node, IntSupplier acts, int when) {
    Thread thread =
        new Thread(
            () -> {
              try {
                // The count is the acting threads' own and tells nobody; it is looked at instead.
                while (acts.getAsInt() < when) {
                  Thread.sleep(5);
                }
                node.kill();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "killer");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
