package cn.zhitong.eval.answer;

import cn.zhitong.eval.answer.AnswerRun.Outcome;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.metrics.Bootstrap;
import cn.zhitong.eval.report.Charts;
import cn.zhitong.eval.report.HtmlReport;
import cn.zhitong.eval.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Writes what an answer run leaves: metrics.json, answers.jsonl, report.html. */
public final class AnswerResults {
  private AnswerResults() {}

  /**
   * @param answerable outcomes of questions that the corpus answers
   * @param unanswerable outcomes of questions that it does not
   * @return the figures that gates look at
   */
  public static Map<String, Object> write(
      String title, List<Outcome> answerable, List<Outcome> unanswerable, Path out)
      throws IOException {
    Files.createDirectories(out);
    Map<String, Object> metrics = metrics(answerable, unanswerable);
    Files.writeString(out.resolve("metrics.json"), Json.MAPPER.writeValueAsString(metrics));
    StringBuilder lines = new StringBuilder();
    Stream.concat(answerable.stream(), unanswerable.stream())
        .forEach(outcome -> lines.append(Json.line(outcome.body())).append('\n'));
    Files.writeString(out.resolve("answers.jsonl"), lines);
    report(title, answerable, unanswerable, metrics).write(out.resolve("report.html"));
    return metrics;
  }

  private static Map<String, Object> metrics(List<Outcome> answerable, List<Outcome> unanswerable) {
    List<Outcome> answered = answerable.stream().filter(Outcome::answered).toList();
    List<Outcome> withGold = answered.stream().filter(o -> !Double.isNaN(o.goldBigrams())).toList();
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("answerable", answerable.size());
    metrics.put("unanswerable", unanswerable.size());
    put(metrics, "answered", answerable, Outcome::answered);
    put(metrics, "refusedWhenItShould", unanswerable, Outcome::refused);
    put(metrics, "citedRight", answered, Outcome::citedRight);
    put(metrics, "goldWhole", withGold, Outcome::goldWhole);
    metrics.put(
        "goldBigrams",
        round(withGold.stream().mapToDouble(Outcome::goldBigrams).average().orElse(0)));
    metrics.put("quotedCharacters:median", median(answered));
    List<Outcome> all = Stream.concat(answerable.stream(), unanswerable.stream()).toList();
    int quotes = all.stream().mapToInt(Outcome::quotes).sum();
    int verbatim = all.stream().mapToInt(Outcome::verbatim).sum();
    metrics.put("quotes", quotes);
    metrics.put("verbatim", quotes == 0 ? 1.0 : round((double) verbatim / quotes));
    put(metrics, "unsafe", answerable, o -> o.body().path("reason").asText().equals("unsafe"));
    long[] took =
        all.stream().mapToLong(o -> o.body().path("tookMillis").asLong()).sorted().toArray();
    metrics.put("tookMillis:p50", took.length == 0 ? 0 : took[took.length / 2]);
    metrics.put("tookMillis:p95", took.length == 0 ? 0 : took[(int) (took.length * .95)]);
    return metrics;
  }

  private static void put(
      Map<String, Object> metrics, String name, List<Outcome> outcomes, Predicate<Outcome> is) {
    Bootstrap.Interval interval =
        Bootstrap.mean(outcomes.stream().mapToDouble(o -> is.test(o) ? 1 : 0).toArray());
    metrics.put(name, round(interval.mean()));
    metrics.put(name + ":low", round(interval.low()));
    metrics.put(name + ":high", round(interval.high()));
  }

  private static HtmlReport report(
      String title,
      List<Outcome> answerable,
      List<Outcome> unanswerable,
      Map<String, Object> metrics) {
    HtmlReport report =
        new HtmlReport(
            "回答评测 " + title,
            answerable.size() + " 个可答问题，" + unanswerable.size() + " 个不可答问题；反问计为未回答");
    metrics.forEach(
        (name, value) -> {
          if (!name.contains(":low") && !name.contains(":high")) {
            report.figure(name, String.valueOf(value));
          }
        });
    report.picture(reasons("可答问题的结果", answerable));
    report.picture(reasons("不可答问题的结果", unanswerable));
    report.picture(lengths(answerable));
    report.table(
        rows("答错或拒答的可答问题", answerable.stream().filter(o -> !o.answered() || !o.citedRight())));
    report.table(rows("本应拒答却作答的问题", unanswerable.stream().filter(Outcome::answered)));
    return report;
  }

  private static String reasons(String title, List<Outcome> outcomes) {
    Map<String, Double> counts = new TreeMap<>();
    outcomes.forEach(outcome -> counts.merge(outcome.reason(), 1.0, Double::sum));
    return Charts.bars(title, List.copyOf(counts.keySet()), List.copyOf(counts.values()));
  }

  private static String lengths(List<Outcome> outcomes) {
    double[] counts = new double[11];
    outcomes.stream()
        .filter(Outcome::answered)
        .forEach(outcome -> counts[Math.min(10, outcome.quotedCharacters() / 100)]++);
    List<String> labels = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      labels.add(i == 10 ? "1000+" : i * 100 + "+");
      values.add(counts[i]);
    }
    return Charts.bars("引文字数（回答数）", labels, values);
  }

  private static Table rows(String title, Stream<Outcome> outcomes) {
    List<List<String>> rows =
        outcomes
            .sorted(Comparator.comparing(Outcome::reason))
            .limit(60)
            .map(
                o ->
                    List.of(
                        o.query().id(),
                        o.query().text(),
                        o.reason(),
                        o.query().answer(),
                        o.body().path("text").asText()))
            .toList();
    return new Table(title, List.of("id", "问题", "结果", "标准答案", "回答"), rows);
  }

  private static int median(List<Outcome> outcomes) {
    int[] sorted = outcomes.stream().mapToInt(Outcome::quotedCharacters).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static double round(double value) {
    return Math.round(value * 1e5) / 1e5;
  }
}
