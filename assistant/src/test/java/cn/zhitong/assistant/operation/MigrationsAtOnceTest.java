package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several nodes that start on one database, and nodes of two versions. */
@Timeout(180)
class MigrationsAtOnceTest {
  private static final int NODES = 4;

  private static final String TWICE =
      """
      select version from %s.flyway_schema_history where version is not null
       group by version having count(*) > 1
      """;

  private static final String UNDONE =
      "select version from %s.flyway_schema_history where not success";

  /** As the version after this one would leave it, with a number above and one in a gap below. */
  private static final String LATER =
      """
      insert into assistant.flyway_schema_history (installed_rank, version, description, type, script,
                                                   checksum, installed_by, execution_time, success)
      select max(installed_rank) + 1, ?, 'later', 'SQL', 'V' || ? || '__later.sql', 1, 'test', 1, true
        from assistant.flyway_schema_history
      """;

  private EmbeddedPostgres postgres;
  private DataSource database;

  @BeforeEach
  void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    database = postgres.getPostgresDatabase();
  }

  @AfterEach
  void stop() throws Exception {
    postgres.close();
  }

  private static void migrate(DataSource database) {
    Migrations.migrateCorpus(database);
    Migrations.migrate(database, "assistant", DatabaseCommand.class.getClassLoader());
  }

  @Test
  void nodes_startingAtOnce_migrateOnce() throws Exception {
    CyclicBarrier together = new CyclicBarrier(NODES);
    Callable<Void> node =
        () -> {
          together.await();
          migrate(database);
          return null;
        };
    ExecutorService nodes = Executors.newFixedThreadPool(NODES);
    try {
      List<Future<Void>> started = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        started.add(nodes.submit(node));
      }
      for (Future<Void> one : started) {
        one.get();
      }
    } finally {
      nodes.shutdownNow();
    }

    Jdbc jdbc = new Jdbc(database);
    for (String schema : List.of("corpus", "assistant")) {
      assertThat(jdbc.query(TWICE.formatted(schema), row -> row.getString(1))).isEmpty();
      assertThat(jdbc.query(UNDONE.formatted(schema), row -> row.getString(1))).isEmpty();
    }
    assertThat(jdbc.query("select 1 from assistant.appeal_case", row -> 1)).isEmpty();
  }

  @Test
  void nodeOfTheVersionBefore_onALaterDatabase_starts() {
    migrate(database);
    Jdbc jdbc = new Jdbc(database);
    jdbc.update(LATER, "99999", "99999");

    migrate(database);

    assertThat(jdbc.query(UNDONE.formatted("assistant"), row -> row.getString(1))).isEmpty();
  }

  /** A number in a gap would keep the version before from starting: numbers only rise. */
  @Test
  void nodeOfTheVersionBefore_laterFileWithALowerNumber_isWhyNumbersOnlyRise() {
    migrate(database);
    new Jdbc(database).update(LATER, "700", "700");

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> migrate(database)))
        .hasMessageContaining("700");
  }
}
