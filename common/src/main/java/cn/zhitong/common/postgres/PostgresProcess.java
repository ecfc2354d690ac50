package cn.zhitong.common.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Processes of a server that works in a cluster folder. {@code postmaster.pid} alone proves
 * nothing: after kill -9 it stays behind, and its number may belong to another program by now. A
 * server's processes all have the cluster as their working directory, so that is what is looked at.
 */
final class PostgresProcess {
  private static final long POLL_MILLIS = 50;

  private PostgresProcess() {}

  /** The running server that the pid file names, if it really is one of this cluster. */
  static Optional<ProcessHandle> running(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(process -> worksIn(process, cluster));
  }

  /**
   * Makes way for a new server: children whose postmaster was killed end by themselves within
   * moments, and a pid file that names no process of this cluster is taken away.
   *
   * @throws DatabaseStartException if some process will not leave the cluster
   */
  static void clearLeftovers(Path cluster, int seconds) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (true) {
      Optional<ProcessHandle> left =
          ProcessHandle.allProcesses().filter(process -> worksIn(process, cluster)).findFirst();
      if (left.isEmpty()) {
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        return;
      }
      if (System.nanoTime() > end) {
        throw new DatabaseStartException(
            "上次的数据库进程 %d 仍在使用 %s。请结束该进程后再启动。".formatted(left.get().pid(), cluster));
      }
      pause();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path cluster) {
    try {
      Path proc = Path.of("/proc/" + process.pid());
      return Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.toRealPath())
          && Files.readString(proc.resolve("comm")).strip().equals("postgres");
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
