package cn.zhitong.assistant.retrieval;

import cn.zhitong.bench.BenchFigures;
import cn.zhitong.bench.SearchTiming;
import cn.zhitong.common.jdbc.Jdbc;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** LangChain4j's stores over the same vectors and the same queries. */
final class PeerStores {
  private static final int BATCH = 1000;

  /** The builder wants one; pgvector's documentation advises rows / 1000, at least some 100. */
  private static final int LISTS = 100;

  /** Exhaustive searches take so long that fewer queries must do. */
  private static final int FEW = 60;

  private final BenchFigures figures;
  private final ExactVectors exact;
  private final List<float[]> queries;
  private final int top;
  private final int callers;

  PeerStores(
      BenchFigures figures, ExactVectors exact, List<float[]> queries, int top, int callers) {
    this.figures = figures;
    this.exact = exact;
    this.queries = queries;
    this.top = top;
    this.callers = callers;
  }

  void measure(DataSource database) throws Exception {
    InMemoryEmbeddingStore<TextSegment> memory = new InMemoryEmbeddingStore<>();
    fill(memory);
    search("langchain4j:inMemory", memory, queries.subList(0, Math.min(FEW, queries.size())));

    boolean pgvector =
        new Jdbc(database)
            .first("select 1 from pg_available_extensions where name = 'vector'", row -> 1)
            .isPresent();
    if (!pgvector) {
      return;
    }
    PgVectorEmbeddingStore plain = store(database, false);
    fill(plain);
    search(
        "langchain4j:pgvector:noIndex", plain, queries.subList(0, Math.min(FEW, queries.size())));
    EmbeddingStore<TextSegment>[] indexed = newArray();
    figures.put(
        "langchain4j:pgvector:ivfflat:buildSeconds",
        SearchTiming.seconds(() -> indexed[0] = store(database, true)));
    search("langchain4j:pgvector:ivfflat", indexed[0], queries);
    new Jdbc(database).update("drop table langchain4j");
  }

  @SuppressWarnings("unchecked")
  private static EmbeddingStore<TextSegment>[] newArray() {
    return new EmbeddingStore[1];
  }

  /** The index is made after the vectors are in: better for it than its own order. */
  private static PgVectorEmbeddingStore store(DataSource database, boolean index) {
    return PgVectorEmbeddingStore.datasourceBuilder()
        .datasource(database)
        .table("langchain4j")
        .dimension(512)
        .useIndex(index)
        .indexListSize(index ? LISTS : 0)
        .build();
  }

  private void fill(EmbeddingStore<TextSegment> store) {
    List<ExactVectors.Row> rows = exact.rows();
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<ExactVectors.Row> part = rows.subList(from, Math.min(rows.size(), from + BATCH));
      List<String> ids = new ArrayList<>();
      List<Embedding> vectors = new ArrayList<>();
      List<TextSegment> texts = new ArrayList<>();
      for (ExactVectors.Row row : part) {
        ids.add(row.id().toString());
        vectors.add(Embedding.from(row.vector()));
        texts.add(TextSegment.from(row.id().toString()));
      }
      store.addAll(ids, vectors, texts);
    }
  }

  private void search(String name, EmbeddingStore<TextSegment> store, List<float[]> some)
      throws Exception {
    SearchTiming.timed(figures, name, some, query -> find(store, query), callers);
    double sum = 0;
    for (float[] query : some) {
      Set<UUID> wanted = exact.nearest(query, top, new SearchFilter(List.of(), null, List.of()));
      long found =
          find(store, query).stream()
              .filter(match -> wanted.contains(UUID.fromString(match.embeddingId())))
              .count();
      sum += (double) found / wanted.size();
    }
    figures.put(name + ":recall@10", sum / some.size());
  }

  private List<EmbeddingMatch<TextSegment>> find(EmbeddingStore<TextSegment> store, float[] query) {
    return store
        .search(
            EmbeddingSearchRequest.builder()
                .queryEmbedding(Embedding.from(query))
                .maxResults(top)
                .build())
        .matches();
  }
}
