package cn.zhitong.eval.drive;

import cn.zhitong.common.file.Folders;
import cn.zhitong.eval.dataset.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A service of our own in a temporary data folder on a free port, gone when closed. */
public final class ScratchService implements Service {
  /** A first start creates a database cluster; slow machines take tens of seconds. */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final Process process;
  private final Path data;
  private final String url;
  private final String token;
  private final Thread hook;

  private ScratchService(Process process, Path data, String url, String token) {
    this.process = process;
    this.data = data;
    this.url = url;
    this.token = token;
    this.hook = new Thread(this::stop);
  }

  /**
   * @param home the checkout, which holds the launcher
   * @throws IOException when the service does not come up; the message holds the end of its log
   */
  public static ScratchService start(Path home) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("zhitong-eval-");
    Path log = data.resolve("serve.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                home.resolve("zhitong").toString(),
                "serve",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(freePort()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // A scratch service never touches the database that an operator configured.
    builder.environment().keySet().removeIf(key -> key.startsWith("ZHITONG_DB_"));
    Process process = builder.start();
    Path ready = data.resolve("serve.json");
    long giveUp = System.nanoTime() + START_LIMIT.toNanos();
    while (!Files.exists(ready)) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        process.destroy();
        throw new IOException("the scratch service did not start; its log ends:\n" + tail(log));
      }
      Thread.sleep(200);
    }
    Thread.sleep(100);
    String url = Json.text(Json.MAPPER.readTree(ready.toFile()), "url");
    String token = Files.readString(data.resolve("token")).strip();
    ScratchService service = new ScratchService(process, data, url, token);
    Runtime.getRuntime().addShutdownHook(service.hook);
    return service;
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String token() {
    return token;
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private synchronized void stop() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    deleteAll(data);
  }

  private static void deleteAll(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("could not remove " + folder + ": " + e.getMessage());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String tail(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "(empty)";
    }
    String text = Files.readString(log);
    return text.substring(Math.max(0, text.length() - 3000));
  }
}
