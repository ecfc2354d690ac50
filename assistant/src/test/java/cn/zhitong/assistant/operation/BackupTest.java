package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.zhitong.assistant.casework.log.VerifyLogCommand;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.postgres.RunningCluster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder with eleven cases goes into a backup and comes out of it. */
class BackupTest {
  private static final Map<String, String> BUNDLED = Map.of("ZHITONG_PG_BIN", "bundled");
  private static final String PASSPHRASE = "correct horse battery staple";

  @TempDir static Path folder;
  private static Path source;
  private static List<String> rows;

  @BeforeAll
  static void aFolderWithCases() throws Exception {
    source = folder.resolve("source");
    rows = fill(source, Map.of());
  }

  private static List<String> fill(Path data, Map<String, String> environment) throws Exception {
    try (OperatedDatabase database = OperatedDatabase.open(data, environment);
        InputStream in = BackupTest.class.getResourceAsStream("/casework/v52.sql")) {
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      database.jdbc().transaction(session -> session.connection().createStatement().execute(sql));
    }
    Files.writeString(data.resolve("log-key"), "a key of this very test");
    Files.writeString(data.resolve("token"), "a token of this very test");
    assertThat(VerifyLogCommand.execute(environment, "--data", data.toString())).isZero();
    Files.createDirectories(data.resolve("index/words"));
    Files.writeString(data.resolve("index/words/segment"), "derived");
    try (OperatedDatabase database = OperatedDatabase.open(data, environment)) {
      Jdbc jdbc = database.jdbc();
      if (new OperationStore(jdbc).server().available() != null) {
        jdbc.update("create extension if not exists vector");
        jdbc.update(
            """
            create index if not exists passage_embedding_hnsw on corpus.passage
            using hnsw ((embedding::halfvec(512)) halfvec_cosine_ops)
            """);
      }
      return rows(jdbc);
    }
  }

  private static List<String> rows(Jdbc jdbc) {
    List<String> tables =
        jdbc.query(
            """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
             where schemaname in ('corpus', 'assistant') order by 1
            """,
            row -> row.getString(1));
    return tables.stream()
        .map(
            table ->
                table
                    + jdbc.first(
                            "select count(*) || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "
                                + table
                                + " t",
                            row -> row.getString(1))
                        .orElseThrow())
        .toList();
  }

  @Test
  void backup_restoredIntoAnEmptyFolder_hasTheSameRowsAndFiles() throws Exception {
    Path file = folder.resolve("plain.tar.gz");
    assertThat(backup(Map.of(), file, source)).isZero();
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(backup(Map.of(), file, source)).as("nothing is overwritten").isEqualTo(1);
    Path target = folder.resolve("restored");
    assertThat(restore(Map.of(), file, target)).isZero();
    assertThat(rowsOf(target, Map.of())).isEqualTo(rows);
    for (String name : List.of("token", "log-key", "log-sealed", "database-password")) {
      assertThat(target.resolve(name)).hasSameBinaryContentAs(source.resolve(name));
    }
    assertThat(target.resolve("index")).doesNotExist();
    assertThat(restore(Map.of(), file, target)).as("a folder in use stays").isEqualTo(1);
    assertNothingLeft();
  }

  @Test
  void restore_ofADamagedFile_leavesNothing() throws Exception {
    Path file = folder.resolve("good.tar.gz");
    assertThat(backup(Map.of(), file, source)).isZero();
    byte[] good = Files.readAllBytes(file);
    byte[] flipped = good.clone();
    flipped[good.length / 2] ^= 4;
    byte[] cut = Arrays.copyOf(good, good.length - 600);
    for (byte[] bad : List.of(flipped, cut, new byte[0])) {
      Path damaged = Files.write(folder.resolve("damaged.tar.gz"), bad);
      assertThatThrownBy(() -> new BackupReader(damaged, null).verify())
          .hasMessageStartingWith("文件读不出来，或已损坏、不完整");
      Path target = folder.resolve("never");
      assertThat(restore(Map.of(), damaged, target)).isEqualTo(1);
      assertThat(target).doesNotExist();
    }
    assertNothingLeft();
  }

