package cn.zhitong.assistant.operation;

import cn.zhitong.common.jdbc.Jdbc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A coordinator and two workers, of the PostgreSQL with Citus that {@code ZHITONG_PG_BIN} names.
 */
final class CitusCluster implements AutoCloseable {
  private static final int NODES = 3;
  private static final int PATIENCE_SECONDS = 60;

  private final Path bin;
  private final Path folder;
  private final List<Integer> ports = new ArrayList<>();

  private CitusCluster(Path bin, Path folder) {
    this.bin = bin;
    this.folder = folder;
  }

  /** Empty where there is no such PostgreSQL. */
  static Optional<Path> programs() {
    return Optional.ofNullable(System.getenv("ZHITONG_PG_BIN"))
        .map(Path::of)
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && hasCitus(bin));
  }

  private static boolean hasCitus(Path bin) {
    try {
      Process process =
          new ProcessBuilder(bin.resolve("pg_config").toString(), "--sharedir").start();
      String share = new String(process.getInputStream().readAllBytes()).strip();
      return Files.exists(Path.of(share, "extension", "citus.control"));
    } catch (IOException e) {
      return false;
    }
  }

  static CitusCluster start(Path bin, Path folder) throws IOException, InterruptedException {
    CitusCluster cluster = new CitusCluster(bin, folder);
    // PostgreSQL runs as an ordinary user, who has to reach its folder.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    try {
      for (int node = 0; node < NODES; node++) {
        cluster.startNode(node);
      }
      Jdbc coordinator = cluster.jdbc(0);
      coordinator.query(
          "select citus_set_coordinator_host('localhost', ?)", row -> 1, cluster.ports.get(0));
      for (int node = 1; node < NODES; node++) {
        coordinator.query(
            "select citus_add_node('localhost', ?)", row -> 1, cluster.ports.get(node));
      }
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private void startNode(int node) throws IOException, InterruptedException {
    int port = freePort();
    ports.add(port);
    Path data = folder.resolve("node" + node);
    run(bin.resolve("initdb") + " -D " + data + " -A trust -U zhitong");
    run(
        "printf \"shared_preload_libraries='citus'\\nfsync=off\\nport=%d\\nunix_socket_directories=''\\n\" >> %s"
            .formatted(port, data.resolve("postgresql.conf")));
    run(startCommand(node));
    Jdbc jdbc = jdbc(node);
    jdbc.update("create extension citus");
    jdbc.update("create extension vector");
  }

  private String startCommand(int node) {
    Path data = folder.resolve("node" + node);
    return bin.resolve("pg_ctl") + " -D " + data + " -l " + data + ".log -w start";
  }

  /**
   * kill -9 of a worker's server; its other processes end by themselves when they notice.
   *
   * @param worker from 1
   */
  void kill(int worker) throws IOException {
    Path lock = folder.resolve("node" + worker).resolve("postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(lock).get(0).strip());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    server.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Starts a killed worker, which waits until nothing of the killed one is left. */
  void restart(int worker) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        run(startCommand(worker));
        return;
      } catch (IOException e) {
        if (attempt == 10) {
          throw new UncheckedIOException(e);
        }
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void run(String command) throws IOException, InterruptedException {
    List<String> words =
        System.getProperty("user.name").equals("root")
            ? List.of("su", "postgres", "-c", command)
            : List.of("sh", "-c", command);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    // The server inherits the output, which does not end then: it is not waited for.
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(command + " failed");
    }
  }

  /** What the program is given to find the coordinator. */
  Map<String, String> environment() {
    return Map.of(
        "ZHITONG_DB_URL", url(0), "ZHITONG_DB_USER", "zhitong", "ZHITONG_DB_PASSWORD", "none");
  }

  PGSimpleDataSource coordinator() {
    return source(0);
  }

  /**
   * A connection of its own.
   *
   * @param node 0 for the coordinator
   */
  Jdbc jdbc(int node) {
    return new Jdbc(source(node));
  }

  private PGSimpleDataSource source(int node) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(node));
    source.setUser("zhitong");
    return source;
  }

  private String url(int node) {
    return "jdbc:postgresql://localhost:" + ports.get(node) + "/postgres";
  }

  @Override
  public void close() {
    for (int node = 0; node < ports.size(); node++) {
      try {
        run(bin.resolve("pg_ctl") + " -D " + folder.resolve("node" + node) + " -m immediate stop");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
