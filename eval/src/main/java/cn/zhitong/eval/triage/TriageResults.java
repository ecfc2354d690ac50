package cn.zhitong.eval.triage;

import cn.zhitong.common.metrics.Bootstrap;
import cn.zhitong.common.metrics.Calibration;
import cn.zhitong.common.metrics.Confusion;
import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.report.Chart;
import cn.zhitong.eval.report.Charts;
import cn.zhitong.eval.report.ConfidenceCharts;
import cn.zhitong.eval.report.CsvTable;
import cn.zhitong.eval.report.HtmlReport;
import cn.zhitong.eval.report.RunFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what a triage run leaves: predictions.jsonl, metrics.json, confusion.csv, report.html. */
final class TriageResults {
  private static final Map<String, String> CATEGORIES =
      Map.of("consultation", "咨询", "suggestion", "建议", "demand", "诉求", "", "无");

  /** Departments in the picture: as many as a screen shows legibly. */
  private static final int PICTURED = 15;

  private static final int WORST = 30;
  private static final int EXAMPLES_EACH = 3;

  private final TriageFigures figures;

  TriageResults(List<Prediction> predictions, List<String> hubs) {
    this.figures = new TriageFigures(predictions, hubs);
  }

  /**
   * @param against folder of an earlier run, or null
   * @return the figures that gates look at
   */
  Map<String, Object> write(String title, Path out, Path against) throws IOException {
    Files.createDirectories(out);
    Map<String, Object> metrics = figures.metrics();
    HtmlReport report = report(title, metrics);
    // Read before anything is written: the earlier run may lie in the same folder.
    if (against != null) {
      new TriageComparison(figures, against).write(metrics, report);
    }
    StringBuilder lines = new StringBuilder();
    figures.all.forEach(p -> lines.append(Json.line(p.toJson())).append('\n'));
    Files.writeString(out.resolve("predictions.jsonl"), lines);
    Files.writeString(out.resolve("metrics.json"), Json.MAPPER.writeValueAsString(metrics));
    matrix(figures.categories).writeCsv(out.resolve("confusion.csv"));
    report.write(out.resolve("report.html"));
    return metrics;
  }

  private HtmlReport report(String title, Map<String, Object> metrics) {
    HtmlReport report =
        new HtmlReport("分办评测 " + title, figures.all.size() + " 件来件；括号内为 95% 区间（自助法；各类别为 Wilson）");
    headline(report, metrics);
    List<String> labels = figures.categories.labels();
    report.picture(
        ConfidenceCharts.matrix(
            "类别混淆矩阵（行为实际，列为建议）",
            labels.stream().map(TriageResults::shown).toList(),
            counts(figures.categories, labels)));
    report.picture(reliability("类别置信度的可靠性", figures.categoryPoints()));
    report.picture(coverage("类别：最有把握的部分的准确率", figures.categoryPoints()));
    List<String> largest = largest(figures.departments);
    report.picture(
        ConfidenceCharts.matrix(
            "部门混淆矩阵（件数最多的 " + largest.size() + " 个，行为实际，列为建议）",
            largest,
            counts(figures.departments, largest)));
    report.picture(reliability("牵头部门置信度的可靠性", figures.departmentPoints()));
    report.picture(coverage("牵头部门：最有把握的部分的准确率", figures.departmentPoints()));
    report.table(perClass("各类别", figures.categories));
    report.table(confused("最常见的类别错分", figures.categories, figures.withCategory, true));
    report.table(confused("最常见的部门错分", figures.departments, figures.withDepartment, false));
    return report.table(perClass("各部门", figures.departments));
  }

  private static void headline(HtmlReport report, Map<String, Object> metrics) {
    measured(report, metrics, "类别准确率", "category:accuracy");
    plain(report, metrics, "类别宏平均 F1", "category:macroF1");
    measured(report, metrics, "牵头部门首位", "department:top1");
    measured(report, metrics, "牵头部门前三", "department:top3");
    measured(report, metrics, "牵头部门前五", "department:top5");
    plain(report, metrics, "最有把握的 70% 首位", "department:surest70");
    plain(report, metrics, "类别校准误差 ECE", "category:ece");
    plain(report, metrics, "类别 ECE 高出完美校准", "category:eceAbovePerfect");
    plain(report, metrics, "部门校准误差 ECE", "department:ece");
    plain(report, metrics, "部门 ECE 高出完美校准", "department:eceAbovePerfect");
    plain(report, metrics, "转人工的占比", "abstained");
  }

