package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.JdbcException;
import com.pgvector.PGhalfvec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * HNSW over half-precision vectors with cosine, in the database that all nodes share. The index is
 * made by a check at each start ({@link VectorIndexStore}), since the extension may arrive after
 * the tables.
 */
final class PgVectorStore {
  private static final Logger LOG = Logger.getLogger(PgVectorStore.class);

  static final String INDEX_NAME = "passage_embedding_hnsw";

  /** Of the vectors that are made beside those that serve. */
  static final String NEXT_INDEX_NAME = "passage_next_embedding_hnsw";

  static final int DIMENSIONS = 512;

  /**
   * What a new index is built with. With 200 in place of pgvector's 64, a search list of 300 finds
   * what 600 found before, in half the time (docs/performance.md); building takes twice as long.
   */
  private static final int EF_CONSTRUCTION = 200;

  /** The search list for an index that was built with {@link #EF_CONSTRUCTION}, and for others. */
  private static final int EF_SEARCH = 300;

  private static final int EF_SEARCH_OF_OLDER = 600;

  private static final String BUILT_WITH =
      """
      select 1 from pg_class, unnest(reloptions) option
      where oid = to_regclass(?) and option = ?
      """;

  private static final String AVAILABLE =
      "select 1 from pg_available_extensions where name = 'vector'";

  private static final String EXTENSION = "create extension if not exists vector";

  private static final String VERSION =
      "select extversion from pg_extension where extname = 'vector'";

  private static final String INDEX =
      "using hnsw ((embedding::halfvec(512)) halfvec_cosine_ops) with (ef_construction = %d)"
          .formatted(EF_CONSTRUCTION);

  private static final String NEXT_INDEX =
      "using hnsw ((next_embedding::halfvec(512)) halfvec_cosine_ops) with (ef_construction = %d)"
          .formatted(EF_CONSTRUCTION);

  /**
   * The planner takes a cast of 512 numbers for as cheap as a comparison and prefers to scan and
   * sort: 250 ms for 14,000 passages in place of 10. As statements of their own, since a
   * distributed database passes those on to the servers that search, and not what a function sets;
   * elsewhere the first one says nothing.
   */
  private static final String BY_INDEX =
      """
      set local citus.propagate_set_commands = 'local'; set local hnsw.ef_search = %d;
      set local enable_seqscan = off; set local enable_sort = off\
      """;

  private static final String ITERATIVE = "; set local hnsw.iterative_scan = strict_order";

  /** The question stands in a sub-select: as a parameter it would be parsed again for each row. */
  private static final String NEAREST =
      """
      select id, embedding::halfvec(512) <=> (select ?::halfvec(512)) as distance
      from corpus.passage
      order by embedding::halfvec(512) <=> (select ?::halfvec(512)) limit ?
      """;

  private static final String NEAREST_IN_SCOPE =
      """
      select id, embedding::halfvec(512) <=> (select ?::halfvec(512)) as distance
      from corpus.passage
      where (cardinality(?::text[]) = 0 or region is null or region = any(?::text[]))
        and (cardinality(?::text[]) = 0 or kind = any(?::text[]))
        and (?::date is null or starts_on is null or starts_on <= ?::date)
        and (?::date is null or ended_on is null or ended_on > ?::date)
      order by embedding::halfvec(512) <=> (select ?::halfvec(512)) limit ?
      """;

  private static final String DISTANCES =
      """
      select id, embedding::halfvec(512) <=> (select ?::halfvec(512)) as distance
      from corpus.passage where id = any(?::uuid[])
      """;

  private final Jdbc jdbc;
  private final String version;
  private final int efSearch;

  private PgVectorStore(Jdbc jdbc, String version, int efSearch) {
    this.jdbc = jdbc;
    this.version = version;
    this.efSearch = efSearch;
  }

