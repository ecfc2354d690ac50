package cn.zhitong.ingest;

import cn.zhitong.ingest.IngestOutcome.Result;
import cn.zhitong.ingest.read.SourceFile;
import java.io.PrintStream;

/**
 * What the command prints: a bar on a terminal, plain lines elsewhere; what needs a person always.
 */
final class IngestConsole implements IngestListener {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private final int files;
  private final IngestReport report = new IngestReport();
  private int read;
  private boolean ended;

  IngestConsole(PrintStream out, boolean terminal, int files) {
    this.out = out;
    this.terminal = terminal;
    this.files = files;
  }

  @Override
  public synchronized void reading(SourceFile file) {
    if (ended) {
      return;
    }
    read++;
    if (terminal) {
      draw();
    } else if (read == files || read * 10 / files > (read - 1) * 10 / files) {
      out.printf("已读 %d/%d 个文件%n", read, files);
    }
  }

  @Override
  public synchronized void settled(IngestOutcome outcome) {
    report.add(outcome);
    boolean worthReading =
        !ended
            && (outcome.reason() != null
                || outcome.result() == Result.FAILED
                || outcome.result() == Result.SKIPPED);
    if (worthReading) {
      out.printf(
          "%s%s %s：%s%n",
          terminal ? "\r\033[K" : "",
          outcome.result().label(),
          outcome.externalId(),
          outcome.reason());
    }
    if (terminal && worthReading) {
      draw();
    }
  }

  /** Ctrl-C: what stands in the library, and how to go on; nothing more is printed after it. */
  synchronized void interrupted() {
    if (ended) {
      return;
    }
    ended = true;
    int stored = report.count(Result.CREATED) + report.count(Result.UPDATED);
    out.println();
    out.println(
        "已中断。本次已入库 "
            + stored
            + " 份（"
            + report.summary()
            + "）；每份文件要么完整入库，要么没有写入。重新运行同一命令即可接着导入，已入库的不会重复。");
  }

  synchronized void finish() {
    if (ended) {
      return;
    }
    ended = true;
    if (terminal) {
      out.println();
    }
    out.println(report.summary());
    if (failed()) {
      out.println("失败的原因见上；改正后重新运行即可，已入库的不会重复。");
    }
  }

  synchronized boolean failed() {
    return report.count(Result.FAILED) > 0;
  }

  private void draw() {
    int filled = files == 0 ? WIDTH : read * WIDTH / files;
    out.printf("\r\033[K[%s%s] %d/%d", "█".repeat(filled), "░".repeat(WIDTH - filled), read, files);
    out.flush();
  }
}
