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

/**
 * Runs a parser on a thread of its own. Parsers of office formats can hang, recurse without end or
 * ask for absurd amounts of memory on malformed input; none of that may reach the caller.
 */
final class TimeLimit {
  /** Deep enough for every sound document; a hostile one overflows here and not in the caller. */
  private static final long STACK_BYTES = 4L << 20;

  /** Nanoseconds that the parser running on this thread was granted on top. */
  private static final ThreadLocal<AtomicLong> GRANTED = new ThreadLocal<>();

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
    AtomicLong granted = GRANTED.get();
    if (granted != null) {
      granted.addAndGet(time.toNanos());
    }
  }

  static ReadText within(Duration time, Callable<ReadText> parser) throws UnreadableSource {
    LEFT_BEHIND.removeIf(left -> !left.isAlive());
    if (LEFT_BEHIND.size() >= MOST_LEFT_BEHIND) {
      throw new UnreadableSource(
          UnreadableSource.Kind.MALFORMED, "有几份结构异常的文件还没有处理完，暂时不能读取新的文件；请几分钟后再上传。");
    }
    AtomicLong granted = new AtomicLong();
    FutureTask<ReadText> task =
        new FutureTask<>(
            () -> {
              GRANTED.set(granted);
              return parser.call();
            });
    Thread thread = new Thread(null, task, "read-source", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    long start = System.nanoTime();
    try {
      while (true) {
        long left = start + time.toNanos() + granted.get() - System.nanoTime();
        try {
          return task.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (start + time.toNanos() + granted.get() <= System.nanoTime()) {
            throw e;
          }
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
