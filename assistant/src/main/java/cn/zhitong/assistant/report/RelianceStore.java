package cn.zhitong.assistant.report;

import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was said on the ground of a policy: answers, drafts, past replies. */
@ApplicationScoped
class RelianceStore {
  static final String ANSWERS =
      """
      select q.id, q.question, q.asked_at, count(*) over () as total
        from assistant.question q
       where q.policies @> array[?::uuid] and q.outcome in ('answered', 'related')
         and (?::text is null or exists (
                select 1 from jsonb_array_elements(q.citations) c
                 where c.value ->> 'policyId' = ? and c.value ->> 'clause' = ?))
       order by q.asked_at desc limit ?
      """;

  static final String DRAFTS =
      """
      select c.id, c.number, c.state, c.answered_at, max(d.occurred_at) as at,
             count(*) over () as total
        from assistant.case_citation d join assistant.appeal_case c on c.id = d.case_id
       where d.policy_id = ?::uuid
         and d.beside @> jsonb_build_array(jsonb_build_object('policyId', ?::text))
         and (?::text is null or d.clause = ?)
       group by c.id, c.number, c.state, c.answered_at
       order by c.answered_at is not null, at desc limit ?
      """;

  /**
   * By how it is called: a past reply has no citations of its own. The names of both are looked up;
   * a number must then be the policy's with its office, whatever its brackets.
   */
  static final String REPLIES =
      """
      select r.source, r.number, r.department, r.answered_at, count(*) over () as total
        from corpus.policy p
        join assistant.past_reply r
          on r.cited && assistant.cited_names(concat('《', p.title, '》', p.document_number))
       where p.id = ?::uuid
         and (r.cited && assistant.cited_names(concat('《', p.title, '》'))
              or position(translate(p.document_number, '[]［］()（）', '〔〕〔〕〔〕〔〕')
                          in translate(r.reply, '[]［］()（）', '〔〕〔〕〔〕〔〕')) > 0)
       order by r.answered_at desc nulls last, r.number limit ?
      """;

  private final Jdbc jdbc;

  RelianceStore(@Replica Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** One of a list, with how many the list has. */
  record Answer(UUID id, String question, Instant at, long total) {}

  record Drafted(UUID caseId, String number, String state, boolean answered, long total) {}

  record Replied(String source, String number, String department, Instant at, long total) {}

  /**
   * @param clause path, null for all of the policy
   */
  List<Answer> answers(UUID policy, String clause, int limit) {
    return jdbc.query(
        ANSWERS,
        row ->
            new Answer(
                row.getObject("id", UUID.class),
                row.getString("question"),
                Jdbc.instant(row, "asked_at"),
                row.getLong("total")),
        policy,
        clause,
        policy.toString(),
        clause,
        limit);
  }

  /** Those that are not sent yet come first: they can still be mended. */
  List<Drafted> drafts(UUID policy, String clause, int limit) {
    return jdbc.query(
        DRAFTS,
        row ->
            new Drafted(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("state"),
                Jdbc.instant(row, "answered_at") != null,
                row.getLong("total")),
        policy,
        policy.toString(),
        clause,
        clause,
        limit);
  }

  List<Replied> replies(UUID policy, int limit) {
    return jdbc.query(
        REPLIES,
        row ->
            new Replied(
                row.getString("source"),
                row.getString("number"),
                row.getString("department"),
                Jdbc.instant(row, "answered_at"),
                row.getLong("total")),
        policy,
        limit);
  }
}
