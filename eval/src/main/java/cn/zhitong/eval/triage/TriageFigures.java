package cn.zhitong.eval.triage;

import cn.zhitong.common.metrics.Calibration;
import cn.zhitong.common.metrics.Confusion;
import cn.zhitong.eval.report.RunFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run: of all rows with a category, and of those whose department counts. */
final class TriageFigures {
  final List<Prediction> all;
  final List<Prediction> withCategory;
  final List<Prediction> withDepartment;
  final Confusion categories = new Confusion();
  final Confusion departments = new Confusion();

  TriageFigures(List<Prediction> predictions, List<String> hubs) {
    this.all = predictions;
    this.withCategory = predictions.stream().filter(p -> p.row().category() != null).toList();
    this.withDepartment =
        predictions.stream()
            .filter(p -> p.row().department() != null && !hubs.contains(p.row().department()))
            .toList();
    withCategory.forEach(p -> categories.add(p.row().category(), said(p.category())));
    withDepartment.forEach(p -> departments.add(p.row().department(), p.firstDepartment()));
  }

  private static String said(String category) {
    return category == null ? "" : category;
  }

  Map<String, Object> metrics() {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("rows", all.size());
    metrics.put("category:rows", withCategory.size());
    RunFigures.mean(
        metrics,
        "category:accuracy",
        withCategory.stream().mapToDouble(p -> RunFigures.bit(p.categoryRight())).toArray());
    metrics.put("category:macroF1", RunFigures.round(categories.macroF1()));
    metrics.put("department:rows", withDepartment.size());
    for (int k : List.of(1, 3, 5)) {
      RunFigures.mean(
          metrics,
          "department:top" + k,
          withDepartment.stream()
              .mapToDouble(p -> RunFigures.bit(p.amongFirst(k, p.row().department())))
              .toArray());
    }
    metrics.put("department:macroF1", RunFigures.round(departments.macroF1()));
    calibration(metrics, "category", categoryPoints());
    calibration(metrics, "department", departmentPoints());
    metrics.put(
        "abstained",
        RunFigures.round(
            all.stream().mapToDouble(p -> RunFigures.bit(p.abstained())).average().orElse(0)));
    return metrics;
  }

  private static void calibration(
      Map<String, Object> metrics, String what, List<Calibration.Point> points) {
    double ece = Calibration.ece(points);
    metrics.put(what + ":ece", RunFigures.round(ece));
    metrics.put(
        what + ":eceAbovePerfect", RunFigures.round(ece - Calibration.eceOfPerfect(points)));
    metrics.put(what + ":surest70", RunFigures.round(Calibration.coverageAccuracy(points)[6]));
  }

  List<Calibration.Point> categoryPoints() {
    return withCategory.stream()
        .map(p -> new Calibration.Point(p.categoryConfidence(), p.categoryRight()))
        .toList();
  }

  List<Calibration.Point> departmentPoints() {
    return withDepartment.stream()
        .map(p -> new Calibration.Point(p.confidence(false), p.first(p.row().department())))
        .toList();
  }
}
