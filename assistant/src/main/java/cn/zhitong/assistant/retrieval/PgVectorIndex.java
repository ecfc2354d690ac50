package cn.zhitong.assistant.retrieval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The vector index that lives in PostgreSQL: always up to date, so there is nothing to hand it. */
final class PgVectorIndex implements VectorIndex {
  private final PgVectorStore store;

  PgVectorIndex(PgVectorStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "pgvector";
  }

  @Override
  public Optional<String> warning() {
    return PgVersion.older(store.version(), "0.8.4")
        ? Optional.of("pgvector " + store.version() + " 早于 0.8.4，清理（vacuum）时向量索引可能损坏，请择机升级")
        : Optional.empty();
  }

  @Override
  public List<SearchScore> nearest(float[] query, int k, SearchFilter scope) {
    return store.nearest(query, k, scope);
  }

  @Override
  public Map<UUID, Double> similarities(float[] query, Collection<UUID> passages) {
    return store.similarities(query, passages).stream()
        .collect(Collectors.toMap(SearchScore::id, SearchScore::score));
  }

  @Override
  public boolean derived() {
    return false;
  }

  @Override
  public void put(IndexedPolicy policy) {}

  @Override
  public void remove(UUID policy) {}

  @Override
  public void refresh() {}

  @Override
  public void close() {}
}
