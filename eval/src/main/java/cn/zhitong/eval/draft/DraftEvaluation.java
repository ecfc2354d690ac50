package cn.zhitong.eval.draft;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.dataset.RepliedAppeal;
import cn.zhitong.eval.drive.Api;
import cn.zhitong.eval.drive.Parallel;
import cn.zhitong.eval.metrics.BigramRecall;
import cn.zhitong.eval.report.Charts;
import cn.zhitong.eval.report.CsvTable;
import cn.zhitong.eval.report.HtmlReport;
import cn.zhitong.eval.report.RunFigures;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Drafts beside the replies that were really sent: the past is brought in, drafts are asked for,
 * and compared with copying the nearest past reply.
 */
public final class DraftEvaluation {
  private static final int ROWS_A_POST = 1000;

  /** A draft may be a fifth longer than the real reply; what is beyond counts for nothing. */
  private static final double LENGTHS = 1.2;

  /** What a matter rests on for which nothing was found. */
  private static final String UNANSWERED = "none";

  private final Api api;

  public DraftEvaluation(Api api) {
    this.api = api;
  }

  /** One appeal's figures. */
  private record Result(
      RepliedAppeal appeal,
      String content,
      double recall,
      double whole,
      double nearest,
      double nearestOwn,
      boolean addressed,
      boolean answered,
      int gaps,
      List<String> personal,
      List<String> numbers) {}

  /** Writes drafts.jsonl, metrics.json and report.html, and returns the metrics. */
  public Map<String, Object> run(
      String title, List<RepliedAppeal> past, List<RepliedAppeal> test, Path out) throws Exception {
    bringIn(past);
    NearestReply nearest = new NearestReply(past);
    ForeignData foreign = new ForeignData(past);
    List<Result> results =
        Parallel.map("drafting", test, appeal -> result(appeal, nearest, foreign));
    Map<String, Object> metrics = metrics(results, past.size());
    write(title, results, metrics, out);
    return metrics;
  }

  private void bringIn(List<RepliedAppeal> past) throws IOException, InterruptedException {
    for (int from = 0; from < past.size(); from += ROWS_A_POST) {
      String lines =
          past.subList(from, Math.min(past.size(), from + ROWS_A_POST)).stream()
              .map(DraftEvaluation::line)
              .collect(Collectors.joining("\n"));
      JsonNode reply = Json.MAPPER.readTree(api.postLines("/api/cases/history", lines + "\n"));
      // Some appeals have neither title nor text; those cannot be found by anything.
      for (JsonNode failed : reply.path("failed")) {
        System.err.println("not brought in: " + failed.path("reason").asText());
      }
    }
  }

  private static String line(RepliedAppeal appeal) {
    Map<String, Object> line = request(appeal);
    line.put("id", appeal.row().id());
    line.put("reply", appeal.reply());
    return Json.line(line);
  }

