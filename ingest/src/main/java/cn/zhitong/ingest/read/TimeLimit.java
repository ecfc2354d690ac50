package cn.zhitong.ingest.read;

import java.time.Duration;
import java.util.concurrent.Callable;
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

  private TimeLimit() {}

  /** Grants the parser on this thread more time, before it begins work that is known to take it. */
  static void extend(Duration time) {
    AtomicLong granted = GRANTED.get();
    if (granted != null) {
      granted.addAndGet(time.toNanos());
    }
  }

  static ReadText within(Duration time, Callable<ReadText> parser) throws UnreadableSource {
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
      task.cancel(true);
      throw new UnreadableSource(
          UnreadableSource.Kind.MALFORMED,
          "文件在 " + time.toSeconds() + " 秒内没能读完，结构可能异常；请用办公软件另存一份后再上传。",
          e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new UnreadableSource(UnreadableSource.Kind.MALFORMED, "读取被中断，请重新上传。", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
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
