package cn.zhitong.eval.retrieval;

import cn.zhitong.eval.dataset.BeirFolder;
import cn.zhitong.eval.dataset.BeirFolder.Query;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Parallel;
import cn.zhitong.eval.metrics.Ranking;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends a split's queries to the search endpoint and turns passages into ranked documents. */
public final class RetrievalRun {
  /**
   * The endpoint's largest limit: passages of one document repeat, and 100 documents are wanted.
   */
  private static final int PASSAGES = 200;

  static final int DEPTH = 100;

  private RetrievalRun() {}

  /**
   * One query's outcome.
   *
   * @param documents at most 100 document ids, best first
   * @param scores of the documents, made to fall strictly: what reads run.trec sorts by them
   * @param metrics see {@link Ranking#all}, from the scores as they came
   */
  public record Outcome(
      Query query,
      List<String> documents,
      List<Double> scores,
      Map<String, Double> metrics,
      long tookMillis) {}

  public static List<Outcome> run(Api api, List<Query> queries) throws Exception {
    return Parallel.map("searching", queries, query -> search(api, query));
  }

  private static Outcome search(Api api, Query query) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    JsonNode reply =
        api.postJson(
            "/api/search",
            Map.of("query", query.text(), "limit", PASSAGES, "includeExpired", true));
    long took = (System.nanoTime() - begin) / 1_000_000;
    Map<String, Double> best = new LinkedHashMap<>();
    for (JsonNode passage : reply.path("passages")) {
      best.putIfAbsent(passage.path("externalId").asText(), passage.path("score").asDouble());
    }
    List<String> documents = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    double ceiling = Double.MAX_VALUE;
    for (Map.Entry<String, Double> entry : best.entrySet()) {
      if (documents.size() == DEPTH) {
        break;
      }
      double score = Math.min(entry.getValue(), ceiling - Math.max(1e-9, Math.abs(ceiling) * 1e-9));
      if (ceiling == Double.MAX_VALUE) {
        score = entry.getValue();
      }
      documents.add(entry.getKey());
      scores.add(score);
      ceiling = score;
    }
    // As they came: what was set apart above for the run's file is tied here.
    List<Double> given = documents.stream().map(best::get).toList();
    Ranking ranking = Ranking.of(documents, given, query.judgements());
    return new Outcome(query, documents, scores, ranking.all(), took);
  }

  /** Values of one measure over all queries, in their order. */
  static double[] values(List<Outcome> outcomes, String metric) {
    return outcomes.stream().mapToDouble(outcome -> outcome.metrics().get(metric)).toArray();
  }

  /** The set that the outcomes came from, for titles. */
  static String name(BeirFolder set) {
    return set.folder().getFileName().toString();
  }
}
