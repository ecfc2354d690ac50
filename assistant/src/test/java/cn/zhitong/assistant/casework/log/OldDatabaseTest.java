package cn.zhitong.assistant.casework.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that the version before wrote (schema 52), as dumped: nine of the demo's cases, and
 * two of our own, of which one was merged into the other.
 */
class OldDatabaseTest {
  private static EmbeddedPostgres postgres;
  private static Jdbc jdbc;
  private static List<String> before;

  @BeforeAll
  static void migrated() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    try (InputStream in = OldDatabaseTest.class.getResourceAsStream("/casework/v52.sql");
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    jdbc = new Jdbc(postgres.getPostgresDatabase());
    jdbc.update(
        """
        insert into assistant.account
          (id, name, display_name, password_hash, roles, created_at, password_changed_at)
        select gen_random_uuid(), name, name, '-', '{agent}', timestamptz '2025-01-01' + day, now()
          from (values ('Alter', interval '2 days'), ('alter', interval '1 day'),
                       ('ALTER', interval '1 day'), ('einzig', interval '1 day')) twins (name, day)
        """);
    before = stored();
    Migrations.migrateCorpus(postgres.getPostgresDatabase());
    Migrations.migrate(
        postgres.getPostgresDatabase(), "assistant", OldDatabaseTest.class.getClassLoader());
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Test
  void log_ofTheVersionBefore_verifiesAndIsSealed(@TempDir Path folder) {
    LogKeyHolder keys = new LogKeyHolder("a key of this very test", folder);
    CaseVerification.Summary summary = VerifyLogCommand.verification(jdbc, keys).all();
    assertThat(summary.broken()).isEmpty();
    assertThat(summary.cases()).isEqualTo(11);
    assertThat(summary.events()).isEqualTo(82);
    assertThat(keys.allSealed()).isTrue();
    assertThat(stored()).as("what was stored and hashed is as it was").isEqualTo(before);
    assertThat(column("select state from assistant.appeal_case where title = '旧版重复件'"))
        .as("unmerged then, it has now the state it had")
        .containsExactly("in_progress");
    assertThat(column("select score from assistant.appeal_case where title = '旧版主办件'"))
        .as("answered anew, it is not rated")
        .containsExactly((String) null);
    assertThat(
            column(
                """
                select seq::text from assistant.case_event
                 where occurred_at <> coalesce((body ->> 'occurredAt')::timestamptz, at)
                """))
        .isEmpty();
    assertThat(column("select count(*)::text from assistant.case_decision where suggested"))
        .as("reports' views read it")
        .doesNotContain("0");
  }

  @Test
  void accounts_thatDifferInCaseAlone_stayAndNoFurtherOneJoinsThem() {
    assertThat(column("select name from assistant.account where lower(name) = 'alter'"))
        .containsExactlyInAnyOrder("Alter", "alter", "ALTER");
    assertThat(
            column(
                "select lower(name) from assistant.account where lower(name) = 'alter' and not twin"))
        .as("the first one")
        .hasSize(1);
    assertThat(column("select name from assistant.account where twin")).contains("Alter");
    assertThat(column("select name from assistant.account where name = 'einzig' and not twin"))
        .hasSize(1);
    assertThatThrownBy(
            () ->
                jdbc.update(
                    """
                    insert into assistant.account
                      (id, name, display_name, password_hash, roles, created_at, password_changed_at)
                    values (gen_random_uuid(), 'aLTER', 'x', '-', '{agent}', now(), now())
                    """))
        .hasMessageContaining("account_name_any_case");
  }

  private static List<String> stored() {
    return column(
        """
        select concat_ws('|', id, seq, type, actor, at, body, sealed, salt, previous_hash, hash)
          from assistant.case_event order by case_id, seq
        """);
  }

  private static List<String> column(String sql) {
    return jdbc.query(sql, row -> row.getString(1));
  }
}
