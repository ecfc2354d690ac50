package cn.zhitong.common.postgres;

import cn.zhitong.common.file.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The embedded server as it runs for another process, for commands beside a service.
 *
 * @param port on 127.0.0.1
 * @param password of {@link EmbeddedDatabase#USER}
 */
public record RunningCluster(int port, String password) {
  private static final int PATIENCE_SECONDS = 30;
  private static final Pattern PORT = Pattern.compile("(?m)^port\\s*=\\s*(\\d+)");

  /** The one that works in a data folder; empty where none runs. */
  public static Optional<RunningCluster> in(Path dataFolder) throws IOException {
    for (Path cluster : clusters(dataFolder)) {
      Path settings = ServerSettings.file(cluster);
      Path password = dataFolder.resolve("database-password");
      if (PostgresProcess.running(cluster).isPresent() && Files.isReadable(password)) {
        Matcher port = PORT.matcher(Files.readString(settings));
        if (port.find()) {
          return Optional.of(
              new RunningCluster(
                  Integer.parseInt(port.group(1)), Files.readString(password).strip()));
        }
      }
    }
    return Optional.empty();
  }

  /** Cluster folders of a data folder, whether or not a server runs in them. */
  public static List<Path> clusters(Path dataFolder) throws IOException {
    if (!Files.isDirectory(dataFolder)) {
      return List.of();
    }
    return Folders.entries(dataFolder).stream()
        .filter(entry -> entry.getFileName().toString().matches("pg-\\d+"))
        .toList();
  }

  /**
   * Ends, without a clean stop, what runs in a data folder that is going to be deleted.
   *
   * @throws DatabaseStartException if a process will not leave it
   */
  public static void kill(Path dataFolder) throws IOException {
    for (Path cluster : clusters(dataFolder)) {
      PostgresProcess.running(cluster).ifPresent(ProcessHandle::destroyForcibly);
      PostgresProcess.clearLeftovers(cluster, PATIENCE_SECONDS);
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, EmbeddedDatabase.USER);
  }
}