  /** kill -9 while the restored database is being filled, its server left running. */
  @Test
  void restore_killedMidway_isRunAgain() throws Exception {
    Path file = folder.resolve("for-killed.tar.gz");
    assertThat(backup(Map.of(), file, source)).isZero();
    Path target = folder.resolve("killed");
    Path part = folder.resolve("killed.restore");
    Process process = restoring(file, target);
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> !process.isAlive() || RunningCluster.in(part).isPresent());
      assertThat(process.isAlive()).as("still at it").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(target).doesNotExist();

    assertThat(restore(Map.of(), file, target)).isZero();

    assertThat(rowsOf(target, Map.of())).isEqualTo(rows);
    assertThat(target.resolve(RestoreProgress.NAME)).doesNotExist();
    assertNothingLeft();
  }

  private static Process restoring(Path file, Path target) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            RestoreCommand.class.getName(),
            file.toString(),
            "--data",
            target.toString());
    builder.environment().remove("ZHITONG_DB_URL");
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** A backup that was killed leaves what the next one of the same name clears away. */
  @Test
  void backup_afterOneThatBrokeOff_startsAnew() throws Exception {
    Path file = folder.resolve("again.tar.gz");
    Files.writeString(folder.resolve("again.tar.gz.part"), "half");
    Files.writeString(folder.resolve("again.tar.gz.dump.part"), "half");

    assertThat(backup(Map.of(), file, source)).isZero();

    assertThat(new BackupReader(file, null).verify().dumped()).isTrue();
    assertNothingLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aes", "sm4"})
  void backup_encrypted_opensByItsPassphraseAlone(String cipher) throws Exception {
    Path file = folder.resolve("sealed.backup." + cipher);
    Map<String, String> environment =
        Map.of("ZHITONG_BACKUP_PASSPHRASE", PASSPHRASE, "ZHITONG_BACKUP_CIPHER", cipher);
    assertThat(backup(environment, file, source)).isZero();
    char[] right = PASSPHRASE.toCharArray();
    assertThat(new BackupReader(file, right).verify().dumped()).isTrue();
    Path target = folder.resolve("by-none");
    assertThat(restore(Map.of(), file, target)).isEqualTo(1);
    assertThat(restore(Map.of("ZHITONG_BACKUP_PASSPHRASE", "another passphrase"), file, target))
        .isEqualTo(1);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Path damaged = Files.write(folder.resolve("sealed-damaged"), bytes);
    assertThat(restore(environment, damaged, target)).isEqualTo(1);
    assertThat(target).doesNotExist();
    assertNothingLeft();
  }

  @Test
  void backup_whileAnotherWritesTheSameFile_isRefused() throws Exception {
    Path file = folder.resolve("busy.tar.gz");
    try (BackupLock other = BackupLock.on(file)) {
      assertThat(backup(Map.of(), file, source)).isEqualTo(1);
    }
    assertThat(file).doesNotExist();
    assertThat(backup(Map.of("ZHITONG_BACKUP_CIPHER", "des"), file, source)).isEqualTo(1);
    assertThat(backup(Map.of(), file, source)).isZero();
    assertNothingLeft();
  }

  /** The PostgreSQL that comes with the program has no pg_dump. */
  @Test
  void backup_ofTheBundledServer_holdsItsFiles() throws Exception {
    Path bundled = folder.resolve("bundled");
    List<String> before = fill(bundled, BUNDLED);
    Path file = folder.resolve("cluster.tar.gz");
    assertThat(backup(BUNDLED, file, bundled)).isZero();
    Path target = Files.createDirectory(folder.resolve("from-cluster"));
    assertThat(restore(BUNDLED, file, target)).isZero();
    assertThat(rowsOf(target, BUNDLED)).isEqualTo(before);
  }

  private static int backup(Map<String, String> environment, Path file, Path data) {
    return BackupCommand.execute(environment, file.toString(), "--data", data.toString());
  }

  private static int restore(Map<String, String> environment, Path file, Path data) {
    return RestoreCommand.execute(environment, file.toString(), "--data", data.toString());
  }

  private static List<String> rowsOf(Path data, Map<String, String> environment)
      throws IOException {
    try (OperatedDatabase database = OperatedDatabase.open(data, environment)) {
      return rows(database.jdbc());
    }
  }

  private static void assertNothingLeft() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries.map(Path::toString))
          .noneMatch(
              name ->
                  name.endsWith(".part") || name.endsWith(".lock") || name.endsWith(".restore"));
    }
  }
}
