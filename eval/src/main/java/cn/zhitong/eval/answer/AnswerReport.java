package cn.zhitong.eval.answer;

import cn.zhitong.eval.answer.AnswerRun.Outcome;
import cn.zhitong.eval.metrics.CoverageRiskCurve;
import cn.zhitong.eval.report.Chart;
import cn.zhitong.eval.report.Charts;
import cn.zhitong.eval.report.Charts.Mark;
import cn.zhitong.eval.report.CsvTable;
import cn.zhitong.eval.report.HtmlReport;
import cn.zhitong.eval.report.RunFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pictures and tables of an answer run. */
final class AnswerReport {
  private static final int ROWS = 60;
  private static final int BINS = 10;

  /** What gates call it, for people. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("answerable", "可答问题"),
          Map.entry("unanswerable", "不可答问题"),
          Map.entry("answered", "可答问题中答出"),
          Map.entry("refusedWhenItShould", "不可答问题中拒答"),
          Map.entry("citedRight", "答出的引对文件"),
          Map.entry("goldWhole", "引文含完整标准答案"),
          Map.entry("goldBigrams", "引文含标准答案二元字"),
          Map.entry("quotedCharacters:median", "引文字数中位数"),
          Map.entry("quotes", "引文条数"),
          Map.entry("verbatim", "逐字一致"),
          Map.entry("unsafe", "误判为不安全"),
          Map.entry("clarified", "反问"),
          Map.entry("refusedAtAnswered90", "答出 90% 时的拒答率"),
          Map.entry("auc", "区分度 AUC"),
          Map.entry("tookMillis:p50", "耗时中位数，毫秒"),
          Map.entry("tookMillis:p95", "耗时 p95，毫秒"),
          Map.entry("firstSentenceMillis:streams", "逐句返回的问题数"),
          Map.entry("firstSentenceMillis:p50", "首句中位数，毫秒"),
          Map.entry("firstSentenceMillis:p95", "首句 p95，毫秒"));

  private final AnswerFigures figures;
  private final Map<String, Object> metrics;

  AnswerReport(AnswerFigures figures, Map<String, Object> metrics) {
    this.figures = figures;
    this.metrics = metrics;
  }

  HtmlReport page(String title) {
    HtmlReport report =
        new HtmlReport(
            "回答评测 " + title,
            String.format(
                Locale.ROOT,
                "%d 个可答问题，%d 个不可答问题；反问计为未回答；区间为 95%% 自助法区间",
                figures.answerable().size(),
                figures.unanswerable().size()));
    metrics.forEach((name, value) -> figure(report, name, value));
    if (figures.hasSupport()) {
      report.picture(curve());
      report.picture(support());
    }
    report.picture(reasons("可答问题的结果", figures.answerable()));
    report.picture(reasons("不可答问题的结果", figures.unanswerable()));
    List<Outcome> answered = figures.answered();
    report.picture(
        Charts.histogram(
            "引文字数（回答数）",
            answered.stream().mapToDouble(Outcome::quotedCharacters).toArray(),
            0,
            1000,
            BINS));
    report.picture(
        Charts.histogram(
            "引文含标准答案的比例（二元字，回答数）",
            answered.stream()
                .mapToDouble(Outcome::goldBigrams)
                .filter(share -> !Double.isNaN(share))
                .toArray(),
            0,
            1,
            BINS));
    if (figures.hasSupport()) {
      report.table(floors());
    }
    return report;
  }

  private void figure(HtmlReport report, String name, Object value) {
    if (RunFigures.isBound(name)) {
      return;
    }
    String interval =
        metrics.containsKey(name + ":low")
            ? String.format(
                Locale.ROOT,
                " [%.3f, %.3f]",
                (Double) metrics.get(name + ":low"),
                (Double) metrics.get(name + ":high"))
            : "";
    report.figure(LABELS.getOrDefault(name, name), value + interval);
  }

  private Chart curve() {
    List<CoverageRiskCurve.Point> curve = figures.tradeOff();
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Mark(
            "本次所用门槛",
            (Double) metrics.get("answered"),
            (Double) metrics.get("refusedWhenItShould")));
    marks.add(
        new Mark("答出 90% 处", AnswerFigures.ANSWERED, (Double) metrics.get("refusedAtAnswered90")));
    return Charts.line(
        "取舍曲线：门槛从高到低",
        "可答问题中答出的比例",
        "不可答问题中拒答的比例",
        curve.stream().map(point -> new double[] {point.answered(), point.refused()}).toList(),
        false,
        marks);
  }

  private Chart support() {
    double[][] values = {supports(figures.answerable()), supports(figures.unanswerable())};
    return Charts.histograms("依据充分的概率（各组占比）", new String[] {"可答", "不可答"}, values, 0, 1, BINS);
  }

  private static double[] supports(List<Outcome> outcomes) {
    return outcomes.stream()
        .mapToDouble(Outcome::support)
        .filter(support -> !Double.isNaN(support))
        .toArray();
  }

  /** The curve in rows: what each share of answered costs. */
  private CsvTable floors() {
    List<CoverageRiskCurve.Point> curve = figures.tradeOff();
    List<List<String>> rows = new ArrayList<>();
    for (double answered = .5; answered < .995; answered += .05) {
      double share = answered;
      curve.stream()
          .filter(point -> point.answered() >= share - 1e-9)
          .findFirst()
          .ifPresent(
              point ->
                  rows.add(
                      List.of(
                          String.format(Locale.ROOT, "%.3f", point.floor()),
                          String.format(Locale.ROOT, "%.3f", point.answered()),
                          String.format(Locale.ROOT, "%.3f", point.refused()))));
    }
    return new CsvTable("各门槛的结果", List.of("门槛", "可答问题中答出", "不可答问题中拒答"), rows);
  }

