package cn.zhitong.eval.triage;

import cn.zhitong.eval.dataset.Json;
import cn.zhitong.eval.metrics.Bootstrap;
import cn.zhitong.eval.metrics.Calibration;
import cn.zhitong.eval.metrics.Confusion;
import cn.zhitong.eval.report.Charts;
import cn.zhitong.eval.report.HtmlReport;
import cn.zhitong.eval.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a triage run leaves: predictions.jsonl, metrics.json, confusion.csv, report.html. */
final class TriageResults {
  private final List<Prediction> predictions;
  private final List<Prediction> withCategory;
  private final List<Prediction> withDepartment;
  private final Confusion categories = new Confusion();
  private final Confusion departments = new Confusion();

  TriageResults(List<Prediction> predictions, List<String> hubs) {
    this.predictions = predictions;
    this.withCategory = predictions.stream().filter(p -> p.row().category() != null).toList();
    this.withDepartment =
        predictions.stream()
            .filter(p -> p.row().department() != null && !hubs.contains(p.row().department()))
            .toList();
    withCategory.forEach(p -> categories.add(p.row().category(), p.category()));
    withDepartment.forEach(
        p ->
            departments.add(
                p.row().department(),
                p.departments().isEmpty() ? "" : p.departments().get(0).name()));
  }

  /**
   * @return the figures that gates look at
   */
  Map<String, Object> write(String title, Path out) throws IOException {
    Files.createDirectories(out);
    StringBuilder lines = new StringBuilder();
    predictions.forEach(p -> lines.append(Json.line(p.toJson())).append('\n'));
    Files.writeString(out.resolve("predictions.jsonl"), lines);
    Map<String, Object> metrics = metrics();
    Files.writeString(out.resolve("metrics.json"), Json.MAPPER.writeValueAsString(metrics));
    Table matrix = matrix(categories, "类别混淆矩阵（行为实际，列为建议）", categories.labels());
    matrix.writeCsv(out.resolve("confusion.csv"));
    report(title, metrics, matrix).write(out.resolve("report.html"));
    return metrics;
  }

  private Map<String, Object> metrics() {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("rows", predictions.size());
    metrics.put("category:rows", withCategory.size());
    put(
        metrics,
        "category:accuracy",
        withCategory.stream().mapToDouble(p -> bit(right(p))).toArray());
    metrics.put("category:macroF1", round(categories.macroF1()));
    metrics.put("department:rows", withDepartment.size());
    for (int k : List.of(1, 3, 5)) {
      put(
          metrics,
          "department:top" + k,
          withDepartment.stream()
              .mapToDouble(p -> bit(p.amongFirst(k, p.row().department())))
              .toArray());
    }
    calibration(metrics, "category", categoryPoints());
    calibration(metrics, "department", departmentPoints());
    metrics.put(
        "abstained",
        round(predictions.stream().mapToDouble(p -> bit(p.abstained())).average().orElse(0)));
    return metrics;
  }

  private static void calibration(
      Map<String, Object> metrics, String what, List<Calibration.Point> points) {
    double ece = Calibration.ece(points);
    metrics.put(what + ":ece", round(ece));
    metrics.put(what + ":eceAbovePerfect", round(ece - Calibration.eceOfPerfect(points)));
    metrics.put(what + ":surest70", round(Calibration.coverageAccuracy(points)[6]));
  }

  private List<Calibration.Point> categoryPoints() {
    return withCategory.stream()
        .map(p -> new Calibration.Point(p.categoryConfidence(), right(p)))
        .toList();
  }

  private List<Calibration.Point> departmentPoints() {
    return withDepartment.stream()
        .map(
            p ->
                new Calibration.Point(
                    p.departments().isEmpty() ? 0 : p.departments().get(0).confidence(),
                    p.first(p.row().department())))
        .toList();
  }

  private HtmlReport report(String title, Map<String, Object> metrics, Table matrix) {
    HtmlReport report = new HtmlReport("分办评测 " + title, predictions.size() + " 件来件");
    metrics.forEach(
        (name, value) -> {
          if (!name.endsWith(":low") && !name.endsWith(":high")) {
            report.figure(name, String.valueOf(value));
          }
        });
    report.picture(reliability("类别置信度的可靠性", categoryPoints()));
    report.picture(reliability("牵头部门置信度的可靠性", departmentPoints()));
    report.picture(coverage("类别：最有把握的部分的准确率", categoryPoints()));
    report.picture(coverage("牵头部门：最有把握的部分的准确率", departmentPoints()));
    report.table(matrix);
    report.table(perClass("各类别", categories));
    report.table(perClass("各部门", departments));
    List<List<String>> worst =
        departments.worst(30).stream()
            .map(cell -> List.of(cell.gold(), cell.predicted(), String.valueOf(cell.count())))
            .toList();
    return report.table(new Table("最常见的部门错分", List.of("实际", "建议", "件数"), worst));
  }

  private static String reliability(String title, List<Calibration.Point> points) {
    List<double[]> line =
        Calibration.bins(points).stream()
            .filter(bin -> bin.count() > 0)
            .map(bin -> new double[] {bin.confidence(), bin.accuracy()})
            .toList();
    return Charts.line(title, "置信度", "准确率", line, true);
  }

  private static String coverage(String title, List<Calibration.Point> points) {
    double[] accuracy = Calibration.coverageAccuracy(points);
    List<double[]> line = new ArrayList<>();
    for (int i = 0; i < accuracy.length; i++) {
      line.add(new double[] {(i + 1) / 10.0, accuracy[i]});
    }
    return Charts.line(title, "占比", "准确率", line, false);
  }

  private static Table matrix(Confusion confusion, String title, List<String> labels) {
    List<String> header = new ArrayList<>(List.of("实际\\建议"));
    header.addAll(labels);
    List<List<String>> rows = new ArrayList<>();
    for (String gold : labels) {
      List<String> row = new ArrayList<>(List.of(gold));
      labels.forEach(predicted -> row.add(String.valueOf(confusion.count(gold, predicted))));
      rows.add(row);
    }
    return new Table(title, header, rows);
  }

  private static Table perClass(String title, Confusion confusion) {
    List<List<String>> rows =
        confusion.perClass().stream()
            .sorted((a, b) -> b.support() - a.support())
            .map(
                c ->
                    List.of(
                        c.label(),
                        String.valueOf(c.support()),
                        interval(c.precisionInterval()),
                        interval(c.recallInterval()),
                        String.valueOf(round(c.f1()))))
            .toList();
    return new Table(
        title, List.of("标签", "件数", "精确率 [Wilson 95%]", "召回率 [Wilson 95%]", "F1"), rows);
  }

  private static String interval(Bootstrap.Interval i) {
    return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", i.mean(), i.low(), i.high());
  }

  private static boolean right(Prediction p) {
    return p.row().category().equals(p.category());
  }

  private static void put(Map<String, Object> metrics, String name, double[] values) {
    Bootstrap.Interval interval = Bootstrap.mean(values);
    metrics.put(name, round(interval.mean()));
    metrics.put(name + ":low", round(interval.low()));
    metrics.put(name + ":high", round(interval.high()));
  }

  private static double bit(boolean value) {
    return value ? 1 : 0;
  }

  private static double round(double value) {
    return Math.round(value * 1e5) / 1e5;
  }
}
