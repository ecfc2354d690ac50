package cn.zhitong.assistant.feedback;

import cn.zhitong.assistant.feedback.KnowledgeGap.Example;
import cn.zhitong.assistant.feedback.KnowledgeGap.GapCitation;
import cn.zhitong.assistant.question.QuestionDerivedStore;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The topics that the library does not answer, with their questions. */
@ApplicationScoped
class KnowledgeGapStore implements QuestionDerivedStore {
  /** Refused for want of evidence, only related clauses shown, or called useless. */
  private static final String UNGROUPED =
      """
      select q.id, q.standalone from assistant.question q
        left join assistant.answer_feedback f on f.question_id = q.id
        left join assistant.gap_question g on g.question_id = q.id
       where g.question_id is null
         and (f.useful = false
              or (coalesce(f.useful, false) = false
                  and (q.outcome = 'related' or q.reason = 'no_evidence')))
       order by q.asked_at limit 500
      """;

  private static final String NEW =
      """
      insert into assistant.knowledge_gap (id, title, words, state, created_at, updated_at)
      values (?, ?, ?::text[], 'open', ?, ?)
      """;

  private static final String JOIN =
      "insert into assistant.gap_question (question_id, gap_id) values (?, ?) on conflict do"
          + " nothing";

  private static final String TOPICS =
      "select id, words from assistant.knowledge_gap order by created_at, id";

  private static final String LOCK = "select pg_advisory_xact_lock(hashtext('knowledge_gap'))";

  private static final String LIST =
      """
      select p.*, s.questions, s.unhelpful, s.last_asked,
             (select coalesce(json_agg(json_build_object('questionId', e.id,
                        'question', e.standalone, 'region', e.region, 'outcome', e.outcome,
                        'reason', e.reason) order by e.place), '[]')
                from (select q.id, q.standalone, q.region, q.outcome, f.reason,
                             row_number() over (
                               order by (f.useful = false) desc nulls last, q.asked_at desc) place
                        from assistant.gap_question g
                        join assistant.question q on q.id = g.question_id
                        left join assistant.answer_feedback f on f.question_id = q.id
                       where g.gap_id = p.id
                       order by place limit 5) e) as examples
        from assistant.knowledge_gap p
        cross join lateral (
          select count(*) as questions, count(*) filter (where f.useful = false) as unhelpful,
                 max(q.asked_at) as last_asked
            from assistant.gap_question g
            join assistant.question q on q.id = g.question_id
            left join assistant.answer_feedback f on f.question_id = q.id
           where g.gap_id = p.id) s
       where (?::text is null or p.state = ?) and (?::uuid is null or p.id = ?::uuid)
         and (s.questions > 0 or p.state <> 'open')
       order by s.unhelpful desc, s.questions desc, p.id
       limit ? offset ?
      """;

  private static final String COUNT =
      """
      select count(*) from assistant.knowledge_gap p
       where (?::text is null or p.state = ?)
         and (p.state <> 'open'
              or exists (select 1 from assistant.gap_question g where g.gap_id = p.id))
      """;

  private static final String CHANGE =
      """
      update assistant.knowledge_gap
         set state = coalesce(?, state), missing = coalesce(?, missing),
             owner = coalesce(?, owner), updated_at = ?
       where id = ?
      """;

  private static final String CHECKED =
      """
      update assistant.knowledge_gap
         set checked_at = ?, updated_at = ?, citations = ?::jsonb, state = ? where id = ?
      """;

  private static final String DUE =
      """
      select id from assistant.knowledge_gap
       where state in ('open', 'assigned', 'published')
         and coalesce(checked_at, created_at) < (select max(updated_at) from corpus.policy)
       order by checked_at nulls first limit ?
      """;

  /** A topic that nobody works on goes with the last of its questions. */
  private static final String DELETE_EMPTY =
      """
      delete from assistant.knowledge_gap p
       where p.state in ('open', 'dismissed')
         and not exists (select 1 from assistant.gap_question g where g.gap_id = p.id)
      """;

