package cn.zhitong.assistant.retrieval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Nearest passages by cosine. Scores are cosine similarities, -1 to 1. */
interface VectorIndex extends AutoCloseable {

  /** {@code pgvector} or {@code lucene}; for the log and the health check. */
  String name();

  /** What the operator should do something about, in Chinese. */
  default Optional<String> warning() {
    return Optional.empty();
  }

  /** At most {@code k} passages in scope, nearest first. */
  List<SearchScore> nearest(float[] query, int k, SearchFilter scope);

  /** Similarities of the given passages; those it does not know are left out. */
  Map<UUID, Double> similarities(float[] query, Collection<UUID> passages);

  /** Whether it must be handed vectors by {@link #put} and {@link #remove}. */
  boolean derived();

  /** Replaces what is held of the policy. */
  void put(IndexedPolicy policy);

  void remove(UUID policy);

  /** Makes what was put and removed visible. */
  void refresh();

  @Override
  void close();
}
