package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.ExactMatches.Match;
import cn.zhitong.assistant.retrieval.Fusion.Evidence;
import cn.zhitong.assistant.retrieval.Fusion.Ranked;
import cn.zhitong.ingest.embed.Embedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Ranks passages, top to bottom: embed the question, gather candidates by meaning, by words and by
 * exact name, fill in what each search did not say of the others' candidates, fuse.
 */
final class PassageSearch {
  private final Embedder embedder;
  private final QueryMap map;
  private final TextIndex text;
  private final VectorIndex vectors;
  private final BiFunction<String, Scope, Map<UUID, Match>> exact;
  private final int candidates;

  /**
   * @param exact what a question names exactly, by passage
   * @param candidates how many each search brings
   */
  PassageSearch(
      Embedder embedder,
      QueryMap map,
      TextIndex text,
      VectorIndex vectors,
      BiFunction<String, Scope, Map<UUID, Match>> exact,
      int candidates) {
    this.embedder = embedder;
    this.map = map;
    this.text = text;
    this.vectors = vectors;
    this.exact = exact;
    this.candidates = candidates;
  }

  List<Ranked> search(String question, Scope scope) {
    return Fusion.rank(evidence(question, scope));
  }

  /** What is known of every candidate, in no order. */
  List<Evidence> evidence(String question, Scope scope) {
    float[] vector = map.apply(embedder.embedQuery(question));
    Map<UUID, Double> dense = scores(vectors.nearest(vector, candidates, scope));
    Map<UUID, Double> words = scores(text.passages(question, candidates, scope));
    Found found = gather(question, dense.keySet(), words.keySet(), scope);
    Set<UUID> passages = found.policies().keySet();
    dense.putAll(vectors.similarities(vector, without(passages, dense.keySet())));
    words.putAll(text.passageScores(question, without(passages, words.keySet())));
    Map<UUID, Double> whole = text.policyScores(question, new HashSet<>(found.policies().values()));
    List<Evidence> evidence = new ArrayList<>();
    found
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
                        found.named().getOrDefault(passage, 0.))));
    return evidence;
  }

  /** Passages with the policy each is of, and how surely the question names it. */
  private record Found(Map<UUID, UUID> policies, Map<UUID, Double> named) {}

  private Found gather(String question, Set<UUID> near, Set<UUID> worded, Scope scope) {
    Set<UUID> found = new HashSet<>(near);
    found.addAll(worded);
    Map<UUID, Match> matches = exact.apply(question, scope);
    found.addAll(matches.keySet());
    Map<UUID, Double> named = new HashMap<>();
    matches.forEach((id, match) -> named.put(id, match.strength()));
    return new Found(text.policiesOf(found, scope), named);
  }

  private static Map<UUID, Double> scores(List<Scored> found) {
    Map<UUID, Double> scores = new HashMap<>();
    found.forEach(one -> scores.put(one.id(), one.score()));
    return scores;
  }

  private static Set<UUID> without(Set<UUID> all, Set<UUID> known) {
    Set<UUID> rest = new HashSet<>(all);
    rest.removeAll(known);
    return rest;
  }
}
