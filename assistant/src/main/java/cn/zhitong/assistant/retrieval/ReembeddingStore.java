package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.ingest.PassageText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The vectors that are made anew beside those that serve, and how they take their place. */
final class ReembeddingStore {
  /** Any number; keeps two of these from doing the same work. */
  private static final long WORK_LOCK = 7_214_001_513L;

  private static final String STATE =
      """
      select coalesce(embedding_model, '') as model, coalesce(next_embedding_model, '') as next
      from corpus.writer
      """;

  private static final String COUNTS =
      "select count(*) as total, count(next_embedding) as done from corpus.passage";

  private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(?)";

  private static final String LOCK_WRITER = "select 1 from corpus.writer for update";

  private static final String BEGIN = "update corpus.writer set next_embedding_model = ?";

  private static final String DROP_NEXT = "alter table corpus.passage drop column next_embedding";

  private static final String ADD_NEXT =
      "alter table corpus.passage add column next_embedding real[]";

  private static final String WAITING =
      """
      select p.policy_id, p.id, o.title, p.headings, p.text
      from corpus.passage p join corpus.policy o on o.id = p.policy_id
      where p.next_embedding is null and (p.policy_id, p.id) > (?, ?)
      order by p.policy_id, p.id limit ?
      """;

  private static final String FILL =
      "update corpus.passage set next_embedding = ? where policy_id = ? and id = ?";

  /** A distributed database alters its shards one after the other; elsewhere it says nothing. */
  private static final String SEQUENTIAL = "set local citus.multi_shard_modify_mode = 'sequential'";

  private static final List<String> REPLACE =
      List.of(
          "alter table corpus.passage alter column next_embedding set not null",
          "alter table corpus.passage drop column embedding",
          "alter table corpus.passage rename column next_embedding to embedding",
          "alter index if exists corpus."
              + PgVectorStore.NEXT_INDEX_NAME
              + " rename to "
              + PgVectorStore.INDEX_NAME,
          ADD_NEXT);

  private static final String MARK_POLICIES =
      "update corpus.policy set embedding_model = ? where embedding_model <> ?";

  private static final String MARK =
      "update corpus.writer set embedding_model = ?, next_embedding_model = null";

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Jdbc jdbc;

  ReembeddingStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** A passage without its new vector. */
  record Waiting(UUID policy, UUID id, String text) {
    static Waiting of(ResultSet row) throws SQLException {
      return new Waiting(
          row.getObject("policy_id", UUID.class),
          row.getObject("id", UUID.class),
          PassageText.forEmbedding(
              row.getString("title"), row.getString("headings"), row.getString("text")));
    }
  }

  Reembedding.State state(String newest) {
    String model = jdbc.query(STATE, row -> row.getString("model")).get(0);
    return jdbc.query(
            COUNTS,
            row -> new Reembedding.State(model, newest, row.getLong("done"), row.getLong("total")))
        .get(0);
  }

  /** Marks what is made; what was made with yet another model goes. */
  void begin(String newest) {
    jdbc.transaction(
        session -> {
          requireAlone(session);
          session.query(LOCK_WRITER, row -> 1);
          String next = session.query(STATE, row -> row.getString("next")).get(0);
          if (!next.equals(newest)) {
            session.update(SEQUENTIAL);
            session.update(DROP_NEXT);
            session.update(ADD_NEXT);
          }
          return session.update(BEGIN, newest);
        });
  }

  /**
   * Gives the next passages their vectors.
   *
   * @return which; empty where there are none behind that place
   */
  List<Waiting> fill(Embedder model, UUID afterPolicy, UUID afterPassage, int most) {
    return jdbc.transaction(
        session -> {
          requireAlone(session);
          return fill(session, model, afterPolicy, afterPassage, most);
        });
  }

  private static void requireAlone(Jdbc.Session session) throws SQLException {
    if (!session.query(TRY_LOCK, row -> row.getBoolean(1), WORK_LOCK).get(0)) {
      throw new IllegalStateException("另一个 reembed 正在进行，请等它结束。");
    }
  }

  private static List<Waiting> fill(
      Jdbc.Session session, Embedder model, UUID policy, UUID id, int most) throws SQLException {
    List<Waiting> batch = session.query(WAITING, Waiting::of, policy, id, most);
    List<float[]> vectors = model.embedPassages(batch.stream().map(Waiting::text).toList());
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      rows.add(new Object[] {vectors.get(i), batch.get(i).policy(), batch.get(i).id()});
    }
    session.batch(FILL, rows);
    return batch;
  }

  /** Fills what was stored last, and makes the new vectors those that serve. */
  void replace(Embedder model) {
    jdbc.transaction(
        session -> {
          requireAlone(session);
          // Before anything is read: what has run on several shards at once cannot be altered.
          session.update(SEQUENTIAL);
          session.query(LOCK_WRITER, row -> 1);
          fill(session, model, BEFORE_ALL, BEFORE_ALL, Integer.MAX_VALUE);
          for (String step : REPLACE) {
            session.update(step);
          }
          session.update(MARK_POLICIES, model.modelId(), model.modelId());
          return session.update(MARK, model.modelId());
        });
  }
}
