package cn.zhitong.assistant.runtime;

import java.io.PrintStream;

/** Progress as a bar that moves on a terminal, and as a line each tenth elsewhere. */
final class ProgressBar implements WorkProgress {
  private static final int WIDTH = 30;
  private static final int TENTHS = 10;

  private final PrintStream out;
  private final boolean terminal;
  private String lastWhat = "";
  private int lastTenth = -1;

  ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void report(String what, int done, int total) {
    int of = Math.max(total, 1);
    int upTo = Math.max(0, Math.min(done, of));
    if (terminal) {
      draw(what, upTo, of);
      return;
    }
    int tenth = upTo * TENTHS / of;
    if (!what.equals(lastWhat) || tenth > lastTenth) {
      out.printf("%s %d/%d%n", what, upTo, of);
      lastWhat = what;
      lastTenth = tenth;
    }
  }

  private void draw(String what, int done, int total) {
    int filled = done * WIDTH / total;
    out.printf(
        "\r\033[K%s [%s%s] %d/%d",
        what, "█".repeat(filled), "░".repeat(WIDTH - filled), done, total);
    if (done == total) {
      out.println();
    }
    out.flush();
  }
}
