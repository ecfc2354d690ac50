package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.ScoreFusion.Ranked;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.embedding.ModelNotConfigured;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Search in this node's indexes, shown as the database has it at this moment. */
final class HybridRetrieval implements Retrieval {
  /** Candidates hydrated beyond the limit, for those that the database no longer shows. */
  private static final int SPARE = 20;

  private final PassageSearch passages;
  private final PassageStore store;
  private final IndexSynchronizer follower;
  private final VectorIndex vectors;
  private final Supplier<LibraryVocabulary> vocabulary;
  private final Clock clock;

  HybridRetrieval(
      PassageSearch passages,
      PassageStore store,
      IndexSynchronizer follower,
      VectorIndex vectors,
      Supplier<LibraryVocabulary> vocabulary,
      Clock clock) {
    this.passages = passages;
    this.store = store;
    this.follower = follower;
    this.vectors = vectors;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  @Override
  public List<Hit> search(SearchQuery query) {
    if (query.text().isBlank()) {
      return List.of();
    }
    if (!follower.ready()) {
      follower.catchUp();
    }
    int wanted = query.limit() + SPARE;
    try {
      return hydrate(passages.search(query.text(), SearchFilter.of(query), wanted), query, wanted);
    } catch (ModelNotConfigured e) {
      // A problem at once, since streams, /v1 and MCP tell of those in their own forms.
      throw new Problem.Misconfigured(e.getMessage());
    }
  }

  private List<Hit> hydrate(List<Ranked> ranked, SearchQuery query, int most) {
    List<Ranked> wanted = ranked.subList(0, Math.min(ranked.size(), most));
    LocalDate today = query.asOf() == null ? LocalDate.now(clock) : query.asOf();
    Map<UUID, Hit> stored =
        store.hits(
            wanted.stream().map(Ranked::passage).toList(),
            query.includeExpired() ? null : today,
            today);
    return wanted.stream()
        .filter(one -> stored.containsKey(one.passage()))
        .limit(query.limit())
        .map(one -> stored.get(one.passage()).scored(one.score(), one.dense()))
        .toList();
  }

  @Override
  public void catchUp() {
    follower.catchUp();
  }

  @Override
  public LibraryVocabulary vocabulary() {
    return vocabulary.get();
  }

  @Override
  public String vectorIndex() {
    return vectors.name();
  }

  @Override
  public Optional<String> warning() {
    return vectors.warning();
  }
}
