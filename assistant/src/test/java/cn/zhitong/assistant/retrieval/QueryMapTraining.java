package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.Fusion.Evidence;
import cn.zhitong.eval.dataset.BeirFolder.Query;
import cn.zhitong.eval.metrics.Ranking;
import cn.zhitong.ingest.embed.BgeEmbedder;
import cn.zhitong.ingest.embed.CachedEmbedder;
import cn.zhitong.ingest.embed.Embedder;
import cn.zhitong.ingest.embed.Vectors;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Trains {@link QueryMap}: {@code OUT FOLDER:SPLIT …}. Prints cross-validated nDCG@10 with and
 * without it, the folds cut so that no document that a test question asks for was asked for in
 * training, then trains on everything and writes the numbers to OUT.
 */
public final class QueryMapTraining {
  private static final Scope ALL = new Scope(List.of(), null, List.of());
  private static final int CANDIDATES = 400;
  private static final int KEPT = 100;
  private static final int FOLDS = 5;

  private QueryMapTraining() {}

  /** One question with its best candidates; rows of {@code vectors} are passages. */
  record Example(
      float[] question,
      float[][] vectors,
      double[] words,
      boolean[] right,
      String[] documents,
      Query query) {}

  record Dataset(String name, List<Example> examples, int[] folds) {}

  public static void main(String[] args) throws Exception {
    try (BgeEmbedder model = BgeEmbedder.load()) {
      Embedder embedder = CachedEmbedder.inUserCache(model);
      List<Dataset> sets = new ArrayList<>();
      for (int i = 1; i < args.length; i++) {
        String[] parts = args[i].split(":");
        sets.add(examples(new BeirCorpus(Path.of(parts[0]), parts[1], embedder), embedder));
      }
      crossValidate(sets);
      QueryMap map = new QueryMap(QueryMapLearner.learn(sets, (set, i) -> true));
      try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
        map.write(embedder.modelId(), out);
      }
    }
  }

  private static Dataset examples(BeirCorpus corpus, Embedder embedder) {
    PassageSearch search = corpus.search(embedder, new QueryMap(null), CANDIDATES);
    List<Example> examples = new ArrayList<>();
    for (Query query : corpus.folder.queries()) {
      List<Evidence> best =
          search.evidence(query.text(), ALL, CANDIDATES).stream()
              .sorted(Comparator.comparingDouble(Evidence::score).reversed())
              .limit(KEPT)
              .toList();
      float[][] vectors = new float[best.size()][];
      double[] words = new double[best.size()];
      boolean[] right = new boolean[best.size()];
      String[] documents = new String[best.size()];
      for (int i = 0; i < best.size(); i++) {
        vectors[i] = corpus.embeddings.get(best.get(i).id());
        words[i] = best.get(i).words();
        documents[i] = corpus.documents.get(best.get(i).policy());
        right[i] = query.judgements().getOrDefault(documents[i], 0) > 0;
      }
      examples.add(
          new Example(embedder.embedQuery(query.text()), vectors, words, right, documents, query));
    }
    return new Dataset(corpus.name, examples, folds(corpus.folder.queries()));
  }

  /** Questions that share a right document share a fold; groups go to the emptiest fold. */
  private static int[] folds(List<Query> queries) {
    int[] group = new int[queries.size()];
    Map<String, Integer> firstOf = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < group.length; i++) {
      for (String document : queries.get(i).judgements().keySet()) {
        int other = firstOf.computeIfAbsent(document, d -> -1);
        if (other < 0) {
          firstOf.put(document, i);
        } else {
          group[root(group, i)] = root(group, other);
        }
      }
    }
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(root(group, i), g -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> shuffled = new ArrayList<>(groups.values());
    Collections.shuffle(shuffled, new Random(1));
    shuffled.sort(Comparator.comparingInt((List<Integer> g) -> g.size()).reversed());
    int[] sizes = new int[FOLDS];
    int[] folds = new int[group.length];
    for (List<Integer> members : shuffled) {
      int smallest = 0;
      for (int f = 1; f < FOLDS; f++) {
        smallest = sizes[f] < sizes[smallest] ? f : smallest;
      }
      for (int member : members) {
        folds[member] = smallest;
      }
      sizes[smallest] += members.size();
    }
    return folds;
  }

  private static int root(int[] group, int i) {
    int at = i;
    while (group[at] != at) {
      at = group[at];
    }
    return at;
  }

  private static void crossValidate(List<Dataset> sets) {
    List<QueryMap> maps = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      maps.add(new QueryMap(QueryMapLearner.learn(sets, (set, i) -> set.folds()[i] != left)));
    }
    for (Dataset set : sets) {
      double before = 0;
      double after = 0;
      for (int i = 0; i < set.examples().size(); i++) {
        Example example = set.examples().get(i);
        before += ndcg(example, example.question());
        after += ndcg(example, maps.get(set.folds()[i]).apply(example.question()));
      }
      int n = set.examples().size();
      System.out.printf(
          Locale.ROOT, "%s without %.4f with %.4f%n", set.name(), before / n, after / n);
    }
  }

  private static double ndcg(Example example, float[] question) {
    List<Integer> order = new ArrayList<>();
    double[] scores = new double[example.words().length];
    for (int i = 0; i < scores.length; i++) {
      order.add(i);
      scores[i] = Fusion.alike(Vectors.dot(question, example.vectors()[i]), example.words()[i]);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> -scores[i]));
    List<String> documents = order.stream().map(i -> example.documents()[i]).distinct().toList();
    return Ranking.ndcg(documents, example.query().judgements(), 10);
  }
}