  /**
   * One that goes on is named by the oldest question that is left, and by such of its words as that
   * one has.
   */
  private static final String RENAME =
      """
      update assistant.knowledge_gap p
         set title = kept.title,
             words = array(select w from unnest(p.words) w where position(w in kept.title) > 0)
        from (select n.id, coalesce((select q.standalone from assistant.gap_question g
                                       join assistant.question q on q.id = g.question_id
                                      where g.gap_id = n.id
                                      order by q.asked_at, q.id limit 1), '') as title
                from assistant.knowledge_gap n
               where n.title <> ''
                 and not exists (select 1 from assistant.gap_question g
                                   join assistant.question q on q.id = g.question_id
                                  where g.gap_id = n.id and q.standalone = n.title)) as kept
       where kept.id = p.id
      """;

  private static final String NAMELESS = "（提问已删除）";

  private final Jdbc jdbc;

  KnowledgeGapStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Which topic a question belongs to, among those there are; empty for a new one. */
  @FunctionalInterface
  interface Grouping {
    Optional<UUID> topicOf(List<String> words, List<Topic> topics);
  }

  /** A topic by what names it. */
  record Topic(UUID id, List<String> words) {}

  private record Ungrouped(UUID id, String question) {}

  /** Puts what was asked since into its topics; one node at a time. */
  void group(Function<String, List<String>> words, Grouping grouping, Instant now) {
    jdbc.transaction(
        session -> {
          session.query(LOCK, row -> 0);
          List<Topic> topics =
              new ArrayList<>(
                  session.query(
                      TOPICS,
                      row -> new Topic(row.getObject(1, UUID.class), Jdbc.texts(row, "words"))));
          for (Ungrouped one : session.query(UNGROUPED, KnowledgeGapStore::ungrouped)) {
            List<String> named = words.apply(one.question());
            UUID topic = grouping.topicOf(named, topics).orElse(null);
            if (topic == null) {
              topic = Ids.next();
              session.update(NEW, topic, one.question(), named, now, now);
              topics.add(new Topic(topic, named));
            }
            session.update(JOIN, one.id(), topic);
          }
          return null;
        });
  }

  private static Ungrouped ungrouped(ResultSet row) throws SQLException {
    return new Ungrouped(row.getObject(1, UUID.class), row.getString(2));
  }

  List<KnowledgeGap> list(GapState state, int limit, long offset) {
    String code = state == null ? null : state.code();
    return jdbc.query(LIST, KnowledgeGapStore::gap, code, code, null, null, limit, offset);
  }

  Optional<KnowledgeGap> find(UUID id) {
    return jdbc.first(LIST, KnowledgeGapStore::gap, null, null, id.toString(), id.toString(), 1, 0);
  }

  long count(GapState state) {
    String code = state == null ? null : state.code();
    return jdbc.first(COUNT, row -> row.getLong(1), code, code).orElse(0L);
  }

  /** Null leaves a field as it is. */
  boolean change(UUID id, GapState state, String missing, String owner, Instant now) {
    return jdbc.update(CHANGE, state == null ? null : state.code(), missing, owner, now, id) > 0;
  }

  void checked(UUID id, GapState state, List<GapCitation> found, Instant now) {
    jdbc.update(CHECKED, now, now, StandardJson.write(found), state.code(), id);
  }

  /** Topics that were not asked again since the library changed. */
  List<UUID> due(int limit) {
    return jdbc.query(DUE, row -> row.getObject(1, UUID.class), limit);
  }

  @Override
  public void questionsDeleted(Jdbc.Session session) throws SQLException {
    session.update(DELETE_EMPTY);
    session.update(RENAME);
  }

  private static KnowledgeGap gap(ResultSet row) throws SQLException {
    return new KnowledgeGap(
        row.getObject("id", UUID.class),
        row.getString("title").isEmpty() ? NAMELESS : row.getString("title"),
        Jdbc.texts(row, "words"),
        GapState.ofCode(row.getString("state")),
        row.getString("missing"),
        row.getString("owner"),
        read(row.getString("citations"), GapCitation[].class),
        Jdbc.instant(row, "checked_at"),
        row.getInt("questions"),
        row.getInt("unhelpful"),
        Jdbc.instant(row, "last_asked"),
        read(row.getString("examples"), Example[].class));
  }

  private static <T> List<T> read(String json, Class<T[]> type) {
    try {
      return List.of(StandardJson.MAPPER.readValue(json, type));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
