package cn.zhitong.assistant.runtime;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Works through what is due. Each is claimed, worked on and marked in one transaction, so that no
 * node repeats another's work and a dying one loses none.
 */
public final class ClaimLoop {
  private static final Logger LOG = Logger.getLogger(ClaimLoop.class);

  private ClaimLoop() {}

  /**
   * Runs work in a transaction.
   *
   * @param <C> what reads and changes within it
   */
  public interface Transactions<C> {
    <T> T change(Function<C, T> work);
  }

  /**
   * What is done with each.
   *
   * @param claim takes one that nobody else has in hand; empty where none is due
   * @param mark so that it is due no more; also done, by itself, where the work fails
   * @param name by which a failure is logged
   */
  public record Task<C, F>(
      Function<C, Optional<F>> claim,
      BiConsumer<C, F> work,
      BiConsumer<C, F> mark,
      Function<F, String> name) {}

  /** Returns how many were claimed: at most so many, so that other tasks get their turn. */
  public static <C, F> int run(int most, Transactions<C> store, Task<C, F> task) {
    int done = 0;
    while (done < most && one(store, task)) {
      done++;
    }
    return done;
  }

  private static <C, F> boolean one(Transactions<C> store, Task<C, F> task) {
    AtomicReference<F> claimed = new AtomicReference<>();
    try {
      store.change(
          change -> {
            claimed.set(task.claim().apply(change).orElse(null));
            if (claimed.get() != null) {
              task.work().accept(change, claimed.get());
              task.mark().accept(change, claimed.get());
            }
            return null;
          });
    } catch (RuntimeException e) {
      F failed = claimed.get();
      if (failed == null) {
        throw e;
      }
      // One that fails must not keep the others back.
      LOG.errorf(e, "%s is left out of this round", task.name().apply(failed));
      store.change(
          change -> {
            task.mark().accept(change, failed);
            return null;
          });
    }
    return claimed.get() != null;
  }
}
