package cn.zhitong.ingest.read;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Runs a parser on a thread of its own. Parsers of office formats can hang, recurse without end or
 * ask for absurd amounts of memory on malformed input; none of that may reach the caller.
 */
final class TimeLimit {
  /** Deep enough for every sound document; a hostile one overflows here and not in the caller. */
  private static final long STACK_BYTES = 4L << 20;

  /** How often whoever waits is told of a page. */
  private static final long TELL_NANOS = 300_000_000;

  /** The run of the parser on this thread. */
  private static final ThreadLocal<ParserRun> RUN = new ThreadLocal<>();

  /**
   * Parsers that were given up and have not ended yet. They end at their next line, page or glyph;
   * one that hangs within a library holds a processor, so that no more than these may.
   */
  private static final Set<Thread> LEFT_BEHIND = ConcurrentHashMap.newKeySet();

  private static final int MOST_LEFT_BEHIND = 4;

  private TimeLimit() {}

  /**
   * Ends the parser on this thread if nobody waits for it any more.
   *
   * @throws CancellationException then
   */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody waits for this file any more");
    }
  }

  /** Grants the parser on this thread more time, before it begins work that is known to take it. */
  static void extend(Duration time) {
    ParserRun run = RUN.get();
    if (run != null) {
      run.granted.addAndGet(time.toNanos());
    }
  }

  /** Notes that the parser on this thread begins to read a page from its picture. */
  static void reached(int page, int pages) {
    check();
    ParserRun run = RUN.get();
    if (run != null) {
      run.page = new PageProgress(page, pages);
    }
  }

  /** What a parser's thread tells the thread that waits for it. */
  private static final class ParserRun {
    /** Nanoseconds that were granted on top. */
    private final AtomicLong granted = new AtomicLong();

    private volatile PageProgress page;
  }

  static ReadText within(Duration time, Callable<ReadText> parser) throws UnreadableSource {
    return within(time, parser, page -> {});
  }

  /**
   * @param pages is told, on this thread, of pages that are read from their pictures; not of each
   *     where they go by fast
   */
  static ReadText within(Duration time, Callable<ReadText> parser, Consumer<PageProgress> pages)
      throws UnreadableSource {
    LEFT_BEHIND.removeIf(left -> !left.isAlive());
    if (LEFT_BEHIND.size() >= MOST_LEFT_BEHIND) {
      throw new UnreadableSource(
          UnreadableSource.Kind.MALFORMED, "有几份结构异常的文件还没有处理完，暂时不能读取新的文件；请几分钟后再上传。");
    }
    ParserRun run = new ParserRun();
    PageProgress told = null;
    FutureTask<ReadText> task =
        new FutureTask<>(
            () -> {
              RUN.set(run);
              return parser.call();
            });
    Thread thread = new Thread(null, task, "read-source", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    long start = System.nanoTime();
    try {
      while (true) {
        long left = start + time.toNanos() + run.granted.get() - System.nanoTime();
        try {
          return task.get(Math.min(TELL_NANOS, Math.max(0, left)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (start + time.toNanos() + run.granted.get() <= System.nanoTime()) {
            throw e;
          }
        }
        PageProgress page = run.page;
        if (page != told) {
          told = page;
          pages.accept(page);
        }
      }
    } catch (TimeoutException e) {
      giveUp(task, thread);
      throw new UnreadableSource(
          UnreadableSource.Kind.MALFORMED,
          "文件在 " + time.toSeconds() + " 秒内没能读完，结构可能异常；请用办公软件另存一份后再上传。",
          e);
    } catch (InterruptedException e) {
      giveUp(task, thread);
      Thread.currentThread().interrupt();
      throw new UnreadableSource(UnreadableSource.Kind.MALFORMED, "读取被中断，请重新上传。", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (RuntimeException e) {
      // Whoever was told of a page does not wait any more.
      giveUp(task, thread);
      throw e;
    }
  }

  private static void giveUp(FutureTask<ReadText> task, Thread thread) {
    LEFT_BEHIND.add(thread);
    thread.setPriority(Thread.MIN_PRIORITY);
    task.cancel(true);
  }

  private static UnreadableSource failure(Throwable cause) {
    if (cause instanceof UnreadableSource unreadable) {
      return unreadable;
    }
    if (cause instanceof OutOfMemoryError) {
      return new UnreadableSource(
          UnreadableSource.Kind.TOO_LARGE, "文件内容展开后过于庞大，已停止读取；请拆分成多个文件后再上传。", cause);
    }
    if (cause instanceof StackOverflowError) {
      return new UnreadableSource(
          UnreadableSource.Kind.MALFORMED, "文件的嵌套层次过深，无法读取；请用办公软件另存一份后再上传。", cause);
    }
    return new UnreadableSource(
        UnreadableSource.Kind.MALFORMED, "文件已损坏或不完整，无法读取；请用原软件打开确认后重新保存再上传。", cause);
  }
}
