package cn.zhitong.assistant.retrieval;

import cn.zhitong.bench.BenchFigures;
import cn.zhitong.bench.SearchTiming;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.jdbc.Migrations;
import cn.zhitong.common.postgres.DataFolder;
import cn.zhitong.common.postgres.EmbeddedDatabase;
import cn.zhitong.ingest.policy.PolicyKind;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Search over a synthetic corpus: the whole of it, the vector store by itself, its recall, and
 * LangChain4j's stores over the same vectors beside it.
 */
@Command(
    name = "search",
    description = "Search and vector stores over a synthetic corpus, beside LangChain4j's stores.",
    mixinStandardHelpOptions = true)
public final class SearchBench implements Callable<Integer> {
  private static final int QUESTIONS = 200;
  private static final int CALLERS = 2;
  private static final int TOP = 10;
  private static final SearchFilter ALL = new SearchFilter(List.of(), null, List.of());
  private static final SearchFilter FILTERED =
      new SearchFilter(
          SearchFilter.withAncestors("350100"), LocalDate.of(2025, 1, 1), List.of("guide"));

  @Option(names = "--passages", description = "How many (default 10000).")
  int passages = 10_000;

  @Option(names = "--store", description = "pgvector or lucene.", required = true)
  String store;

  @Option(names = "--data", description = "Data folder; kept, and used again when it is filled.")
  Path data;

  @Option(
      names = "--peers",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "LangChain4j's stores too (default).")
  boolean peers = true;

  @Option(
      names = "--whole",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "The whole search too (default).")
  boolean whole = true;

  @Option(names = "--ef-search", description = "HNSW's search list (default: as in service).")
  Integer efSearch;

  @Option(names = "--out", description = "Folder for search-STORE-PASSAGES.json.")
  Path out;

  /** As many as the service asks for. */
  private static final int CANDIDATES = 100;

  private record Config(
      Optional<Path> indexFolder,
      String vectorIndex,
      Duration pollInterval,
      Duration overlapWindow,
      int candidates,
      OptionalInt efSearch)
      implements RetrievalConfig {}

  private BenchFigures figures;
  private List<float[]> queries;

  @Override
  public Integer call() throws Exception {
    figures = new BenchFigures("search-" + store + "-" + passages);
    Path folder = data == null ? Files.createTempDirectory("zhitong-bench-search-") : data;
    try (DataFolder taken = DataFolder.open(folder);
        EmbeddedDatabase database = EmbeddedDatabase.start(taken, System.getenv("ZHITONG_PG_BIN"));
        CachedEmbedder embedder = CachedEmbedder.inUserCache(BgeEmbedder.load());
        AgroalDataSource pool = pool(database)) {
      Migrations.migrateCorpus(database.dataSource());
      SyntheticCorpus corpus = SyntheticCorpus.ofDemo(embedder, 42);
      double load =
          SearchTiming.seconds(
              () -> figures.put("loaded", corpus.load(database.dataSource(), passages)));
      figures.put("load:seconds", load);
      List<String> questions = corpus.questions(2 * QUESTIONS);
      QueryAdapter map = QueryAdapter.forModel(embedder.modelId());
      queries =
          questions.subList(0, QUESTIONS).stream()
              .map(question -> map.apply(embedder.embedQuery(question)))
              .toList();
      ExactVectors exact = ExactVectors.of(new Jdbc(pool));
      measure(new Jdbc(pool), exact, embedder, questions.subList(QUESTIONS, 2 * QUESTIONS), folder);
      if (peers) {
        new PeerStores(figures, exact, queries, TOP, CALLERS).measure(pool);
      }
    }
    figures.write(out);
    return 0;
  }

