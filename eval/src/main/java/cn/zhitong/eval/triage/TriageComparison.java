package cn.zhitong.eval.triage;

import cn.zhitong.common.metrics.Bootstrap;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.metrics.PairedComparison;
import cn.zhitong.eval.report.CsvTable;
import cn.zhitong.eval.report.HtmlReport;
import cn.zhitong.eval.report.RunComparison;
import cn.zhitong.eval.report.RunFigures;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** A run against an earlier one, row by row: what both say of the same appeals. */
final class TriageComparison {
  private static final int EXAMPLES = 60;

  /** What the earlier run said of a row that this run has too. */
  private record Pair(Prediction now, Prediction before) {}

  private final TriageFigures figures;
  private final Map<String, Prediction> before = new HashMap<>();

  /**
   * @param against folder of the earlier run
   * @throws IOException when it holds no predictions.jsonl, or none of the same rows
   */
  TriageComparison(TriageFigures figures, Path against) throws IOException {
    this.figures = figures;
    Path file = against.resolve("predictions.jsonl");
    if (!Files.exists(file)) {
      throw new IOException("--against: there is no " + file);
    }
    Map<String, JsonNode> lines = new HashMap<>();
    for (JsonNode line : Json.lines(file)) {
      lines.put(Json.text(line, "id"), line);
    }
    for (Prediction now : figures.all) {
      JsonNode line = lines.get(now.row().id());
      if (line != null) {
        before.put(now.row().id(), Prediction.ofLine(now.row(), line));
      }
    }
    if (before.isEmpty()) {
      throw new IOException("--against: " + file + " has none of these rows");
    }
  }

  void write(Map<String, Object> metrics, HtmlReport report) {
    List<Pair> categories = pairs(figures.withCategory);
    List<Pair> departments = pairs(figures.withDepartment);
    Predicate<Prediction> top1 = p -> p.first(p.row().department());
    Predicate<Prediction> top3 = p -> p.amongFirst(3, p.row().department());
    metrics.put("against:rows", before.size());
    differ("category:accuracy", "类别准确率", categories, Prediction::categoryRight, metrics, report);
    differ("department:top1", "牵头部门首位", departments, top1, metrics, report);
    differ("department:top3", "牵头部门前三", departments, top3, metrics, report);
    report.table(
        changed(
            "类别：与上次不同（先列变错的）",
            categories,
            Prediction::categoryRight,
            p -> p.row().category(),
            Prediction::category));
    report.table(
        changed(
            "牵头部门：与上次不同（先列变错的）",
            departments,
            top1,
            p -> p.row().department(),
            Prediction::firstDepartment));
  }

  private List<Pair> pairs(List<Prediction> rows) {
    return rows.stream()
        .filter(now -> before.containsKey(now.row().id()))
        .map(now -> new Pair(now, before.get(now.row().id())))
        .toList();
  }

  private static void differ(
      String name,
      String shown,
      List<Pair> pairs,
      Predicate<Prediction> right,
      Map<String, Object> metrics,
      HtmlReport report) {
    Map<String, Double> before = new LinkedHashMap<>();
    Map<String, Double> now = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      String id = pair.now().row().id();
      before.put(id, RunFigures.bit(right.test(pair.before())));
      now.put(id, RunFigures.bit(right.test(pair.now())));
    }
    PairedComparison paired = PairedComparison.of(before, now);
    RunComparison.figures(metrics, name, paired);
    Bootstrap.Interval interval = paired.interval();
    report.figure(
        shown + "与上次之差",
        String.format(
            Locale.ROOT,
            "%+.4f [%+.3f, %+.3f] p=%.3f",
            interval.mean(),
            interval.low(),
            interval.high(),
            paired.p()));
  }

  private interface Label {
    String of(Prediction prediction);
  }

  private static CsvTable changed(
      String title, List<Pair> pairs, Predicate<Prediction> right, Label gold, Label said) {
    List<Pair> changed = new ArrayList<>();
    for (Pair pair : pairs) {
      if (right.test(pair.now()) != right.test(pair.before())) {
        changed.add(pair);
      }
    }
    changed.sort(Comparator.comparing(pair -> right.test(pair.now())));
    long worse = changed.stream().filter(pair -> !right.test(pair.now())).count();
    List<List<String>> rows =
        changed.stream()
            .limit(EXAMPLES)
            .map(
                pair ->
                    List.of(
                        right.test(pair.now()) ? "变对" : "变错",
                        gold.of(pair.now()),
                        String.valueOf(said.of(pair.before())),
                        String.valueOf(said.of(pair.now())),
                        MaskedExample.of(pair.now().row())))
            .toList();
    return new CsvTable(
        "%s：%d 件变错，%d 件变对".formatted(title, worse, changed.size() - worse),
        List.of("变化", "实际", "上次", "本次", "来件"),
        rows);
  }
}
