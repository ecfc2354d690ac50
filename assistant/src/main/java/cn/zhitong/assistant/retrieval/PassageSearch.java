package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.LexicalScorer.Worded;
import cn.zhitong.assistant.retrieval.ScoreFusion.Evidence;
import cn.zhitong.assistant.retrieval.ScoreFusion.Ranked;
import cn.zhitong.common.embedding.EmbeddedQuestion;
import cn.zhitong.common.embedding.Embedder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Ranks passages, top to bottom: embed the question, gather candidates by meaning, by words and by
 * exact name, fill in what each search did not say of the others' candidates, fuse.
 */
final class PassageSearch {
  private final Supplier<Embedder> embedder;
  private final Function<String, QueryAdapter> maps;
  private final Map<String, QueryAdapter> loadedMaps = new ConcurrentHashMap<>();

  /** The one that the library's vectors were of after the last search. */
  private volatile Embedder searched;

  private final TextIndex text;
  private final VectorIndex vectors;
  private final BiFunction<String, SearchFilter, Map<UUID, Double>> exact;
  private final int candidates;

  /**
   * @param embedder the one that the passages' vectors are of at the moment
   * @param maps by model id
   * @param exact what a question names exactly, by passage
   * @param candidates how many each search brings at least
   */
  PassageSearch(
      Supplier<Embedder> embedder,
      Function<String, QueryAdapter> maps,
      TextIndex text,
      VectorIndex vectors,
      BiFunction<String, SearchFilter, Map<UUID, Double>> exact,
      int candidates) {
    this.embedder = embedder;
    this.maps = maps;
    this.text = text;
    this.vectors = vectors;
    this.exact = exact;
    this.candidates = candidates;
  }

  /**
   * @param wanted how many the caller takes; may be more than the searches usually bring
   */
  List<Ranked> search(String question, SearchFilter scope, int wanted) {
    return ScoreFusion.rank(evidence(question, scope, Math.max(candidates, wanted)));
  }

  /** What is known of every candidate, in no order; each search brings {@code k}. */
  List<Evidence> evidence(String question, SearchFilter scope, int k) {
    Embedder model = searched == null ? embedder.get() : searched;
    while (true) {
      List<Evidence> found = evidence(model, question, scope, k);
      // Models change one way: if it is this one's still, all of it was searched in this one's.
      Embedder since = embedder.get();
      searched = since;
      if (since == model) {
        return found;
      }
      model = since;
    }
  }

  private List<Evidence> evidence(Embedder model, String question, SearchFilter scope, int k) {
    EmbeddedQuestion embedded = model.embedQuestion(question);
    QueryAdapter map = loadedMaps.computeIfAbsent(model.modelId(), maps);
    float[] vector = map.apply(embedded.vector());
    WeightedQuery asked = new WeightedQuery(question, embedded.emphasis());
    // The vectors may be in another process: its searches run beside those for words in this one.
    BackgroundTask<Map<UUID, Double>> nearest =
        BackgroundTask.begin(() -> scores(vectors.nearest(vector, k, scope)));
    Map<UUID, Double> named = exact.apply(question, scope);
    try (LexicalScorer words = text.ask(asked, scope)) {
      Set<UUID> unseen = new HashSet<>(words.candidates(k));
      unseen.addAll(named.keySet());
      Map<UUID, Double> dense = nearest.get();
      Set<UUID> others = new HashSet<>(dense.keySet());
      others.addAll(named.keySet());
      unseen.removeAll(dense.keySet());
      BackgroundTask<Map<UUID, Double>> rest =
          BackgroundTask.begin(() -> vectors.similarities(vector, unseen));
      List<Worded> found = words.among(others);
      dense.putAll(rest.get());
      return found.stream().map(passage -> evidence(passage, dense, named)).toList();
    }
  }

  private static Evidence evidence(
      Worded passage, Map<UUID, Double> dense, Map<UUID, Double> named) {
    return new Evidence(
        passage.id(),
        passage.policy(),
        dense.getOrDefault(passage.id(), 0.),
        passage.share(),
        passage.policyShare(),
        named.getOrDefault(passage.id(), 0.));
  }

  private static Map<UUID, Double> scores(List<SearchScore> found) {
    Map<UUID, Double> scores = new HashMap<>();
    found.forEach(one -> scores.put(one.id(), one.score()));
    return scores;
  }
}
