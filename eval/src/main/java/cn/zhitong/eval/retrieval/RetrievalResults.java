package cn.zhitong.eval.retrieval;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.metrics.PairedComparison;
import cn.zhitong.eval.metrics.Ranking;
import cn.zhitong.eval.report.Ablation;
import cn.zhitong.eval.report.Charts;
import cn.zhitong.eval.report.CsvTable;
import cn.zhitong.eval.report.HtmlReport;
import cn.zhitong.eval.report.RunComparison;
import cn.zhitong.eval.report.RunFigures;
import cn.zhitong.eval.retrieval.RetrievalRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a retrieval run leaves: metrics.json, run.trec, misses.csv, report.html. */
public final class RetrievalResults {
  private static final String MAIN = "ndcg@10";
  private static final List<String> METRICS =
      List.of(MAIN, "ndcg@1", "mrr@10", "recall@10", "recall@100");

  private RetrievalResults() {}

  /**
   * @param against folder of an earlier run of the same queries, or null
   * @param ablation CSV of what each part gives, or null
   * @return the figures that gates look at
   */
  public static Map<String, Object> write(
      String title, List<Outcome> outcomes, Path out, Path against, Path ablation)
      throws IOException {
    Files.createDirectories(out);
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("queries", outcomes.size());
    for (String metric : METRICS) {
      RunFigures.mean(metrics, metric, RetrievalRun.values(outcomes, metric));
    }
    metrics.put("tookMillis:p50", percentile(outcomes, .5));
    metrics.put("tookMillis:p95", percentile(outcomes, .95));
    HtmlReport report = report(title, outcomes, metrics);
    PairedComparison paired = against == null ? null : compare(outcomes, against, metrics, report);
    if (ablation != null) {
      Ablation.add(report, ablation);
    }
    Map<String, Object> perQuery = new LinkedHashMap<>();
    outcomes.forEach(o -> perQuery.put(o.query().id(), RunFigures.round(o.metrics().get(MAIN))));
    Map<String, Object> file = new LinkedHashMap<>(metrics);
    file.put("perQuery", perQuery);
    Files.writeString(out.resolve("metrics.json"), Json.MAPPER.writeValueAsString(file));
    Files.writeString(out.resolve("run.trec"), trec(outcomes));
    misses(outcomes).writeCsv(out.resolve("misses.csv"));
    report.table(misses(worst(outcomes)));
    if (paired != null) {
      Map<String, String> texts = new LinkedHashMap<>();
      outcomes.forEach(o -> texts.put(o.query().id(), o.query().text()));
      report.table(RunComparison.queries(MAIN, paired, texts));
    }
    report.write(out.resolve("report.html"));
    return metrics;
  }

  private static HtmlReport report(
      String title, List<Outcome> outcomes, Map<String, Object> metrics) {
    HtmlReport report = new HtmlReport("检索评测 " + title, outcomes.size() + " 个问题；区间为 95% 自助法区间");
    for (String metric : METRICS) {
      report.figure(metric, RunFigures.shown(metrics, metric));
    }
    report.figure(
        "耗时 p50 / p95 毫秒", metrics.get("tookMillis:p50") + " / " + metrics.get("tookMillis:p95"));
    int[] ranks = new int[12];
    outcomes.forEach(outcome -> ranks[firstRank(outcome)]++);
    List<String> labels = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      labels.add(i < 10 ? String.valueOf(i + 1) : i == 10 ? "11-100" : "无");
      values.add((double) ranks[i]);
    }
    report.picture(Charts.bars("首个正确文档的名次（问题数）", labels, values));
    report.picture(
        Charts.histogram("各题 ndcg@10（问题数）", RetrievalRun.values(outcomes, MAIN), 0, 1, 10));
    report.picture(
        Charts.line(
            "召回率：前 k 个文档（k 取 1 至 100 的对数刻度）", "k（0 为 1，1 为 100）", "召回率", recall(outcomes), false));
    double[] took = outcomes.stream().mapToDouble(Outcome::tookMillis).toArray();
    double most = Math.max(10, 1.2 * percentile(outcomes, .95));
    return report.picture(Charts.histogram("耗时，毫秒（问题数）", took, 0, most, 10));
  }

  /** Mean recall by depth; depth on a logarithmic scale from 0 (1 document) to 1 (100). */
  private static List<double[]> recall(List<Outcome> outcomes) {
    List<double[]> points = new ArrayList<>();
    for (int k : new int[] {1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100}) {
      double mean =
          outcomes.stream()
              .mapToDouble(
                  o -> Ranking.of(o.documents(), o.scores(), o.query().judgements()).recall(k))
              .average()
              .orElse(0);
      points.add(new double[] {Math.log10(k) / 2, mean});
    }
    return points;
  }

  /** 0 to 9 for ranks 1 to 10, 10 for 11 to 100, 11 for not found. */
  private static int firstRank(Outcome outcome) {
    for (int i = 0; i < outcome.documents().size(); i++) {
      if (outcome.query().judgements().getOrDefault(outcome.documents().get(i), 0) > 0) {
        return Math.min(i, 10);
      }
    }
    return 11;
  }

  private static PairedComparison compare(
      List<Outcome> outcomes, Path against, Map<String, Object> metrics, HtmlReport report)
      throws IOException {
    Map<String, Double> before = RunComparison.values(RunComparison.perQuery(against));
    Map<String, Double> after = new LinkedHashMap<>();
    outcomes.forEach(o -> after.put(o.query().id(), o.metrics().get(MAIN)));
    PairedComparison paired = PairedComparison.of(before, after);
    if (paired.shared() == 0) {
      throw new IOException(against + " holds no earlier run of any of these queries");
    }
    metrics.put("against:queries", paired.shared());
    RunComparison.figures(metrics, MAIN, paired);
    report.picture(RunComparison.picture(MAIN, paired));
    report.table(RunComparison.summary(Map.of(MAIN, paired)));
    return paired;
  }

  private static String trec(List<Outcome> outcomes) {
    StringBuilder run = new StringBuilder();
    for (Outcome outcome : outcomes) {
      for (int i = 0; i < outcome.documents().size(); i++) {
        run.append(outcome.query().id())
            .append(" Q0 ")
            .append(outcome.documents().get(i))
            .append(' ')
            .append(i + 1)
            .append(' ')
            .append(outcome.scores().get(i))
            .append(" zhitong\n");
      }
    }
    return run.toString();
  }

  private static List<Outcome> worst(List<Outcome> outcomes) {
    return outcomes.stream()
        .sorted(Comparator.comparingDouble(o -> o.metrics().get(MAIN)))
        .limit(40)
        .toList();
  }

  /** Queries whose first document is not a right one, worst first. */
  private static CsvTable misses(List<Outcome> outcomes) {
    List<List<String>> rows =
        outcomes.stream()
            .filter(o -> firstRank(o) > 0)
            .sorted(Comparator.comparingDouble(o -> o.metrics().get(MAIN)))
            .map(
                o ->
                    List.of(
                        o.query().id(),
                        o.query().text(),
                        String.valueOf(RunFigures.round(o.metrics().get(MAIN))),
                        String.join(" ", o.query().judgements().keySet()),
                        String.join(" ", o.documents().stream().limit(5).toList())))
            .toList();
    return new CsvTable("未能排在首位的问题", List.of("id", "问题", "ndcg@10", "应得", "前五"), rows);
  }

  private static long percentile(List<Outcome> outcomes, double share) {
    long[] sorted = outcomes.stream().mapToLong(Outcome::tookMillis).sorted().toArray();
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
  }
}
