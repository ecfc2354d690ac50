package cn.zhitong.assistant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The tables as the migrations make them could be distributed, read from a plain server's
 * catalogue.
 */
class DistributionRulesTest {
  private static EmbeddedPostgres postgres;
  private static CitusStore store;
  private static Jdbc jdbc;

  @BeforeAll
  static void migrate() throws IOException {
    postgres = EmbeddedPostgres.start();
    Migrations.migrateCorpus(postgres.getPostgresDatabase());
    Migrations.migrate(
        postgres.getPostgresDatabase(), "assistant", DatabaseCommand.class.getClassLoader());
    jdbc = new Jdbc(postgres.getPostgresDatabase());
    store = new CitusStore(jdbc);
  }

  @AfterAll
  static void close() throws IOException {
    postgres.close();
  }

  @Test
  void uniqueKeys_ofDividedTables_holdTheirColumn() {
    assertThat(Arrays.stream(DistributedTable.values()).filter(table -> !table.isReference()))
        .isNotEmpty()
        .allSatisfy(table -> assertThat(store.keysWithout(table)).as(table.table()).isEmpty());
  }

  @Test
  void keysWithout_keyOnIdAlone_namesIt() {
    jdbc.update("alter table corpus.clause add column id uuid unique");
    try {
      assertThat(store.keysWithout(DistributedTable.CLAUSE))
          .containsExactly("corpus.clause_id_key");
    } finally {
      jdbc.update("alter table corpus.clause drop column id");
    }
  }

  @Test
  void foreignKeys_ofDividedTables_neverLeadToOrFromThemAlone() {
    assertThat(store.foreignKeysAcross()).isEmpty();
  }

  @Test
  void foreignKeysAcross_fromAnAccountToAFile_namesIt() {
    jdbc.update(
        "alter table assistant.enterprise_contact add constraint to_file foreign key (credit_code)"
            + " references assistant.enterprise");
    try {
      assertThat(store.foreignKeysAcross()).singleElement().asString().startsWith("to_file");
    } finally {
      jdbc.update("alter table assistant.enterprise_contact drop constraint to_file");
    }
  }

  /** They count on one server. */
  @Test
  void sequences_inTheSchema_areNone() {
    assertThat(
            jdbc.query(
                """
                select sequence_schema || '.' || sequence_name as name
                  from information_schema.sequences
                 where sequence_schema in ('corpus', 'assistant')
                """,
                row -> row.getString("name")))
        .isEmpty();
  }

  @Test
  void sizes_ofTheTables_knowEveryOne() {
    assertThat(store.sizes().keySet())
        .containsExactlyInAnyOrderElementsOf(DistributedTable.tables());
  }

  @Test
  void distribute_withoutCitus_saysWhatIsMissing() {
    List<Finding> findings = new DistributionCheckup(store).findings();

    assertThat(findings).singleElement().matches(Finding::isFault);
    assertThat(findings.get(0).text()).isEqualTo("这个 PostgreSQL 没有 Citus");
  }

  @Test
  void distribute_embeddedDatabase_isRefused() {
    assertThat(DatabaseCommand.commandLine(Map.of()).execute("distribute", "--dry-run")).isOne();
  }
}
