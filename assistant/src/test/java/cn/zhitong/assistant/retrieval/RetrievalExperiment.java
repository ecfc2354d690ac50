package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.ScoreFusion.Evidence;
import cn.zhitong.assistant.retrieval.ScoreFusion.Ranked;
import cn.zhitong.common.embedding.BgeEmbeddingModel;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.eval.dataset.BeirFolder.Query;
import cn.zhitong.eval.metrics.Ranking;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Prints nDCG@10 of search and of its parts on measuring folders, for each spelling of a question
 * or the chosen ones: {@code [--int8] [--spelling="with prefix"] FOLDER:SPLIT …}. The figures of
 * docs/experiments/retrieval.md come from here.
 */
public final class RetrievalExperiment {
  private static final SearchFilter ALL = new SearchFilter(List.of(), null, List.of());
  private static final int CANDIDATES = 100;

  private RetrievalExperiment() {}

  public static void main(String[] args) throws Exception {
    List<String> folders = Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
    List<String> chosen =
        Arrays.stream(args)
            .filter(arg -> arg.startsWith("--spelling="))
            .map(arg -> arg.substring("--spelling=".length()))
            .toList();
    boolean int8 = List.of(args).contains("--int8");
    try (BgeEmbeddingModel model = int8 ? BgeForm.int8() : BgeEmbeddingModel.fp32()) {
      List<BgeForm> spellings =
          BgeForm.spellings(model, int8 ? "int8" : "fp32").stream()
              .filter(form -> chosen.isEmpty() || chosen.contains(form.spelling()))
              .toList();
      for (String folder : folders) {
        String[] parts = folder.split(":");
        Embedder first = CachedEmbedder.inUserCache(spellings.get(0));
        BeirCorpus corpus = new BeirCorpus(Path.of(parts[0]), parts[1], first);
        for (BgeForm spelling : spellings) {
          measure(corpus, spelling);
        }
      }
    }
  }

  private static void measure(BeirCorpus corpus, BgeForm form) {
    Embedder embedder = CachedEmbedder.inUserCache(form);
    String name = corpus.name + " " + form.name();
    QueryAdapter map = QueryAdapter.forModel(BgeForm.MAPPED);
    PassageSearch search = corpus.search(embedder, map, CANDIDATES);
    PassageSearch unmapped = corpus.search(embedder, new QueryAdapter(null), CANDIDATES);
    Map<String, ToDoubleFunction<Evidence>> parts = new LinkedHashMap<>();
    parts.put("dense", Evidence::dense);
    parts.put("words of the passage", Evidence::passage);
    parts.put("words of the policy", Evidence::whole);
    parts.put("words", Evidence::words);
    parts.put("fused", Evidence::score);
    Map<String, Double> sums = new LinkedHashMap<>();
    long begin = System.nanoTime();
    for (Query query : corpus.folder.queries()) {
      List<Evidence> with = search.evidence(query.text(), ALL, CANDIDATES);
      List<Evidence> without = unmapped.evidence(query.text(), ALL, CANDIDATES);
      parts.forEach(
          (part, score) -> {
            add(sums, part, corpus, query, by(with, score));
            add(sums, part + ", no map", corpus, query, by(without, score));
          });
    }
    double millis = (System.nanoTime() - begin) / 1e6 / corpus.folder.queries().size() / 2;
    sums.forEach(
        (part, sum) ->
            System.out.printf(
                Locale.ROOT,
                "%-36s %-32s %.4f%n",
                name,
                part,
                sum / corpus.folder.queries().size()));
    System.out.printf(Locale.ROOT, "%-36s %.1f ms a search%n", name, millis);
  }

  private static List<Ranked> by(List<Evidence> evidence, ToDoubleFunction<Evidence> score) {
    return evidence.stream()
        .sorted(Comparator.comparingDouble(score).reversed())
        .map(e -> new Ranked(e.id(), e.policy(), 0, 0))
        .toList();
  }

  private static void add(
      Map<String, Double> sums, String part, BeirCorpus corpus, Query query, List<Ranked> ranked) {
    List<String> documents =
        ranked.stream().map(Ranked::policy).distinct().map(corpus.documents::get).toList();
    sums.merge(part, Ranking.inOrder(documents, query.judgements()).ndcg(10), Double::sum);
  }
}
