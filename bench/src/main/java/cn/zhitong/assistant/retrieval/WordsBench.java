package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.LexicalScorer.Worded;
import cn.zhitong.bench.BenchFigures;
import cn.zhitong.bench.SearchTiming;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The words' part of a search by itself, step by step, over the synthetic corpus. */
@Command(
    name = "words",
    description = "The lexical index by itself, step by step, over a synthetic corpus.",
    mixinStandardHelpOptions = true)
public final class WordsBench implements Callable<Integer> {
  private static final SearchFilter ALL = new SearchFilter(List.of(), null, List.of());

  /** As many as the service asks for, of words and of vectors. */
  private static final int CANDIDATES = 100;

  /** Policies made and put at once. */
  private static final int BATCH = 512;

  /** Questions before the timed ones, so that code and pages are warm. */
  private static final int WARM_UP = 100;

  @Option(names = "--passages", description = "How many (default 100000).")
  int passages = 100_000;

  @Option(names = "--questions", description = "Timed ones (default 200).")
  int questions = 200;

  @Option(names = "--data", description = "Folder of the index; kept, and used again.")
  Path data;

  @Option(names = "--out", description = "Folder for words-PASSAGES.json.")
  Path out;

  @Override
  public Integer call() throws Exception {
    BenchFigures figures = new BenchFigures("words-" + passages);
    Path folder = data == null ? Files.createTempDirectory("zhitong-bench-words-") : data;
    try (CachedEmbedder embedder = CachedEmbedder.inUserCache(BgeEmbedder.load());
        TextIndex index = new TextIndex(folder.resolve("words-" + passages))) {
      SyntheticCorpus corpus = SyntheticCorpus.ofDemo(embedder, 42);
      List<WeightedQuery> asked =
          corpus.questions(WARM_UP + questions).stream()
              .map(one -> new WeightedQuery(one, embedder.embedQuestion(one).emphasis()))
              .toList();
      figures.put("build:seconds", SearchTiming.seconds(() -> fill(index, corpus)));
      time(figures, index, asked);
    }
    figures.write(out);
    return 0;
  }

  private void fill(TextIndex index, SyntheticCorpus corpus) {
    if (!index.stamps().isEmpty()) {
      return;
    }
    int policies = passages / SyntheticCorpus.PASSAGES_A_POLICY;
    for (int from = 0; from < policies; from += BATCH) {
      int to = Math.min(policies, from + BATCH);
      IntStream.range(from, to).mapToObj(corpus::policy).toList().parallelStream()
          .forEach(index::put);
    }
    index.commit();
    index.refresh();
  }

  private void time(BenchFigures figures, TextIndex index, List<WeightedQuery> asked) {
    SplittableRandom random = new SplittableRandom(7);
    List<double[]> steps = new ArrayList<>();
    double sum = 0;
    for (WeightedQuery question : asked) {
      List<UUID> others =
          random.ints(CANDIDATES, 0, passages).mapToObj(SyntheticCorpus::passageId).toList();
      long begin = System.nanoTime();
      try (LexicalScorer words = index.ask(question, ALL)) {
        long lookedUp = System.nanoTime();
        words.candidates(CANDIDATES);
        long found = System.nanoTime();
        List<Worded> scored = words.among(others);
        long end = System.nanoTime();
        sum += scored.stream().mapToDouble(one -> one.share() + one.policyShare()).sum();
        steps.add(millis(lookedUp - begin, found - lookedUp, end - found, end - begin));
      }
    }
    List<double[]> timed = steps.subList(WARM_UP, steps.size());
    String[] names = {"lookUp", "candidates", "scores", "all"};
    for (int i = 0; i < names.length; i++) {
      int step = i;
      figures.percentiles(
          names[i] + ":millis", timed.stream().mapToDouble(one -> one[step]).toArray());
    }
    // Two programs over one index have ranked alike where this is the same.
    figures.put("shares:sum", (Object) sum);
  }

  private static double[] millis(long... nanos) {
    return IntStream.range(0, nanos.length).mapToDouble(i -> nanos[i] / 1e6).toArray();
  }
}
