package cn.zhitong.common.postgres;

import cn.zhitong.common.jdbc.Jdbc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A primary and its streaming replica on this machine, for rehearsals and tests: killed, promoted
 * and held back at will. Needs a PostgreSQL with {@code pg_basebackup}, which the bundled one
 * lacks.
 */
public final class StreamingPair implements AutoCloseable {
  public static final String USER = "zhitong";

  private static final int PATIENCE_SECONDS = 120;
  private static final String SYNCHRONOUS =
      "select 1 from pg_stat_replication where sync_state = 'sync'";

  private final PostgresInstallation postgres;
  private final Server first;
  private final Server second;

  private record Server(Path folder, ServerUser user, int port) {
    PGSimpleDataSource source() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(StreamingPair.url(port));
      source.setUser(USER);
      return source;
    }
  }

  private StreamingPair(PostgresInstallation postgres, Server first, Server second) {
    this.postgres = postgres;
    this.first = first;
    this.second = second;
  }

  /** Whether this machine has the programs: {@code ZHITONG_PG_BIN} or Debian's. */
  public static boolean possible(String configuredBin) {
    return programs(configuredBin).isPresent();
  }

  private static Optional<PostgresInstallation> programs(String configuredBin) {
    Predicate<PostgresInstallation> complete =
        found -> Files.isExecutable(found.bin().resolve("pg_basebackup"));
    Stream<PostgresInstallation> configured =
        configuredBin == null || !Files.isExecutable(Path.of(configuredBin, "postgres"))
            ? Stream.empty()
            : Stream.of(PostgresInstallation.at(Path.of(configuredBin)));
    return Stream.concat(configured, PostgresInstallation.onThisMachine().stream())
        .filter(complete)
        .findFirst();
  }

  /**
   * Starts both.
   *
   * @param folder for both clusters; kept, and theirs
   * @param synchronous whether a commit waits until the replica has it on its disk
   */
  public static StreamingPair start(Path folder, String configuredBin, boolean synchronous)
      throws IOException {
    PostgresInstallation postgres =
        programs(configuredBin)
            .orElseThrow(
                () ->
                    new DatabaseStartException(
                        "本机没有带 pg_basebackup 的 PostgreSQL（apt install postgresql）"));
    StreamingPair pair =
        new StreamingPair(
            postgres, server(folder, "first", postgres), server(folder, "second", postgres));
    try {
      pair.makePrimary();
      pair.makeReplica();
      if (synchronous) {
        pair.waitForReplica();
      }
      return pair;
    } catch (IOException | RuntimeException e) {
      pair.close();
      throw e;
    }
  }

  private static Server server(Path folder, String name, PostgresInstallation postgres)
      throws IOException {
    // A folder of its own each: what PostgreSQL's user may enter is the cluster's parent.
    Path cluster = folder.resolve(name).resolve("cluster");
    Files.createDirectories(
        cluster,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    letPass(folder);
    return new Server(cluster, ServerUser.forNew(cluster, postgres), freePort());
  }

  /** The system's PostgreSQL user has to get through to the clusters. */
  private static void letPass(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.getLocalPort();
    }
  }

  private void makePrimary() throws IOException {
    run(
        first,
        "initdb",
        "--pgdata=" + first.folder(),
        "--username=" + USER,
        // On 127.0.0.1 of a machine that runs a rehearsal, with made-up content.
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C");
    configure(first, List.of("wal_level = replica", "max_wal_senders = 4", "wal_keep_size = 64MB"));
    startServer(first);
    new Jdbc(source("postgres")).update("create database " + USER);
  }

  private PGSimpleDataSource source(String database) {
    PGSimpleDataSource source = first.source();
    source.setDatabaseName(database);
    return source;
  }

  private void makeReplica() throws IOException {
    run(
        second,
        "pg_basebackup",
        "--pgdata=" + second.folder(),
        "--dbname=host=127.0.0.1 port=%d user=%s application_name=second"
            .formatted(first.port(), USER),
        "--wal-method=stream",
        "--checkpoint=fast",
        "--write-recovery-conf");
    configure(second, List.of());
    startServer(second);
  }

  /** After the copy was made: the replica, once promoted, waits for nobody. */
  private void waitForReplica() throws IOException {
    Jdbc jdbc = new Jdbc(primary());
    jdbc.update("alter system set synchronous_standby_names = 'second'");
    jdbc.query("select pg_reload_conf()", row -> 1);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (jdbc.query(SYNCHRONOUS, row -> 1).isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IOException("the replica does not become synchronous");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private static void configure(Server server, List<String> lines) throws IOException {
    List<String> all = new ArrayList<>(lines);
    all.add("port = " + server.port());
    all.add("listen_addresses = '127.0.0.1'");
    all.add("unix_socket_directories = ''");
    Path file = server.folder().resolve("postgresql.conf");
    Files.write(file, all, StandardOpenOption.APPEND);
  }

  private void startServer(Server server) throws IOException {
    PostgresProcess.clearLeftovers(server.folder(), PATIENCE_SECONDS);
    run(
        server,
        "pg_ctl",
        "start",
        "--wait",
        "--timeout=" + PATIENCE_SECONDS,
        "--pgdata=" + server.folder(),
        "--log=" + server.folder().resolve("server.log"));
  }

  private void run(Server server, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(postgres.program(program)));
    command.addAll(List.of(arguments));
    Commands.Result result =
        Commands.run(server.user().command(command.toArray(new String[0])), PATIENCE_SECONDS + 10);
    if (!result.succeeded()) {
      throw new IOException(program + ": " + result.output().strip());
    }
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, USER);
  }

  /** Of the server that began as primary. */
  public String primaryUrl() {
    return url(first.port());
  }

  /** Of the server that began as replica. */
  public String replicaUrl() {
    return url(second.port());
  }

  /** Whichever of both is the primary. */
  public String eitherUrl() {
    return eitherUrl(first.port(), second.port());
  }

  /** The same through other ports, such as those of a slow network. */
  public static String eitherUrl(int firstPort, int secondPort) {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s?targetServerType=primary"
        .formatted(firstPort, secondPort, USER);
  }

  public int primaryPort() {
    return first.port();
  }

  public int replicaPort() {
    return second.port();
  }

  public DataSource primary() {
    return first.source();
  }

  public DataSource replica() {
    return second.source();
  }

  /** The replica goes on receiving, and shows nothing new. */
  public void pauseReplay() {
    new Jdbc(replica()).query("select pg_wal_replay_pause()", row -> 1);
  }

  public void resumeReplay() {
    new Jdbc(replica()).query("select pg_wal_replay_resume()", row -> 1);
  }

  /** kill -9 of the first server's postmaster; its children end by themselves. */
  public void killPrimary() throws IOException {
    kill(first);
  }

  public void killReplica() throws IOException {
    kill(second);
  }

  private static void kill(Server server) throws IOException {
    PostgresProcess.running(server.folder()).ifPresent(ProcessHandle::destroyForcibly);
    PostgresProcess.clearLeftovers(server.folder(), PATIENCE_SECONDS);
  }

  /** As a supervisor does with a server that ended. */
  public void restartPrimary() throws IOException {
    if (PostgresProcess.running(first.folder()).isEmpty()) {
      startServer(first);
    }
  }

  public void restartReplica() throws IOException {
    startServer(second);
  }

  /** Makes the replica the primary; the old one has to be gone. */
  public void promote() {
    new Jdbc(replica()).query("select pg_promote(true, 60)", row -> 1);
  }

  @Override
  public void close() {
    for (Server server : List.of(second, first)) {
      try {
        kill(server);
      } catch (IOException e) {
        throw new DatabaseStartException("演练用的数据库没有停止：" + e.getMessage(), e);
      }
    }
  }
}
