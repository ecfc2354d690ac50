package cn.zhitong.eval.answer;

import cn.zhitong.eval.answer.AnswerRun.Outcome;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.metrics.PairedComparison;
import cn.zhitong.eval.report.Ablation;
import cn.zhitong.eval.report.HtmlReport;
import cn.zhitong.eval.report.RunComparison;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what an answer run leaves: metrics.json, answers.jsonl, misses.csv, report.html. */
public final class AnswerResults {
  private AnswerResults() {}

  /**
   * @param answerable outcomes of questions that the corpus answers
   * @param unanswerable outcomes of questions that it does not
   * @param firstSentences milliseconds to the first streamed sentence, rising; may be empty
   * @param extras what the caller gave to be shown beside
   * @return the figures that gates look at
   */
  public static Map<String, Object> write(
      String title,
      List<Outcome> answerable,
      List<Outcome> unanswerable,
      double[] firstSentences,
      Path out,
      Extras extras)
      throws IOException {
    Files.createDirectories(out);
    AnswerFigures figures = new AnswerFigures(answerable, unanswerable, firstSentences);
    Map<String, Object> metrics = figures.metrics();
    Map<String, Map<String, Double>> perQuery = figures.perQuery();
    Map<String, PairedComparison> changes =
        extras.against() == null ? Map.of() : changes(extras.against(), perQuery);
    AnswerReport pages = new AnswerReport(figures, metrics);
    HtmlReport report = pages.page(title);
    compare(changes, figures, metrics, report);
    if (extras.ablation() != null) {
      Ablation.add(report, extras.ablation());
    }
    pages.worst().forEach(report::table);
    Map<String, Object> file = new LinkedHashMap<>(metrics);
    file.put("perQuery", perQuery);
    Files.writeString(out.resolve("metrics.json"), Json.MAPPER.writeValueAsString(file));
    StringBuilder lines = new StringBuilder();
    figures.all().forEach(outcome -> lines.append(Json.line(outcome.body())).append('\n'));
    Files.writeString(out.resolve("answers.jsonl"), lines);
    pages.misses().writeCsv(out.resolve("misses.csv"));
    report.write(out.resolve("report.html"));
    return metrics;
  }

  /**
   * @param against folder of an earlier run, null for none
   * @param ablation CSV of what each part gives, null for none
   */
  public record Extras(Path against, Path ablation) {
    public static final Extras NONE = new Extras(null, null);
  }

  private static Map<String, PairedComparison> changes(
      Path against, Map<String, Map<String, Double>> perQuery) throws IOException {
    JsonNode old = RunComparison.perQuery(against);
    Map<String, PairedComparison> changes = new LinkedHashMap<>();
    perQuery.forEach(
        (name, after) -> {
          if (old.has(name) && !name.equals("support")) {
            changes.put(name, PairedComparison.of(RunComparison.values(old.path(name)), after));
          }
        });
    if (changes.isEmpty()) {
      throw new IOException(against + " holds no earlier answer run with values by query");
    }
    return changes;
  }

  private static void compare(
      Map<String, PairedComparison> changes,
      AnswerFigures figures,
      Map<String, Object> metrics,
      HtmlReport report) {
    if (changes.isEmpty()) {
      return;
    }
    changes.forEach((name, paired) -> RunComparison.figures(metrics, name, paired));
    report.table(RunComparison.summary(changes));
    Map<String, String> texts = new LinkedHashMap<>();
    figures.all().forEach(o -> texts.put(o.query().id(), o.query().text()));
    for (String name : List.of("answered", "refusedWhenItShould", "goldBigrams")) {
      if (changes.containsKey(name)) {
        report.table(RunComparison.queries(name, changes.get(name), texts));
      }
    }
  }
}
