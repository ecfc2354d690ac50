package cn.zhitong.common.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedDatabaseTest {
  @TempDir Path folder;

  @Test
  void data_acrossAStop_isKept() throws Exception {
    try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
      String url;
      try (EmbeddedDatabase database = EmbeddedDatabase.start(data, "bundled")) {
        url = database.jdbcUrl();
        assertThat(database.majorVersion()).isEqualTo(17);
        Jdbc jdbc = new Jdbc(database.dataSource());
        jdbc.update("create table note (text text not null)");
        jdbc.update("insert into note values ('来件')");
        assertThat(setting(jdbc, "fsync")).isEqualTo("on");
        assertThat(setting(jdbc, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(jdbc, "listen_addresses")).isEqualTo("127.0.0.1");
      }
      try (EmbeddedDatabase database = EmbeddedDatabase.start(data, "bundled")) {
        assertThat(database.jdbcUrl()).isEqualTo(url);
        assertThat(notes(database)).isEqualTo("来件");
      }
    }
  }

  @Test
  void connection_withoutThePassword_isRefused() throws Exception {
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data, "bundled")) {
      PGSimpleDataSource stranger = new PGSimpleDataSource();
      stranger.setUrl(database.jdbcUrl());
      stranger.setUser(EmbeddedDatabase.USER);
      stranger.setPassword("guessed");
      assertThatThrownBy(stranger::getConnection).hasMessageContaining("password");
      assertThat(Files.readString(data.path().resolve("pg-17/pg_hba.conf")))
          .doesNotContain("trust ");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.path().resolve("database-password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void data_whenTheProgramIsKilled_isKept() throws Exception {
    Path path = folder.resolve("data");
    Process killed = writeInAnotherProcess(path);
    killed.destroyForcibly().waitFor();
    assertThat(PostgresProcess.running(path.resolve("pg-17")))
        .as("the server outlives it")
        .isPresent();

    try (DataFolder data = DataFolder.open(path);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, "bundled")) {
      assertThat(notes(database)).isEqualTo("甲,乙");
    }
  }

  @Test
  void data_whenProgramAndServerAreKilled_isKept() throws Exception {
    Path path = folder.resolve("data");
    Process killed = writeInAnotherProcess(path);
    killed.destroyForcibly().waitFor();
    kill(PostgresProcess.running(path.resolve("pg-17")).orElseThrow());

    try (DataFolder data = DataFolder.open(path);
        EmbeddedDatabase database = EmbeddedDatabase.start(data, "bundled")) {
      assertThat(notes(database)).isEqualTo("甲,乙");
    }
  }

  @Test
  void server_thatDies_isRestarted() throws Exception {
    try (DataFolder data = DataFolder.open(folder.resolve("data"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data, "bundled")) {
      Jdbc jdbc = new Jdbc(database.dataSource());
      jdbc.update("create table note (text text not null)");
      jdbc.update("insert into note values ('甲')");
      kill(PostgresProcess.running(data.path().resolve("pg-17")).orElseThrow());

      assertThat(notesWithin(database, 60)).isEqualTo("甲");
    }
  }

  @Test
  void strangerWithTheOldProcessNumber_atTheNextStart_isLeftAlone() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
      EmbeddedDatabase.start(data, "bundled").close();
      Files.writeString(
          data.path().resolve("pg-17/postmaster.pid"),
          stranger.pid() + "\n" + data.path().resolve("pg-17") + "\n");
      EmbeddedDatabase.start(data, "bundled").close();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void serverOfTheMachine_withPgvector_isUsed() throws Exception {
    PostgresInstallation machine =
        PostgresInstallation.onThisMachine().stream()
            .filter(PostgresInstallation::vector)
            .findFirst()
            .orElse(null);
    if (!Boolean.getBoolean("zhitong.ci")) {
      assumeThat(machine).as("pgvector on this machine").isNotNull();
    }
    assertThat(machine).as("pgvector on this machine").isNotNull();
    // Passable for others, so that root hands the server to the postgres user here.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
      try (EmbeddedDatabase database = EmbeddedDatabase.start(data, null)) {
        assertThat(database.majorVersion()).isEqualTo(machine.major());
        new Jdbc(database.dataSource()).update("create extension vector");
      }
      try (EmbeddedDatabase database = EmbeddedDatabase.start(data, null)) {
        assertThat(
                new Jdbc(database.dataSource())
                    .query("select extname from pg_extension", row -> row.getString(1)))
            .contains("vector");
      }
    }
  }

  /** Started on a process of its own that then waits to be killed. */
  private static Process writeInAnotherProcess(Path path) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                path.toString())
            .redirectErrorStream(true)
            .start();
    List<String> seen =
        process.inputReader().lines().takeWhile(line -> !line.equals("written")).toList();
    assertThat(process.isAlive()).as(String.join("\n", seen)).isTrue();
    return process;
  }

  /** Program of the process to be killed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase database =
          EmbeddedDatabase.start(DataFolder.open(Path.of(arguments[0])), "bundled");
      Jdbc jdbc = new Jdbc(database.dataSource());
      jdbc.update("create table note (text text not null)");
      jdbc.update("insert into note values ('甲')");
      jdbc.update("insert into note values ('乙')");
      System.out.println("written");
      TimeUnit.MINUTES.sleep(5);
    }
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  private static String notesWithin(EmbeddedDatabase database, int seconds) {
    return await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(200))
        .ignoreException(JdbcException.class)
        .until(() -> notes(database), notes -> true);
  }

  private static String notes(EmbeddedDatabase database) {
    return new Jdbc(database.dataSource())
        .query("select text from note order by ctid", row -> row.getString(1)).stream()
            .collect(Collectors.joining(","));
  }

  private static String setting(Jdbc jdbc, String name) {
    return jdbc.first("select current_setting(?)", row -> row.getString(1), name).orElseThrow();
  }
}