  private static Chart reasons(String title, List<Outcome> outcomes) {
    Map<String, Double> counts = new TreeMap<>();
    outcomes.forEach(outcome -> counts.merge(outcome.reason(), 1.0, Double::sum));
    return Charts.bars(title, List.copyOf(counts.keySet()), List.copyOf(counts.values()));
  }

  /** Everything that went wrong, worst kind first. */
  CsvTable misses() {
    List<List<String>> rows = new ArrayList<>();
    add(rows, "本应拒答却作答", figures.unanswerable().stream().filter(Outcome::answered));
    add(rows, "引错文件", figures.answered().stream().filter(o -> !o.citedRight()));
    add(rows, "可答而未答", figures.answerable().stream().filter(o -> !o.answered()));
    add(
        rows,
        "引文不含标准答案",
        figures.answered().stream()
            .filter(o -> o.citedRight() && !o.goldWhole() && !Double.isNaN(o.goldBigrams())));
    return new CsvTable(
        "未达到要求的问题", List.of("类型", "id", "问题", "结果", "概率", "二元字", "标准答案", "回答"), rows);
  }

  /** The surest mistakes of each kind. */
  List<CsvTable> worst() {
    CsvTable misses = misses();
    return misses.rows().stream()
        .map(row -> row.get(0))
        .distinct()
        .map(
            kind -> {
              List<List<String>> rows =
                  misses.rows().stream().filter(row -> row.get(0).equals(kind)).toList();
              return new CsvTable(
                  kind + "（" + rows.size() + "）",
                  misses.header(),
                  rows.subList(0, Math.min(ROWS, rows.size())));
            })
        .toList();
  }

  private static void add(List<List<String>> rows, String kind, Stream<Outcome> outcomes) {
    outcomes
        .sorted(
            Comparator.comparingDouble((Outcome o) -> Double.isNaN(o.support()) ? 0 : -o.support()))
        .forEach(
            o ->
                rows.add(
                    List.of(
                        kind,
                        o.query().id(),
                        o.query().text(),
                        o.reason(),
                        share(o.support()),
                        share(o.goldBigrams()),
                        o.query().answer(),
                        o.body().path("text").asText())));
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }
}
