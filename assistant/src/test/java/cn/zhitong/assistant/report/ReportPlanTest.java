package cn.zhitong.assistant.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A report of a month reads that month's events, by index, however long the log is. Slow (10 s)
 * since the planner needs a log worth an index; {@code -Dzhitong.plan.events=1000000} shows the
 * plans on a large one.
 */
class ReportPlanTest {
  private static final int EVENTS = Integer.getInteger("zhitong.plan.events", 80_000);
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");

  /** Cases over ten years, each with eight events within three days. */
  private static final String CASES =
      """
      insert into assistant.appeal_case
        (id, number, tracking_code, channel, asked_at, received_at, title, content, content_salt,
         version, head, state, category, department, department_id, due, answered_at)
      select md5('case' || n)::uuid, 'N' || n, 'T' || n, 'widget', at, at, '标题' || n, '内容' || n,
             's', 8, 'h', 'answered', 'consultation', '甲局', 'd-1', at::date + 3, at + interval '2 days'
        from generate_series(1, ?::int) n,
             lateral (select timestamptz '2017-01-01Z' + n * (interval '10 years' / ?::int) as at) t
      """;

  private static final String LOG =
      """
      insert into assistant.case_event
        (id, case_id, seq, type, actor, actor_name, at, occurred_at, based_on, body, previous_hash, hash)
      select md5('event' || c.number || seq)::uuid, c.id, seq,
             (array['received','suggested','change','dispatch','start','return','reply','rate'])[seq],
             'agent', '坐席', c.asked_at + seq * interval '8 hours',
             c.asked_at + seq * interval '8 hours', seq - 1,
             case seq
               when 2 then '{"category":{"code":"consultation","confidence":0.9},"departments":[{"id":"d-1","name":"甲局","confidence":0.8}]}'
               when 3 then '{"category":"consultation","department":{"id":"d-1","name":"甲局"},"supporting":[],"suggested":{"seq":2,"category":"consultation","categoryConfidence":0.9,"department":"甲局","departmentConfidence":0.8,"rank":1,"abstained":false,"modelVersion":"m"}}'
               when 7 then '{"draftUnchanged":false,"editShare":0.2,"editDistance":9}'
               when 8 then '{"score":5,"label":"很满意"}'
               else '{}' end::jsonb, 'p', 'h'
        from assistant.appeal_case c, generate_series(1, 8) seq
      """;

  private static EmbeddedPostgres postgres;
  private static Jdbc jdbc;

  @BeforeAll
  static void seeded() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    Migrations.migrateCorpus(postgres.getPostgresDatabase());
    Migrations.migrate(
        postgres.getPostgresDatabase(), "assistant", ReportPlanTest.class.getClassLoader());
    jdbc = new Jdbc(postgres.getPostgresDatabase());
    jdbc.update(CASES, EVENTS / 8, EVENTS / 8);
    jdbc.update(LOG);
    jdbc.update("analyze");
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  static Stream<Arguments> reports() {
    List<Object> period = List.of(FROM, TO);
    List<Object> ofDepartment = Collections.nCopies(3, "d-1");
    return Stream.of(
        Arguments.of("decisions", ReportStore.DECISIONS, period),
        Arguments.of("returns", ReportStore.RETURNS, period),
        Arguments.of("cases", ReportStore.CASES, joined(List.of(TO, FROM, TO), ofDepartment)),
        Arguments.of("ratings", ReportStore.RATINGS, joined(period, ofDepartment)),
        Arguments.of("drafts", DraftsStore.SENT, joined(period, ofDepartment)),
        Arguments.of("happened", FactStore.HAPPENED, joined(period, ofDepartment)),
        Arguments.of(
            "facts",
            FactStore.FACTS,
            joined(List.of(TO, TO, TO, TO, FROM, false, TO), ofDepartment)),
        Arguments.of("texts", AppealTextStore.FILED, joined(period, List.of(100_000))));
  }

  private static List<Object> joined(List<Object> one, List<Object> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reports")
  void report_ofAMonth_scansNoWholeLog(String name, String sql, List<Object> parameters) {
    List<String> plan =
        jdbc.query(
            "explain (analyze, costs off) " + sql, row -> row.getString(1), parameters.toArray());
    String shown = String.join("\n", plan);
    assertThat(shown).as(name).doesNotContain("Seq Scan on case_event").contains("Index");
    if (EVENTS > 100_000) {
      System.out.println("== " + name + "\n" + shown);
    }
  }
}