  private static Map<String, Object> request(RepliedAppeal appeal) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("title", appeal.row().title());
    request.put("text", appeal.row().text());
    request.put("category", appeal.row().category());
    request.put("department", appeal.row().department());
    return request;
  }

  private Result result(RepliedAppeal appeal, NearestReply nearest, ForeignData foreign)
      throws IOException, InterruptedException {
    JsonNode draft = api.postJson("/api/drafts", request(appeal));
    List<String> content = new ArrayList<>();
    int gaps = 0;
    for (JsonNode block : draft.path("blocks")) {
      String kind = block.path("kind").asText();
      if (kind.equals("salutation")) {
        content.add(block.path("text").asText());
      }
      if (kind.equals("content")) {
        // What stands in a proposal are the reply's words; its frame is not.
        content.add(block.path("text").asText().replaceAll("【请核实：|】", ""));
        gaps += block.path("gap").asBoolean() ? 1 : 0;
      }
    }
    String text = String.join("\n", content);
    String asked = appeal.row().title() + "\n" + appeal.row().text();
    NearestReply.Replies copied = nearest.of(appeal.row());
    return new Result(
        appeal,
        text,
        BigramRecall.of(appeal.reply(), text, LENGTHS),
        BigramRecall.of(appeal.reply(), draft.path("text").asText(), LENGTHS),
        BigramRecall.of(appeal.reply(), copied.ofAll(), LENGTHS),
        BigramRecall.of(appeal.reply(), copied.ofDepartment(), LENGTHS),
        addressed(draft),
        answered(draft),
        gaps,
        List.copyOf(foreign.personal(text, asked)),
        List.copyOf(foreign.numbers(text, asked)));
  }

  /**
   * Whether each matter is named and followed by words, or, where nothing was found to say of it,
   * by a gap. Of an appeal with a single matter an answer need not name it.
   */
  private static boolean addressed(JsonNode draft) {
    JsonNode matters = draft.path("matters");
    String text = draft.path("text").asText();
    for (JsonNode matter : matters) {
      boolean open = matter.path("basis").asText().equals(UNANSWERED);
      int at = text.indexOf(matter.path("text").asText());
      boolean named = at >= 0 && (!open || text.indexOf('【', at) >= 0);
      if (!named && (open || matters.size() > 1)) {
        return false;
      }
    }
    return !matters.isEmpty();
  }

  private static boolean answered(JsonNode draft) {
    for (JsonNode matter : draft.path("matters")) {
      if (matter.path("basis").asText().equals(UNANSWERED)) {
        return false;
      }
    }
    return !draft.path("matters").isEmpty();
  }

  private static Map<String, Object> metrics(List<Result> results, int past) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("past", past);
    metrics.put("drafts", results.size());
    mean(metrics, "recall", results, Result::recall);
    mean(metrics, "recall:whole_text", results, Result::whole);
    mean(metrics, "recall:nearest", results, Result::nearest);
    mean(metrics, "recall:nearest_same_department", results, Result::nearestOwn);
    mean(metrics, "gain", results, r -> r.recall() - r.nearest());
    mean(metrics, "gain:same_department", results, r -> r.recall() - r.nearestOwn());
    share(metrics, "matters_addressed", results, r -> r.addressed() ? 1 : 0);
    share(metrics, "matters_answered", results, r -> r.answered() ? 1 : 0);
    share(metrics, "with_gap", results, r -> r.gaps() > 0 ? 1 : 0);
    share(metrics, "foreign:personal", results, r -> r.personal().isEmpty() ? 0 : 1);
    share(metrics, "foreign:numbers", results, r -> r.numbers().isEmpty() ? 0 : 1);
    return metrics;
  }

  private static void mean(
      Map<String, Object> metrics,
      String name,
      List<Result> results,
      ToDoubleFunction<Result> value) {
    RunFigures.mean(metrics, name, results.stream().mapToDouble(value).toArray());
  }

  private static void share(
      Map<String, Object> metrics,
      String name,
      List<Result> results,
      ToDoubleFunction<Result> value) {
    metrics.put(name, RunFigures.round(results.stream().mapToDouble(value).average().orElse(0)));
  }

  private static void write(
      String title, List<Result> results, Map<String, Object> metrics, Path out)
      throws IOException {
    Files.createDirectories(out);
    Files.writeString(
        out.resolve("drafts.jsonl"),
        results.stream().map(DraftEvaluation::written).collect(Collectors.joining("\n")) + "\n");
    Files.writeString(out.resolve("metrics.json"), Json.MAPPER.writeValueAsString(metrics));
    HtmlReport report = new HtmlReport("eval draft", title + " · " + results.size() + " drafts");
    metrics.forEach(
        (name, value) -> {
          if (!RunFigures.isBound(name)) {
            report.figure(name, value.toString());
          }
        });
    report.picture(
        Charts.histogram(
            "recall of the real reply's pairs",
            results.stream().mapToDouble(Result::recall).toArray(),
            0,
            1,
            20));
    report.table(byDepartment(results));
    report.write(out.resolve("report.html"));
  }

  private static String written(Result result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", result.appeal().row().id());
    line.put("recall", RunFigures.round(result.recall()));
    line.put("nearest", RunFigures.round(result.nearest()));
    line.put("addressed", result.addressed());
    line.put("answered", result.answered());
    line.put("personal", result.personal());
    line.put("numbers", result.numbers());
    line.put("content", result.content());
    return Json.line(line);
  }

  private static CsvTable byDepartment(List<Result> results) {
    Map<String, List<Result>> groups =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    r -> String.valueOf(r.appeal().row().department()), Collectors.toList()));
    List<List<String>> rows =
        groups.entrySet().stream()
            .sorted(Comparator.comparingInt(e -> -e.getValue().size()))
            .limit(40)
            .map(
                e ->
                    List.of(
                        e.getKey(),
                        String.valueOf(e.getValue().size()),
                        format(e.getValue(), Result::recall),
                        format(e.getValue(), Result::nearest),
                        format(e.getValue(), Result::nearestOwn)))
            .toList();
    return new CsvTable(
        "by department", List.of("department", "drafts", "draft", "nearest", "own nearest"), rows);
  }

  private static String format(List<Result> results, ToDoubleFunction<Result> value) {
    return String.format(
        Locale.ROOT, "%.3f", results.stream().mapToDouble(value).average().orElse(0));
  }
}
