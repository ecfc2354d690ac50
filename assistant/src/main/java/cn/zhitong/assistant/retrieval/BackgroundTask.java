package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.runtime.DaemonThreads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Work that goes on in another thread until its result is asked for. */
final class BackgroundTask<T> {
  /** Threads come with the searches under way, whose number is bounded where they are let in. */
  private static final Executor THREADS =
      Executors.newCachedThreadPool(DaemonThreads.named("search-beside"));

  private final CompletableFuture<T> result;

  private BackgroundTask(CompletableFuture<T> result) {
    this.result = result;
  }

  static <T> BackgroundTask<T> begin(Supplier<T> work) {
    return new BackgroundTask<>(CompletableFuture.supplyAsync(work, THREADS));
  }

  /** Waits for it; fails as the work failed. */
  T get() {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
