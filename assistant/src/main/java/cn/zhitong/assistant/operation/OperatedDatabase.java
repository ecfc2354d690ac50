package cn.zhitong.assistant.operation;

import cn.zhitong.assistant.runtime.DatabaseChoice;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.DumpPrograms;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import cn.zhitong.common.postgres.RunningCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that a command works on: the configured one, the embedded one of a running service,
 * or the embedded one started for this command.
 */
final class OperatedDatabase implements AutoCloseable {
  private final String url;
  private final String user;
  private final String password;
  private final DataFolder folder;
  private final DatabaseChoice started;

  private OperatedDatabase(
      String url, String user, String password, DataFolder folder, DatabaseChoice started) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.folder = folder;
    this.started = started;
  }

  /** Whether the environment names a database of its own. */
  static boolean external(Map<String, String> environment) {
    return !environment.getOrDefault("ZHITONG_DB_URL", "").isBlank();
  }

  /**
   * @throws cn.zhitong.common.postgres.DatabaseStartException with a message for the operator
   */
  static OperatedDatabase open(Path data, Map<String, String> environment) throws IOException {
    if (external(environment)) {
      return of(DatabaseChoice.make(null, environment), null);
    }
    Optional<RunningCluster> running = RunningCluster.in(data);
    if (running.isPresent()) {
      return new OperatedDatabase(
          running.get().jdbcUrl(), EmbeddedDatabase.USER, running.get().password(), null, null);
    }
    DataFolder folder = DataFolder.open(data);
    try {
      return of(DatabaseChoice.make(folder, environment), folder);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static OperatedDatabase of(DatabaseChoice choice, DataFolder folder) {
    return new OperatedDatabase(choice.url(), choice.user(), choice.password(), folder, choice);
  }

  Jdbc jdbc() {
    return new Jdbc(source());
  }

  DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(10);
    return source;
  }

  DumpPrograms.Target target() {
    return new DumpPrograms.Target(url, user, password);
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
    if (folder != null) {
      folder.close();
    }
  }
}
