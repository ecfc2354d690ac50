package cn.zhitong.assistant.retrieval;

import static cn.zhitong.assistant.retrieval.StoredCorpus.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import cn.zhitong.assistant.retrieval.IndexedPolicy.IndexedPassage;
import cn.zhitong.common.embedding.Vectors;
import cn.zhitong.common.jdbc.Jdbc;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Both vector indexes against exact search over the same 1,200 passages. */
abstract class VectorIndexTest {
  private static final SearchFilter ALL = new SearchFilter(List.of(), null, List.of());
  private static final List<String> REGIONS = List.of("000000", "350000", "350100", "510000");
  private static final HashedEmbedder EMBEDDER = new HashedEmbedder();

  protected VectorIndex index;
  protected final List<IndexedPolicy> policies = new ArrayList<>();

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class PgVector extends VectorIndexTest {
    private Database database;

    @BeforeAll
    void open(@TempDir Path folder) {
      database = new Database(folder.resolve("data"), null);
      if (!Boolean.getBoolean("zhitong.ci")) {
        assumeThat(database.hasPgvector()).as("pgvector is installed").isTrue();
      }
      assertThat(database.hasPgvector()).as("pgvector is installed").isTrue();
      publish(database);
      index =
          new PgVectorIndex(PgVectorStore.open(database.jdbc(), OptionalInt.of(200)).orElseThrow());
      database.jdbc().update("analyze corpus.passage");
    }

    @AfterAll
    void close() {
      database.close();
    }

    @Test
    void search_filtered_usesTheIndexToo() {
      String plan =
          database
              .jdbc()
              .transaction(
                  session -> {
                    session.update("set local enable_seqscan = off");
                    session.update("set local enable_sort = off");
                    return String.join(
                        "\n",
                        session.query(
                            "explain select id from corpus.passage where kind = 'guide' order by"
                                + " embedding::halfvec(512) <=> (select embedding::halfvec(512) from"
                                + " corpus.passage limit 1) limit 10",
                            row -> row.getString(1)));
                  });
      assertThat(plan).contains("passage_embedding_hnsw");
    }

    @Test
    void searchList_notSet_suitsTheWayTheIndexWasBuilt() {
      assertThat(PgVectorStore.open(database.jdbc(), OptionalInt.empty()).orElseThrow().efSearch())
          .isEqualTo(300);
      database.jdbc().update("drop index corpus.passage_embedding_hnsw");
      database
          .jdbc()
          .update(
              "create index passage_embedding_hnsw on corpus.passage"
                  + " using hnsw ((embedding::halfvec(512)) halfvec_cosine_ops)");
      assertThat(PgVectorStore.open(database.jdbc(), OptionalInt.empty()).orElseThrow().efSearch())
          .as("an index of a version before")
          .isEqualTo(600);
      assertThat(PgVectorStore.open(database.jdbc(), OptionalInt.of(200)).orElseThrow().efSearch())
          .isEqualTo(200);
    }

    @Test
    void secondStart_withAnIndex_leavesItAsItIs() {
      long before = indexId();

      assertThat(PgVectorStore.open(database.jdbc(), OptionalInt.of(200))).isPresent();

      assertThat(indexId()).isEqualTo(before);
    }

    @Test
    void start_afterABuildThatBrokeOff_buildsTheIndexAnew() {
      long before = indexId();
      database
          .jdbc()
          .update(
              "update pg_index set indisvalid = false where indexrelid ="
                  + " 'corpus.passage_embedding_hnsw'::regclass");
      assertThat(PgVectorStore.installed(database.jdbc(), 200)).as("not searched by").isEmpty();

      assertThat(PgVectorStore.open(database.jdbc(), OptionalInt.of(200))).isPresent();

      assertThat(indexId()).isNotEqualTo(before);
      assertThat(PgVectorStore.installed(database.jdbc(), 200)).isPresent();
    }

    @Test
    void start_ofTwoNodesAtOnce_buildsOneWhileOthersWrite() throws Exception {
      Jdbc jdbc = database.jdbc();
      jdbc.update("drop index corpus.passage_embedding_hnsw");
      ExecutorService nodes = Executors.newFixedThreadPool(2);
      try {
        List<Future<Boolean>> started = new ArrayList<>();
        // Someone writes, whom the build has to wait for.
        jdbc.transaction(
            session -> {
              session.update("update corpus.passage set kind = kind where ordinal = 0");
              for (int node = 0; node < 2; node++) {
                started.add(
                    nodes.submit(() -> PgVectorStore.open(jdbc, OptionalInt.of(200)).isPresent()));
              }
              await()
                  .atMost(Duration.ofSeconds(60))
                  .until(
                      () ->
                          jdbc.first(
                                  "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                                      + " and query like 'create index%'",
                                  row -> 1)
                              .isPresent());
              // Others go on writing meanwhile, and are not queued behind the build.
              int written =
                  jdbc.transaction(
                      other -> {
                        other.update("set local lock_timeout = '5s'");
                        return other.update(
                            "update corpus.passage set kind = kind where ordinal = 1");
                      });
              assertThat(written).isPositive();
              return null;
            });

        for (Future<Boolean> node : started) {
          assertThat(node.get(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(PgVectorStore.installed(jdbc, 200)).isPresent();
      } finally {
        nodes.shutdownNow();
      }
    }

    private long indexId() {
      return database
          .jdbc()
          .query(
              "select 'corpus.passage_embedding_hnsw'::regclass::oid::bigint",
              row -> row.getLong(1))
          .get(0);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Lucene extends VectorIndexTest {
    private Database database;

    @BeforeAll
    void open(@TempDir Path folder) {
      database = new Database(folder.resolve("data"), "bundled");
      publish(database);
      index = new LuceneVectorIndex();
      policies.forEach(index::put);
      index.refresh();
    }

    @AfterAll
    void close() {
      database.close();
    }

    @Test
    void passages_removedOrReplaced_areForgotten() {
      IndexedPolicy first = policies.get(0);
      float[] vector = first.passages().get(0).embedding();
      index.remove(first.id());
      index.refresh();
      Set<UUID> gone = ids(first);
      assertThat(index.nearest(vector, 50, ALL)).noneMatch(one -> gone.contains(one.id()));
      assertThat(index.similarities(vector, gone)).isEmpty();
      index.put(first);
      index.put(first);
      index.refresh();
      assertThat(index.nearest(vector, 1200, ALL))
          .filteredOn(one -> gone.contains(one.id()))
          .hasSize(6);
    }

    private static Set<UUID> ids(IndexedPolicy policy) {
      return policy.passages().stream().map(IndexedPassage::id).collect(Collectors.toSet());
    }
  }

  /** 200 policies with six passages each, in four regions, two kinds, open and ended. */
  protected void publish(Database database) {
    StoredCorpus corpus = new StoredCorpus(database.jdbc(), EMBEDDER);
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      StoredCorpus.Entry entry =
          policy("文件" + i)
              .region(i % 5 == 4 ? null : REGIONS.get(i % 5))
              .kind(i % 3 == 0 ? "guide" : "policy")
              .inForce(i % 7 == 0 ? null : "2020-01-01", i % 4 == 0 ? "2024-01-01" : null);
      for (int j = 0; j < 6; j++) {
        entry.passage(
            null, "第" + i + "号文件第" + j + "段：" + "税费奖补贴息贷款".charAt((i + j) % 8) + "政策" + i * j);
      }
      ids.add(corpus.publish(entry));
    }
    policies.addAll(new PassageStore(database.jdbc()).policies(ids, true));
  }

  @Test
  void search_comparedWithAnExactOne_findsTheSame() {
    int found = 0;
    for (int i = 0; i < 20; i++) {
      float[] query = EMBEDDER.embedQuery("第" + i * 9 + "号文件的补贴政策");
      Set<UUID> expected = exact(query, 10, policies);
      List<SearchScore> nearest = index.nearest(query, 10, ALL);
      assertThat(nearest)
          .hasSize(10)
          .isSortedAccordingTo(Comparator.comparingDouble(SearchScore::score).reversed());
      found += (int) nearest.stream().filter(one -> expected.contains(one.id())).count();
    }
    assertThat(found).isGreaterThanOrEqualTo(190);
  }

  @Test
  void scores_ofPassages_areCosines() {
    IndexedPassage passage = policies.get(17).passages().get(3);
    SearchScore first = index.nearest(passage.embedding(), 1, ALL).get(0);
    assertThat(first.id()).isEqualTo(passage.id());
    assertThat(first.score()).isCloseTo(1, within(.001));
    float[] query = EMBEDDER.embedQuery("贴息");
    Map<UUID, Double> similarities =
        index.similarities(query, List.of(passage.id(), UUID.randomUUID()));
    assertThat(similarities).containsOnlyKeys(passage.id());
    assertThat(similarities.get(passage.id()))
        .isCloseTo(Vectors.dot(query, passage.embedding()), within(.001));
  }

  @Test
  void search_withinAScope_keepsToIt() {
    LocalDate day = LocalDate.of(2025, 6, 1);
    SearchFilter scope =
        new SearchFilter(List.of("350100", "350000", "000000"), day, List.of("guide"));
    List<IndexedPolicy> inScope =
        policies.stream()
            .filter(p -> p.region() == null || scope.regions().contains(p.region()))
            .filter(p -> p.kind().equals("guide"))
            .filter(p -> p.endedOn() == null || p.endedOn().isAfter(day))
            .toList();
    float[] query = EMBEDDER.embedQuery("贷款贴息政策");
    Set<UUID> expected = exact(query, 20, inScope);
    List<SearchScore> nearest = index.nearest(query, 20, scope);
    assertThat(nearest.stream().filter(one -> expected.contains(one.id())).count())
        .isGreaterThanOrEqualTo(19);
    assertThat(nearest.stream().map(SearchScore::id)).isSubsetOf(exact(query, 10_000, inScope));
  }

  @Test
  void text_withBothDays_isInForceFromItsFirstUntilTheDayBeforeItEnded() {
    float[] query = EMBEDDER.embedQuery("政策");
    IndexedPolicy ended = policies.get(4);
    assertThat(found(query, "2019-12-31", ended)).isFalse();
    assertThat(found(query, "2020-01-01", ended)).isTrue();
    assertThat(found(query, "2023-12-31", ended)).isTrue();
    assertThat(found(query, "2024-01-01", ended)).isFalse();
  }

  private boolean found(float[] query, String day, IndexedPolicy policy) {
    SearchFilter scope = new SearchFilter(List.of(), LocalDate.parse(day), List.of());
    Set<UUID> ids = policy.passages().stream().map(IndexedPassage::id).collect(Collectors.toSet());
    return index.nearest(query, 1200, scope).stream().anyMatch(one -> ids.contains(one.id()));
  }

  private static Set<UUID> exact(float[] query, int k, List<IndexedPolicy> among) {
    return among.stream()
        .flatMap(policy -> policy.passages().stream())
        .sorted(
            Comparator.comparingDouble((IndexedPassage p) -> -Vectors.dot(query, p.embedding())))
        .limit(k)
        .map(IndexedPassage::id)
        .collect(Collectors.toSet());
  }
}
