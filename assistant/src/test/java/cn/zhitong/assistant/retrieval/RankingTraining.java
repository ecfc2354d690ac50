package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.ScoreFusion.Evidence;
import cn.zhitong.common.embedding.BgeEmbedder;
import cn.zhitong.common.embedding.CachedEmbedder;
import cn.zhitong.common.embedding.Embedder;
import cn.zhitong.common.embedding.EncodedQuery;
import cn.zhitong.common.embedding.TermWeightModel;
import cn.zhitong.common.embedding.Vectors;
import cn.zhitong.eval.dataset.BeirFolder.Query;
import cn.zhitong.eval.metrics.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Examples and measures for {@link RankingCommand}. Cross-validation prints nDCG@10 without both
 * learned parts, with each and with both, the folds cut in several ways so that no document that a
 * test question asks for was asked for in training.
 */
final class RankingTraining {
  private static final SearchFilter ALL = new SearchFilter(List.of(), null, List.of());
  private static final int CANDIDATES = 400;
  private static final int KEPT = 100;
  private static final int DEALS = 3;

  private RankingTraining() {}

  /**
   * One question with its best candidates; rows of {@code vectors} are passages.
   *
   * @param words where every character weighs the same
   */
  record Example(
      float[] question,
      float[][] vectors,
      double[] words,
      CharacterShares shares,
      boolean[] right,
      String[] documents,
      Query query) {

    /** Of the question's characters. */
    double[] weights(TermWeightModel readout) {
      double[] weights = new double[shares.states().length];
      for (int c = 0; c < weights.length; c++) {
        weights[c] =
            TermWeightModel.weight(
                Vectors.dot(readout.direction(), shares.states()[c]) + readout.offset());
      }
      return weights;
    }

    double[] words(TermWeightModel readout) {
      return shares.words(weights(readout));
    }
  }

  record Dataset(String name, List<Example> examples) {}

  static void crossValidate(List<Dataset> sets) {
    for (int deal = 1; deal <= DEALS; deal++) {
      crossValidate(sets, deal);
    }
  }

  static Dataset examples(BeirCorpus corpus, BgeEmbedder model) {
    Embedder even = new EvenEmbedder(CachedEmbedder.inUserCache(model));
    PassageSearch search = corpus.search(even, new QueryAdapter(null), CANDIDATES);
    List<Example> examples = new ArrayList<>();
    for (Query query : corpus.folder.queries()) {
      List<Evidence> best =
          search.evidence(query.text(), ALL, CANDIDATES).stream()
              .sorted(Comparator.comparingDouble(Evidence::score).reversed())
              .limit(KEPT)
              .toList();
      examples.add(example(corpus, query, best, model.read(query.text())));
    }
    return new Dataset(corpus.name, examples);
  }

  private static Example example(
      BeirCorpus corpus, Query query, List<Evidence> best, EncodedQuery reading) {
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
    CharacterShares shares = CharacterShares.of(corpus.text, query.text(), reading, best);
    return new Example(reading.vector(), vectors, words, shares, right, documents, query);
  }

  private static void crossValidate(List<Dataset> sets, int deal) {
    Map<Dataset, int[]> folds = new HashMap<>();
    for (Dataset set : sets) {
      folds.put(set, QueryFolds.of(set.examples().stream().map(Example::query).toList(), deal));
    }
    List<QueryAdapter> maps = new ArrayList<>();
    List<TermWeightModel> readouts = new ArrayList<>();
    for (int fold = 0; fold < QueryFolds.COUNT; fold++) {
      int left = fold;
      BiPredicate<Dataset, Integer> use = (set, i) -> folds.get(set)[i] != left;
      maps.add(new QueryAdapter(QueryAdapterLearner.learn(sets, use)));
      readouts.add(TermWeightLearner.learn(sets, use));
    }
    for (Dataset set : sets) {
      double[] sums = new double[4];
      for (int i = 0; i < set.examples().size(); i++) {
        Example example = set.examples().get(i);
        int fold = folds.get(set)[i];
        float[] mapped = maps.get(fold).apply(example.question());
        double[] weighted = example.words(readouts.get(fold));
        sums[0] += ndcg(example, example.question(), example.words());
        sums[1] += ndcg(example, mapped, example.words());
        sums[2] += ndcg(example, example.question(), weighted);
        sums[3] += ndcg(example, mapped, weighted);
      }
      int n = set.examples().size();
      System.out.printf(
          Locale.ROOT,
          "%s, deal %d: without %.4f, map %.4f, emphasis %.4f, both %.4f%n",
          set.name(),
          deal,
          sums[0] / n,
          sums[1] / n,
          sums[2] / n,
          sums[3] / n);
    }
  }

  static double ndcg(Example example, float[] question, double[] words) {
    List<Integer> order = new ArrayList<>();
    double[] scores = new double[words.length];
    for (int i = 0; i < scores.length; i++) {
      order.add(i);
      scores[i] = ScoreFusion.alike(Vectors.dot(question, example.vectors()[i]), words[i]);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> -scores[i]));
    List<String> documents = order.stream().map(i -> example.documents()[i]).distinct().toList();
    return Ranking.inOrder(documents, example.query().judgements()).ndcg(10);
  }
}
