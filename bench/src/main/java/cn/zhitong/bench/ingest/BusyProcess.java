package cn.zhitong.bench.ingest;

import java.io.IOException;

/** Another process that wants every processor: what an ordinary machine's neighbours are like. */
public final class BusyProcess implements AutoCloseable {
  private final Process process;

  private BusyProcess(Process process) {
    this.process = process;
  }

  public static BusyProcess start() throws IOException {
    String java = System.getProperty("java.home") + "/bin/java";
    return new BusyProcess(
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), BusyProcess.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Spins on as many threads as there are processors until it is killed, two minutes at most. */
  public static void main(String[] args) throws InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < threads; i++) {
      Thread spin =
          new Thread(
              () -> {
                double sum = 1;
                while (sum != 0) {
                  sum = Math.sin(sum) + 2;
                }
              });
      spin.setDaemon(true);
      spin.start();
    }
    Thread.sleep(120_000);
  }
}
