package cn.zhitong.common.postgres;

import cn.zhitong.common.file.Folders;
import cn.zhitong.common.jdbc.Jdbc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL that the program starts itself, in the data folder. Durable (fsync and
 * synchronous_commit on), on 127.0.0.1 only, with a password. What a killed predecessor left behind
 * is stopped first; a server that dies under us is started again on the same port.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** Superuser and database, so that the pgvector extension can be created. */
  public static final String USER = "zhitong";

  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
  private static final String PASSWORD_FILE = "database-password";
  // Recovery after kill -9 replays the log since the last checkpoint, at most about 1 GB of it.
  private static final int START_SECONDS = 180;
  private static final int STOP_SECONDS = 60;
  private static final int LEFTOVER_SECONDS = 15;
  private static final Pattern PORT = Pattern.compile("(?m)^port\\s*=\\s*(\\d+)");

  private final DataFolder data;
  private final Cluster cluster;
  private final ServerUser user;
  private final String password;
  private int port;
  private boolean closing;

  private EmbeddedDatabase(DataFolder data, Cluster cluster, ServerUser user) {
    this.data = data;
    this.cluster = cluster;
    this.user = user;
    this.password = data.secret(PASSWORD_FILE);
  }

  /**
   * Starts it, making the cluster where there is none.
   *
   * @param data taken by this process; must stay open until {@link #close}
   * @param configuredBin {@code ZHITONG_PG_BIN}: a PostgreSQL's bin folder, {@code bundled} for the
   *     one that comes with the program whatever the machine has, or null
   * @throws DatabaseStartException with a message for the operator
   */
  public static EmbeddedDatabase start(DataFolder data, String configuredBin) {
    try {
      return startIn(data, Cluster.choose(data.path(), candidates(configuredBin)));
    } catch (IOException e) {
      throw new DatabaseStartException(
          "数据目录 %s 中的数据库无法启动：%s".formatted(data.path(), e.getMessage()), e);
    }
  }

  private static Cluster.Candidates candidates(String configuredBin) {
    if ("bundled".equals(configuredBin)) {
      return new Cluster.Candidates(null, List.of(), BundledPostgres::install);
    }
    PostgresInstallation explicit =
        configuredBin == null || configuredBin.isBlank()
            ? null
            : PostgresInstallation.at(Path.of(configuredBin));
    return new Cluster.Candidates(
        explicit, PostgresInstallation.onThisMachine(), BundledPostgres::install);
  }

  private static EmbeddedDatabase startIn(DataFolder data, Cluster cluster) throws IOException {
    if (cluster.notice() != null) {
      LOG.warn(cluster.notice());
    }
    boolean fresh = !Files.exists(cluster.folder());
    ServerUser user = fresh ? initialise(data, cluster) : ServerUser.ownerOf(cluster.folder());
    EmbeddedDatabase database = new EmbeddedDatabase(data, cluster, user);
    database.stopPredecessor();
    database.launch();
    database.createDatabase();
    return database;
  }

  /** Made beside and renamed, so that an interrupted initdb leaves no half cluster. */
  private static ServerUser initialise(DataFolder data, Cluster cluster) throws IOException {
    Path part = cluster.folder().resolveSibling(cluster.folder().getFileName() + ".new");
    Path passwordFile = part.resolveSibling(part.getFileName() + ".password");
    Folders.delete(part);
    Files.createDirectory(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    ServerUser user = ServerUser.forNew(part, cluster.postgres());
    DataFolder.writePrivately(passwordFile, data.secret(PASSWORD_FILE));
    user.own(passwordFile);
    try {
      Commands.Result made =
          Commands.run(
              user.command(
                  cluster.postgres().program("initdb"),
                  "--pgdata=" + part,
                  "--username=" + USER,
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  // Byte order: the same on every machine, whatever its locales.
                  "--locale=C"),
              START_SECONDS);
      if (!made.succeeded()) {
        throw new DatabaseStartException("无法建立数据库目录 " + part + "：" + made.output().strip());
      }
      Files.writeString(part.resolve("pg_hba.conf"), ServerSettings.ACCESS);
      ServerSettings.include(part);
      Files.move(part, cluster.folder());
      return user;
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private void stopPredecessor() throws IOException {
    Optional<ProcessHandle> running = PostgresProcess.running(cluster.folder());
    if (running.isPresent()) {
      LOG.infof("上次异常退出留下的数据库进程 %d 仍在运行，先将其停止", running.get().pid());
      stopServer();
    }
    PostgresProcess.clearLeftovers(cluster.folder(), LEFTOVER_SECONDS);
  }

  private synchronized void launch() throws IOException {
    port = freePort(rememberedPort());
    ServerSettings.write(cluster.folder(), port);
    user.own(ServerSettings.file(cluster.folder()));
    Path log = data.path().resolve("postgresql.log");
    if (!Files.exists(log)) {
      Files.createFile(
          log, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    user.own(log);
    Commands.Result started =
        Commands.run(
            user.command(
                cluster.postgres().program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=" + START_SECONDS,
                "--pgdata=" + cluster.folder(),
                "--log=" + log),
            START_SECONDS + 10);
    if (!started.succeeded()) {
      throw new DatabaseStartException(
          "数据库没有启动成功，请查看 %s 的最后几行。%n%s".formatted(log, started.output().strip()));
    }
    PostgresProcess.running(cluster.folder()).ifPresent(this::watch);
  }

  /** A server that ends without our doing (killed, out of memory) is started again. */
  private void watch(ProcessHandle postmaster) {
    CompletableFuture<ProcessHandle> end = postmaster.onExit();
    end.thenRunAsync(this::restartUnlessClosing);
  }

  private synchronized void restartUnlessClosing() {
    if (closing) {
      return;
    }
    LOG.error("数据库进程意外结束，正在重新启动");
    try {
      PostgresProcess.clearLeftovers(cluster.folder(), LEFTOVER_SECONDS);
      launch();
      LOG.info("数据库已重新启动");
    } catch (IOException | DatabaseStartException e) {
      LOG.error("数据库无法重新启动，请重启服务", e);
    }
  }

  private int rememberedPort() throws IOException {
    Path settings = ServerSettings.file(cluster.folder());
    if (!Files.exists(settings)) {
      return 0;
    }
    Matcher matcher = PORT.matcher(Files.readString(settings));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static int freePort(int wanted) throws IOException {
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket socket = new ServerSocket()) {
      // Connections of the server before this one linger for a minute; they are no reason to move.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(here, wanted));
      return socket.getLocalPort();
    } catch (IOException taken) {
      if (wanted == 0) {
        throw taken;
      }
      return freePort(0);
    }
  }

  private void createDatabase() {
    Jdbc maintenance = new Jdbc(dataSource("postgres"));
    if (maintenance
        .first("select 1 from pg_database where datname = ?", row -> row.getInt(1), USER)
        .isEmpty()) {
      maintenance.update("create database " + USER);
    }
  }

  private PGSimpleDataSource dataSource(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(USER);
    source.setPassword(password);
    return source;
  }

  private synchronized String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** An unpooled source, for commands; a service pools by {@link #jdbcUrl}. */
  public DataSource dataSource() {
    return dataSource(USER);
  }

  public String jdbcUrl() {
    return url(USER);
  }

  public String password() {
    return password;
  }

  /** Major version of the server. */
  public int majorVersion() {
    return cluster.postgres().major();
  }

  /** Something the operator should know about the choice of server, in Chinese. */
  public Optional<String> notice() {
    return Optional.ofNullable(cluster.notice());
  }

  /** Stops the server; everything committed is on disk. */
  @Override
  public synchronized void close() {
    if (closing) {
      return;
    }
    closing = true;
    try {
      if (PostgresProcess.running(cluster.folder()).isPresent()) {
        stopServer();
      }
    } catch (IOException e) {
      throw new DatabaseStartException("数据库没有正常停止：" + e.getMessage(), e);
    }
  }

  private void stopServer() throws IOException {
    Commands.Result stopped =
        Commands.run(
            user.command(
                cluster.postgres().program("pg_ctl"),
                "stop",
                "--wait",
                "--mode=fast",
                "--timeout=" + STOP_SECONDS,
                "--pgdata=" + cluster.folder()),
            STOP_SECONDS + 10);
    if (!stopped.succeeded() && PostgresProcess.running(cluster.folder()).isPresent()) {
      throw new DatabaseStartException("数据库进程没有停止：" + stopped.output().strip());
    }
  }
}