  /** Empty where the database has no such extension, or we may not create it. */
  static Optional<PgVectorStore> open(Jdbc jdbc, OptionalInt efSearch) {
    if (jdbc.first(AVAILABLE, row -> 1).isEmpty()) {
      return Optional.empty();
    }
    try {
      jdbc.update(EXTENSION);
    } catch (JdbcException e) {
      LOG.warnf("pgvector is installed but cannot be used by this user: %s", e.getMessage());
      return Optional.empty();
    }
    String version = jdbc.first(VERSION, row -> row.getString(1)).orElseThrow();
    if (PgVersion.older(version, "0.7.0")) {
      LOG.warnf("pgvector %s has no half-precision vectors (0.7.0 has)", version);
      return Optional.empty();
    }
    new VectorIndexStore(jdbc, version, INDEX_NAME, INDEX).run();
    return Optional.of(new PgVectorStore(jdbc, version, searchList(jdbc, efSearch)));
  }

  /** What was set, else what the index was built for. */
  private static int searchList(Jdbc jdbc, OptionalInt set) {
    return set.orElseGet(
        () ->
            jdbc.first(
                        BUILT_WITH,
                        row -> 1,
                        "corpus." + INDEX_NAME,
                        "ef_construction=" + EF_CONSTRUCTION)
                    .isPresent()
                ? EF_SEARCH
                : EF_SEARCH_OF_OLDER);
  }

  /** How long a list each search keeps. */
  int efSearch() {
    return efSearch;
  }

  /** Empty unless extension and index are there already; nothing is made. */
  static Optional<PgVectorStore> installed(Jdbc jdbc, int efSearch) {
    return jdbc.first(VectorIndexStore.VALID, row -> row.getBoolean(1), "corpus." + INDEX_NAME)
        .filter(valid -> valid)
        .flatMap(built -> jdbc.first(VERSION, row -> row.getString(1)))
        .map(version -> new PgVectorStore(jdbc, version, efSearch));
  }

  /**
   * Builds the index of the vectors that are made beside those that serve. Does nothing where
   * vectors are not searched in the database.
   */
  static void buildNextIndex(Jdbc jdbc) {
    installed(jdbc, 1)
        .ifPresent(
            store -> new VectorIndexStore(jdbc, store.version, NEXT_INDEX_NAME, NEXT_INDEX).run());
  }

  /** The same on another connection to the same data, such as a replica. */
  PgVectorStore on(Jdbc reads) {
    return new PgVectorStore(reads, version, efSearch);
  }

  /** Installed version. */
  String version() {
    return version;
  }

  List<SearchScore> nearest(float[] query, int k, SearchFilter scope) {
    PGhalfvec vector = new PGhalfvec(query);
    return jdbc.transaction(
        session -> {
          session.update(settings(k, scope));
          if (scope.unrestricted()) {
            return session.query(NEAREST, PgVectorStore::scored, vector, vector, k);
          }
          return session.query(
              NEAREST_IN_SCOPE,
              PgVectorStore::scored,
              vector,
              scope.regions(),
              scope.regions(),
              scope.kinds(),
              scope.kinds(),
              scope.asOf(),
              scope.asOf(),
              scope.asOf(),
              scope.asOf(),
              vector,
              k);
        });
  }

  private String settings(int k, SearchFilter scope) {
    int list = Math.min(1000, Math.max(efSearch, k));
    boolean iterative = !scope.unrestricted() && !PgVersion.older(version, "0.8.0");
    return BY_INDEX.formatted(list) + (iterative ? ITERATIVE : "");
  }

  List<SearchScore> similarities(float[] query, Collection<UUID> passages) {
    List<String> ids = passages.stream().map(UUID::toString).toList();
    return jdbc.query(DISTANCES, PgVectorStore::scored, new PGhalfvec(query), ids);
  }

  private static SearchScore scored(ResultSet row) throws SQLException {
    return new SearchScore(row.getObject("id", UUID.class), 1 - row.getDouble("distance"));
  }
}
