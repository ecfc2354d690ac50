package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.ExactMatches.Match;
import cn.zhitong.assistant.retrieval.Fusion.Evidence;
import cn.zhitong.assistant.retrieval.Fusion.Ranked;
import cn.zhitong.ingest.embed.Embedder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Search, top to bottom: embed the question, gather candidates by meaning, by words and by exact
 * name, fill in what each search did not say of the others' candidates, fuse, hydrate from the
 * database.
 */
final class HybridRetrieval implements Retrieval {
  /** Candidates hydrated beyond the limit, for those that the database no longer shows. */
  private static final int SPARE = 20;

  private final Embedder embedder;
  private final PassageStore store;
  private final TextIndex text;
  private final VectorIndex vectors;
  private final ExactMatches exact;
  private final IndexFollower follower;
  private final RetrievalConfig config;
  private final Clock clock;

  HybridRetrieval(
      Embedder embedder,
      PassageStore store,
      TextIndex text,
      VectorIndex vectors,
      ExactMatches exact,
      IndexFollower follower,
      RetrievalConfig config,
      Clock clock) {
    this.embedder = embedder;
    this.store = store;
    this.text = text;
    this.vectors = vectors;
    this.exact = exact;
    this.follower = follower;
    this.config = config;
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
    Scope scope = Scope.of(query);
    float[] vector = embedder.embedQuery(query.text());
    Candidates candidates = gather(query.text(), vector, scope);
    List<Ranked> ranked = Fusion.rank(evidence(query.text(), vector, candidates));
    return hydrate(ranked, query);
  }

  /** Passages with the policy each is of, and how surely the question names it. */
  private record Candidates(Map<UUID, UUID> policies, Map<UUID, Double> named) {}

  private Candidates gather(String question, float[] vector, Scope scope) {
    Set<UUID> found = new HashSet<>();
    vectors.nearest(vector, config.candidates(), scope).forEach(one -> found.add(one.id()));
    text.passages(question, config.candidates(), scope).forEach(one -> found.add(one.id()));
    Map<UUID, Match> matches = exact.find(question, scope);
    found.addAll(matches.keySet());
    Map<UUID, Double> named = new HashMap<>();
    matches.forEach((id, match) -> named.put(id, match.strength()));
    return new Candidates(text.policiesOf(found, scope), named);
  }

  private List<Evidence> evidence(String question, float[] vector, Candidates candidates) {
    Set<UUID> passages = candidates.policies().keySet();
    Map<UUID, Double> dense = vectors.similarities(vector, passages);
    Map<UUID, Double> words = text.passageScores(question, passages);
    Map<UUID, Double> whole =
        text.policyScores(question, new HashSet<>(candidates.policies().values()));
    List<Evidence> evidence = new ArrayList<>();
    candidates
        .policies()
        .forEach(
            (passage, policy) ->
                evidence.add(
                    new Evidence(
                        passage,
                        policy,
                        dense.getOrDefault(passage, 0.),
                        words.getOrDefault(passage, 0.),
                        whole.getOrDefault(policy, 0.),
                        candidates.named().getOrDefault(passage, 0.))));
    return evidence;
  }

  private List<Hit> hydrate(List<Ranked> ranked, SearchQuery query) {
    List<Ranked> wanted = ranked.subList(0, Math.min(ranked.size(), query.limit() + SPARE));
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
  public String vectorIndex() {
    return vectors.name();
  }
}
