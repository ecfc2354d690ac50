package cn.zhitong.assistant;

import cn.zhitong.assistant.runtime.Announcement;
import cn.zhitong.assistant.runtime.DatabaseChoice;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.DatabaseStartException;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes the data folder, starts the database, runs the service, and undoes it in reverse. */
@Command(
    name = "zhitong serve",
    description = "启动直通服务。",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  // Longer than Quarkus' and PostgreSQL's own time-outs for stopping together.
  private static final int STOP_SECONDS = 90;

  /**
   * On a small machine Java takes its serial collector, with which a start ran out of memory with
   * 288 MB and came to serve with 352, of which that collector gives a little less as its most.
   */
  private static final long LEAST_HEAP = 320L << 20;

  @Option(names = "--data", paramLabel = "DIR", description = "数据目录，默认 ~/.zhitong")
  private Path data = DataFolder.defaultPath();

  @Option(names = "--port", paramLabel = "N", description = "端口，默认 ${DEFAULT-VALUE}；0 表示任一空闲端口")
  private int port = 8080;

  @Option(names = "--host", paramLabel = "HOST", description = "监听地址，默认 ${DEFAULT-VALUE}，即仅限本机")
  private String host = "127.0.0.1";

  @Option(names = "--demo", description = "载入演示内容（已载入的不会重复）")
  private boolean demo;

  @Option(names = "--policies", paramLabel = "DIR", description = "启动后收录该目录中的政策文件")
  private Path policies;

  private volatile boolean running;
  private volatile boolean stopping;

  @Override
  public Integer call() throws Exception {
    checkInput();
    CountDownLatch stopped = new CountDownLatch(1);
    try (DataFolder folder = DataFolder.open(data);
        DatabaseChoice database = DatabaseChoice.make(folder, System.getenv())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStop(database, stopped)));
      folder.delete(Announcement.FILE);
      configure(folder, database);
      running = true;
      int[] exitCode = {0};
      try {
        Quarkus.run(ServeApplication.class, (code, cause) -> exitCode[0] = failed(code, cause));
      } finally {
        folder.delete(Announcement.FILE);
      }
      return exitCode[0];
    } finally {
      stopped.countDown();
    }
  }

  private void checkInput() {
    memoryProblem(Runtime.getRuntime().maxMemory())
        .ifPresent(
            problem -> {
              throw new DatabaseStartException(problem);
            });
    if (policies != null && !Files.isDirectory(policies)) {
      throw new DatabaseStartException("--policies 指定的目录不存在：" + policies);
    }
    if (port < 0 || port > 65535) {
      throw new DatabaseStartException("--port 应在 0 到 65535 之间，现为 " + port);
    }
    if (LaunchMode.current().isDev()) {
      // After a change this runs again while Quarkus' development mode still holds the port itself.
      return;
    }
    // Asked before the database is started: a taken port is the most common failure of a start.
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new DatabaseStartException("--host 指定的地址无法识别：" + host, e);
    } catch (IOException e) {
      throw new DatabaseStartException(
          "无法在 %s 的端口 %d 上监听（可能已被占用）。请用 --port 换一个端口。".formatted(host, port), e);
    }
  }

  /**
   * Told before anything is started: a start that runs out of memory ends in the middle, with a
   * trace that says nothing of what to do.
   *
   * @param heap that Java may use at most, in bytes
   */
  static Optional<String> memoryProblem(long heap) {
    return heap >= LEAST_HEAP
        ? Optional.empty()
        : Optional.of(
            "Java 可用的内存上限只有 %d MB，启动至少需要 352 MB（建议 512 MB 以上）。请加内存，或设 ZHITONG_JAVA_OPTS=-Xmx512m。"
                .formatted(heap >> 20));
  }

  private void configure(DataFolder folder, DatabaseChoice database) {
    System.setProperty("quarkus.datasource.jdbc.url", database.url());
    System.setProperty("quarkus.datasource.username", database.user());
    System.setProperty("quarkus.datasource.password", database.password());
    System.setProperty("quarkus.http.host", host);
    System.setProperty("quarkus.http.port", Integer.toString(port));
    folder.secret("token");
    System.setProperty("zhitong.admin-token-file", folder.path().resolve("token").toString());
    if (database.embedded()) {
      folder.secret("log-key");
      System.setProperty("zhitong.log.key-file", folder.path().resolve("log-key").toString());
    }
    System.setProperty("zhitong.data-folder", folder.path().toString());
    if (System.getenv("ZHITONG_RETRIEVAL_INDEX_FOLDER") == null) {
      // The folder's lock keeps every other node out of it.
      System.setProperty(
          "zhitong.retrieval.index-folder", folder.path().resolve("index").toString());
    }
    System.setProperty("zhitong.demo", Boolean.toString(demo));
    System.setProperty("zhitong.database.notice", database.notice());
    ServeAccess.configure(host, System.getenv());
    if (policies != null) {
      System.setProperty("zhitong.policies", policies.toAbsolutePath().toString());
    }
  }

  private int failed(int code, Throwable cause) {
    // What fails because it is being stopped is no failure to start.
    if (cause != null && !stopping) {
      System.err.println("服务启动失败：" + rootOf(cause).getMessage());
      cause.printStackTrace();
    }
    return code;
  }

  /**
   * On Ctrl-C the virtual machine ends when its shutdown hooks have: this one waits until the main
   * thread has stopped the service and then the database, or stops the database itself where the
   * main thread never got as far as a service.
   */
  private void awaitStop(DatabaseChoice database, CountDownLatch stopped) {
    stopping = true;
    try {
      if (running) {
        stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      database.close();
    }
  }

  /** What the operator can act on is said in one line; anything else keeps its stack trace. */
  static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof DatabaseStartException) {
      System.err.println("启动失败：" + e.getMessage());
      return 1;
    }
    throw e;
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