  private static AgroalDataSource pool(EmbeddedDatabase database) throws Exception {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(16)
                        .acquisitionTimeout(Duration.ofSeconds(30))
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .jdbcUrl(database.jdbcUrl())
                                    .principal(new NamePrincipal(EmbeddedDatabase.USER))
                                    .credential(new SimplePassword(database.password())))));
  }

  private void measure(
      Jdbc jdbc, ExactVectors exact, CachedEmbedder embedder, List<String> questions, Path folder)
      throws Exception {
    Config config =
        new Config(
            Optional.of(folder.resolve("index")),
            store.equals("lucene") ? "lucene" : "auto",
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            CANDIDATES,
            efSearch == null ? OptionalInt.empty() : OptionalInt.of(efSearch));
    long before = SearchTiming.liveHeap();
    VectorIndex vectors = buildVectors(jdbc, config);
    figures.put("liveHeapMb:vectorIndex", (SearchTiming.liveHeap() - before) / 1048576.0);
    if (store.equals("pgvector")) {
      jdbc.first(
              "select pg_relation_size('corpus.passage_embedding_hnsw') / 1048576.0 as mb,"
                  + " pg_total_relation_size('corpus.passage') / 1048576.0 as table_mb",
              row -> new double[] {row.getDouble("mb"), row.getDouble("table_mb")})
          .ifPresent(
              size -> {
                figures.put("index:megabytes", size[0]);
                figures.put("tableAndIndexes:megabytes", size[1]);
              });
    }
    stores(vectors, exact);
    vectors.close();
    if (whole) {
      wholeSearch(jdbc, embedder, config, questions);
    }
  }

  private VectorIndex buildVectors(Jdbc jdbc, Config config) throws Exception {
    VectorIndex[] built = new VectorIndex[1];
    double build =
        SearchTiming.seconds(
            () -> {
              if (store.equals("pgvector")) {
                built[0] =
                    new PgVectorIndex(
                        PgVectorStore.open(jdbc, config.efSearch())
                            .orElseThrow(
                                () ->
                                    new IllegalStateException("this PostgreSQL has no pgvector")));
              } else {
                LuceneVectorIndex lucene = new LuceneVectorIndex();
                fill(new PassageStore(jdbc), lucene);
                built[0] = lucene;
              }
            });
    figures.put("vectorIndex:buildSeconds", build);
    return built[0];
  }

  private static void fill(PassageStore passages, VectorIndex vectors) {
    List<UUID> ids = List.copyOf(passages.stamps().keySet());
    for (int from = 0; from < ids.size(); from += 64) {
      passages
          .policies(ids.subList(from, Math.min(ids.size(), from + 64)), true)
          .forEach(vectors::put);
    }
    vectors.refresh();
  }

  private void stores(VectorIndex vectors, ExactVectors exact) throws Exception {
    for (int k : new int[] {TOP, CANDIDATES}) {
      timed("store:top" + k, query -> vectors.nearest(query, k, ALL));
      timed("store:filtered:top" + k, query -> vectors.nearest(query, k, FILTERED));
    }
    figures.put("store:recall@10", recall(vectors, exact, ALL, TOP));
    figures.put("store:recall@10:asSearchAsks", recall(vectors, exact, ALL, CANDIDATES));
    figures.put("store:recall@10:filtered", recall(vectors, exact, FILTERED, CANDIDATES));
  }

  /** Of the exact ten nearest, how many are among the first ten that the store gives for k. */
  private double recall(VectorIndex vectors, ExactVectors exact, SearchFilter scope, int k) {
    double sum = 0;
    for (float[] query : queries) {
      Set<UUID> wanted = exact.nearest(query, TOP, scope);
      long found =
          vectors.nearest(query, k, scope).stream()
              .limit(TOP)
              .filter(one -> wanted.contains(one.id()))
              .count();
      sum += (double) found / wanted.size();
    }
    return sum / queries.size();
  }

  private void wholeSearch(
      Jdbc jdbc, CachedEmbedder embedder, Config config, List<String> questions) throws Exception {
    SearchIndexes node = new SearchIndexes(jdbc, embedder, config, Clock.systemUTC());
    long before = SearchTiming.liveHeap();
    figures.put("wordIndex:buildSeconds", SearchTiming.seconds(() -> node.retrieval().catchUp()));
    figures.put("liveHeapMb:indexesOfANode", (SearchTiming.liveHeap() - before) / 1048576.0);
    Retrieval retrieval = node.retrieval();
    questions.subList(0, QUESTIONS / 4).forEach(q -> retrieval.search(plain(q)));
    List<String> fresh = questions.subList(QUESTIONS / 4, QUESTIONS);
    figures.percentiles(
        "search:millis", BenchFigures.millis(fresh, question -> retrieval.search(plain(question))));
    figures.percentiles(
        "search:filtered:vectorCached:millis",
        BenchFigures.millis(fresh, question -> retrieval.search(filtered(question))));
    figures.put(
        "search:perSecond",
        SearchTiming.perSecond(fresh, question -> retrieval.search(plain(question)), CALLERS));
    node.close();
  }

  private static SearchQuery plain(String question) {
    return new SearchQuery(question, TOP, null, LocalDate.of(2025, 1, 1), Set.of(), true);
  }

  private static SearchQuery filtered(String question) {
    return new SearchQuery(
        question, TOP, "350100", LocalDate.of(2025, 1, 1), Set.of(PolicyKind.GUIDE), false);
  }

  private void timed(String name, Consumer<float[]> search) throws Exception {
    SearchTiming.timed(figures, name, queries, search, CALLERS);
  }
}
