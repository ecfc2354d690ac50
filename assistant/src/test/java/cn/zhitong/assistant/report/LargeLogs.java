package cn.zhitong.assistant.report;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/**
 * A database whose logs are worth an index: {@link #EVENTS} of appeals over ten years, as many of
 * applications, and what was asked. It tells how much of the logs a query reads.
 */
public final class LargeLogs implements AutoCloseable {
  /** {@code -Dzhitong.plan.events=1000000} shows the plans on large logs. */
  public static final int EVENTS = Integer.getInteger("zhitong.plan.events", 80_000);

  private static final Set<String> LOGS =
      Set.of(
          "case_event",
          "application_event",
          "question",
          "application",
          "payment_claim",
          "past_reply");

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
             (array['received','suggested','change','dispatch','drafted','return','reply','rate'])[seq],
             'agent', '坐席', c.asked_at + seq * interval '8 hours',
             c.asked_at + seq * interval '8 hours', seq - 1,
             case seq
               when 2 then '{"category":{"code":"consultation","confidence":0.9},"departments":[{"id":"d-1","name":"甲局","confidence":0.8}]}'
               when 3 then '{"category":"consultation","department":{"id":"d-1","name":"甲局"},"supporting":[],"suggested":{"seq":2,"category":"consultation","categoryConfidence":0.9,"department":"甲局","departmentConfidence":0.8,"rank":1,"abstained":false,"modelVersion":"m"}}'
               when 5 then jsonb_build_object('citations', jsonb_build_array(jsonb_build_object(
                 'policyId', md5('policy' || abs(hashtext(c.number)) % 400)::uuid, 'clause', '一')))::text
               when 7 then '{"draftUnchanged":false,"editShare":0.2,"editDistance":9}'
               when 8 then '{"score":5,"label":"很满意"}'
               else '{}' end::jsonb, 'p', 'h'
        from assistant.appeal_case c, generate_series(1, 8) seq
      """;

  private static final String APPLICATIONS =
      """
      insert into assistant.application
        (id, number, mode, item_id, item_version, item_title, credit_code, enterprise_name, department,
         state, version, submitted_at, due, approved_fen, approved_at, paid_fen, closed_at,
         state_since, created_at, updated_at)
      select md5('application' || n)::uuid, 'A' || n, 'request', md5('item' || n % 90)::uuid, 1, '事项',
             'C' || n, '企业' || n, 'd-1',
             case when n % 50 = 0 then 'reviewing' when n % 9 = 0 then 'rejected' else 'closed' end, 8,
             at, at::date + 5, 100, at + interval '6 days', 100,
             case when n % 50 <> 0 then at + interval '9 days' end, at, at, at
        from generate_series(1, ?::int) n,
             lateral (select timestamptz '2017-01-01Z' + n * (interval '10 years' / ?::int) as at) t
      """;

  private static final String APPLICATION_LOG =
      """
      insert into assistant.application_event
        (id, application_id, seq, type, actor, actor_name, at, based_on, body, previous_hash, hash)
      select md5('step' || a.number || seq)::uuid, a.id, seq,
             (array['save','submit','accept','pass','decide','approve','pay','refund'])[seq],
             'handler', '经办', a.submitted_at + seq * interval '1 day', seq - 1,
             case seq
               when 7 then jsonb_build_object('amountFen', 100,
                 'paidOn', to_char(a.submitted_at + interval '7 days', 'YYYY-MM-DD'))
               when 8 then jsonb_build_object('amountFen', 10,
                 'refundedOn', to_char(a.submitted_at + interval '9 days', 'YYYY-MM-DD'))
               else '{}' end, 'p', 'h'
        from assistant.application a, generate_series(1, 8) seq
      """;

  private static final String QUESTIONS =
      """
      insert into assistant.question
        (id, conversation_id, asked_at, question, standalone, as_of, include_expired, outcome, answer,
         policies, citations, took_millis)
      select md5('question' || n)::uuid, md5('talk' || n)::uuid,
             timestamptz '2017-01-01Z' + n * interval '1 hour', '问' || n, '问' || n, '2026-01-01', false,
             'answered', '答', array[md5('policy' || n % 400)::uuid],
             jsonb_build_array(jsonb_build_object('policyId', md5('policy' || n % 400)::uuid)), 1
        from generate_series(1, ?::int) n
      """;

  private static final String CLAIMS =
      """
      insert into assistant.payment_claim
        (id, application_id, case_id, case_number, claimed_by, claimed_at)
      select md5('claim' || a.number)::uuid, a.id, md5('claimed' || a.number)::uuid, a.number,
             a.credit_code, a.submitted_at + interval '30 days'
        from assistant.application a
      """;

  private static final String POLICY =
      """
      insert into corpus.policy
        (id, source, external_id, digest, text, text_digest, title, display_title, document_number,
         kind, status, embedding_model, created_at, updated_at)
      values (md5('policy7')::uuid, 'files', 'p7', 'd', 't', 'd', '关于支持企业稳定用工的若干措施',
              '关于支持企业稳定用工的若干措施', '甲政规〔2026〕7号', 'policy', 'effective', 'm', now(), now())
      """;

  /** Each names a title and a number; one of 500 the policy's. */
  private static final String REPLIES =
      """
      insert into assistant.past_reply
        (id, source, number, department, title, question, reply, answered_at, created_at)
      select md5('reply' || n)::uuid, 'history', 'R' || n, '甲局', '标题' || n, '问' || n,
             '按照《关于支持企业' || case when n % 500 = 0 then '稳定用工' else n::text end
               || '的若干措施》（甲政规[2026]' || n || '号），可以申领。', at, at
        from generate_series(1, ?::int) n,
             lateral (select timestamptz '2017-01-01Z' + n * (interval '10 years' / ?::int) as at) t
      """;

  private final EmbeddedPostgres postgres;
  private final Jdbc jdbc;

  public LargeLogs() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().start();
    Migrations.migrateCorpus(postgres.getPostgresDatabase());
    Migrations.migrate(
        postgres.getPostgresDatabase(), "assistant", LargeLogs.class.getClassLoader());
    jdbc = new Jdbc(postgres.getPostgresDatabase());
    jdbc.update(CASES, EVENTS / 8, EVENTS / 8);
    jdbc.update(LOG);
    jdbc.update(APPLICATIONS, EVENTS / 8, EVENTS / 8);
    jdbc.update(APPLICATION_LOG);
    jdbc.update(QUESTIONS, EVENTS);
    jdbc.update(CLAIMS);
    jdbc.update(POLICY);
    jdbc.update(REPLIES, EVENTS / 8, EVENTS / 8);
    jdbc.update("analyze");
  }

  /** Rows of the logs and questions that the query has to look at, whatever it does with them. */
  public double rowsRead(String name, String sql, Object... parameters) throws IOException {
    String plan =
        jdbc.query(
                "explain (analyze, costs off, format json) " + sql,
                row -> row.getString(1),
                parameters)
            .get(0);
    if (EVENTS > 100_000) {
      System.out.println("== " + name + "\n" + plan);
    }
    return read(StandardJson.MAPPER.readTree(plan).path(0).path("Plan"));
  }

  private static double read(JsonNode node) {
    double read = 0;
    if (LOGS.contains(node.path("Relation Name").asText())) {
      double rows =
          node.path("Actual Rows").asDouble()
              + node.path("Rows Removed by Filter").asDouble()
              + node.path("Rows Removed by Index Recheck").asDouble();
      read += rows * node.path("Actual Loops").asDouble();
    }
    for (JsonNode part : node.path("Plans")) {
      read += read(part);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
