package cn.zhitong.eval.drive;

/** Progress on standard error: a bar on a terminal, a line every tenth elsewhere. */
public final class ConsoleProgress {
  private final String what;
  private final int total;
  private final boolean terminal = System.console() != null;
  private int done;

  public ConsoleProgress(String what, int total) {
    this.what = what;
    this.total = total;
  }

  public synchronized void step(int by) {
    int before = total == 0 ? 10 : done * 10 / total;
    done += by;
    int now = total == 0 ? 10 : done * 10 / total;
    if (terminal) {
      int filled = total == 0 ? 30 : Math.min(30, done * 30 / total);
      System.err.printf(
          "\r%s [%s%s] %d/%d", what, "#".repeat(filled), " ".repeat(30 - filled), done, total);
      if (done >= total) {
        System.err.println();
      }
    } else if (now != before) {
      System.err.printf("%s %d/%d%n", what, done, total);
    }
  }
}
