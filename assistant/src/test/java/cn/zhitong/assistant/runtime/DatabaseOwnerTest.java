package cn.zhitong.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import cn.zhitong.common.jdbc.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The service's account, where the log belongs to another one: it adds, and changes nothing. */
class DatabaseOwnerTest {
  private static final UUID CASE = UUID.randomUUID();
  private static EmbeddedPostgres postgres;
  private static Jdbc service;

  @BeforeAll
  static void twoAccounts() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    Jdbc root = new Jdbc(source("postgres", "postgres"));
    // As docs/casework.md has them.
    root.update("create role zhitong_owner login password 'one'");
    root.update("create role zhitong login password 'two'");
    root.update("grant create on database postgres to zhitong_owner, zhitong");
    Migrations.migrateCorpus(source("zhitong", "two"));
    DatabaseOwner owner =
        new DatabaseOwner(
            postgres.getJdbcUrl("zhitong_owner", "postgres").replaceAll("\\?.*", ""),
            "zhitong",
            Optional.of("zhitong_owner"),
            Optional.of("one"));
    Migrations.migrate(owner.dataSource(), "assistant", DatabaseOwner.class.getClassLoader());
    owner.grant();
    owner.grant();
    service = new Jdbc(source("zhitong", "two"));
    service.update(
        """
        insert into assistant.appeal_case
          (id, number, tracking_code, channel, asked_at, received_at, title, content, content_salt,
           version, head, state)
        values (?, 'N1', 'T', 'api', now(), now(), 't', 'c', 's', 1, 'h', 'received')
        """,
        CASE);
    service.update(
        """
        insert into assistant.case_event
          (id, case_id, seq, type, actor, actor_name, at, based_on, body, sealed, salt,
           previous_hash, hash)
        values (?, ?, 1, 'received', 'a', 'A', now(), 0, '{}', '{"text":"x"}', 's', 'p', 'h')
        """,
        UUID.randomUUID(),
        CASE);
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Test
  void serviceAccount_takingOutFreeText_may() {
    assertThat(service.update("update assistant.case_event set sealed = null, salt = null"))
        .isEqualTo(1);
    assertThat(service.update("update assistant.appeal_case set state = 'received'")).isEqualTo(1);
    assertThat(service.query("select * from assistant.case_event for key share", row -> 1))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update assistant.case_event set actor = 'b'",
        "update assistant.case_event set hash = 'b'",
        "update assistant.case_event set body = '{}'",
        "delete from assistant.case_event",
        "truncate assistant.case_event",
        "delete from assistant.appeal_case",
        "update assistant.log_head set content = ''",
        "delete from assistant.log_head",
        "alter table assistant.case_event disable trigger all",
        "drop table assistant.case_event",
      })
  void serviceAccount_changingTheLog_isRefused(String statement) {
    assertThatThrownBy(() -> service.update(statement))
        .isInstanceOf(JdbcException.class)
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  private static PGSimpleDataSource source(String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.getJdbcUrl(user, "postgres").replaceAll("\\?.*", ""));
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