  private static void plain(
      HtmlReport report, Map<String, Object> metrics, String shown, String name) {
    report.figure(shown + "（" + name + "）", (Double) metrics.get(name));
  }

  private static void measured(
      HtmlReport report, Map<String, Object> metrics, String shown, String name) {
    report.figure(shown + "（" + name + "）", RunFigures.shown(metrics, name));
  }

  private static String shown(String label) {
    return CATEGORIES.getOrDefault(label, label);
  }

  private static List<String> largest(Confusion confusion) {
    return confusion.perClass().stream()
        .sorted(Comparator.comparingInt(Confusion.PerClass::support).reversed())
        .limit(PICTURED)
        .map(Confusion.PerClass::label)
        .toList();
  }

  private static int[][] counts(Confusion confusion, List<String> labels) {
    int[][] counts = new int[labels.size()][labels.size()];
    for (int gold = 0; gold < counts.length; gold++) {
      for (int said = 0; said < counts.length; said++) {
        counts[gold][said] = confusion.count(labels.get(gold), labels.get(said));
      }
    }
    return counts;
  }

  private static Chart reliability(String title, List<Calibration.Point> points) {
    return ConfidenceCharts.reliability(title, Calibration.bins(points));
  }

  private static Chart coverage(String title, List<Calibration.Point> points) {
    double[] accuracy = Calibration.coverageAccuracy(points);
    List<double[]> line = new ArrayList<>();
    for (int i = 0; i < accuracy.length; i++) {
      line.add(new double[] {(i + 1) / 10.0, accuracy[i]});
    }
    return Charts.line(title, "占比", "准确率", line, false);
  }

  private static CsvTable matrix(Confusion confusion) {
    List<String> labels = confusion.labels();
    List<String> header = new ArrayList<>(List.of("实际\\建议"));
    header.addAll(labels);
    List<List<String>> rows = new ArrayList<>();
    for (String gold : labels) {
      List<String> row = new ArrayList<>(List.of(gold));
      labels.forEach(predicted -> row.add(String.valueOf(confusion.count(gold, predicted))));
      rows.add(row);
    }
    return new CsvTable("类别混淆矩阵（行为实际，列为建议）", header, rows);
  }

  private static CsvTable perClass(String title, Confusion confusion) {
    List<List<String>> rows =
        confusion.perClass().stream()
            .sorted((a, b) -> b.support() - a.support())
            .map(
                c ->
                    List.of(
                        shown(c.label()),
                        String.valueOf(c.support()),
                        interval(c.precisionInterval()),
                        interval(c.recallInterval()),
                        String.format(Locale.ROOT, "%.3f", c.f1())))
            .toList();
    return new CsvTable(
        title, List.of("标签", "件数", "精确率 [Wilson 95%]", "召回率 [Wilson 95%]", "F1"), rows);
  }

  private static String interval(Bootstrap.Interval i) {
    return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", i.mean(), i.low(), i.high());
  }

  /** The largest confusions, each with the appeals about which the service was surest. */
  private static CsvTable confused(
      String title, Confusion confusion, List<Prediction> rows, boolean category) {
    List<List<String>> table =
        confusion.worst(WORST).stream()
            .map(
                cell ->
                    List.of(
                        shown(cell.gold()),
                        shown(cell.predicted()),
                        String.valueOf(cell.count()),
                        examples(cell, rows, category)))
            .toList();
    return new CsvTable(title, List.of("实际", "建议", "件数", "例（已脱敏）"), table);
  }

  private static String examples(Confusion.Cell cell, List<Prediction> rows, boolean category) {
    return rows.stream()
        .filter(p -> cell.gold().equals(category ? p.row().category() : p.row().department()))
        .filter(p -> cell.predicted().equals(category ? p.category() : p.firstDepartment()))
        .sorted(Comparator.comparingDouble((Prediction p) -> -p.confidence(category)))
        .limit(EXAMPLES_EACH)
        .map(
            p ->
                String.format(
                    Locale.ROOT, "[%.2f] %s", p.confidence(category), MaskedExample.of(p.row())))
        .collect(Collectors.joining(" ／ "));
  }
}
