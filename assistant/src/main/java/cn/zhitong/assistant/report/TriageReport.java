package cn.zhitong.assistant.report;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.common.metrics.Calibration;
import cn.zhitong.common.metrics.Confusion;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How right suggestions were, by what people decided. Accuracies are over suggestions that did not
 * abstain. Those of {@code blind} are over all cases that were decided before the suggestion was
 * shown; the others' decisions were made with it in view, which flatters it.
 *
 * @param blind the blind figures
 * @param decisions cases decided in the period, each once, by its last decision
 * @param coverage share of suggestions that did not abstain
 * @param accepted category and lead department both as suggested
 * @param departmentTop3 the decided department was among the first three candidates
 * @param reliability how often suggestions of a confidence were right
 * @param byPeriod by month
 * @param returns what departments sent back, by department and reason
 */
public record TriageReport(
    LocalDate from,
    LocalDate to,
    String department,
    Accuracy blind,
    int decisions,
    int withoutSuggestion,
    Share coverage,
    Share accepted,
    Share category,
    Share departmentTop1,
    Share departmentTop3,
    Matrix confusion,
    Reliability reliability,
    List<Line> byPeriod,
    List<Line> byDepartment,
    List<Line> byModel,
    List<Line> byChannel,
    List<Confused> departmentConfusions,
    int returned,
    List<Returned> returns) {

  /** Of cases decided before the suggestion was shown, abstentions among them. */
  public record Accuracy(
      int decisions, Share category, Share departmentTop1, Share departmentTop3) {}

  /**
   * @param labels Chinese names of the categories
   * @param counts rows are what people decided, columns what was suggested
   */
  public record Matrix(List<String> codes, List<String> labels, List<List<Integer>> counts) {}

  /** Bins of a tenth each. */
  public record Reliability(List<Bin> category, List<Bin> department) {}

  /**
   * @param accuracy null where the bin is empty
   */
  public record Bin(double from, double to, int count, Double confidence, Double accuracy) {}

  /**
   * @param blind how many of them were decided before the suggestion was shown
   * @param returned decided cases that the department sent back at least once
   */
  public record Line(
      String name,
      int decisions,
      int blind,
      Share category,
      Share departmentTop1,
      Share departmentTop3,
      int returned) {}

  public record Confused(String decided, String suggested, int count) {}

  /**
   * @param reason 未填 where none was kept
   * @param asSuggested how many of them had gone where the suggestion said
   */
  public record Returned(String department, String reason, int count, int asSuggested) {}

  /** Names shown; more belong into the exported table of decisions. */
  private static final int WORST = 20;

  private static final int TOP = 3;

  static TriageReport of(
      Period period, List<ReportStore.Decision> decisions, List<ReportStore.Return> returns) {
    List<ReportStore.Decision> suggested =
        decisions.stream().filter(decision -> decision.suggested() != null).toList();
    List<ReportStore.Decision> sure =
        suggested.stream().filter(ReportStore.Decision::sure).toList();
    List<ReportStore.Decision> seen = sure.stream().filter(d -> !d.blind()).toList();
    return new TriageReport(
        period.from(),
        period.to(),
        period.department(),
        accuracy(suggested.stream().filter(ReportStore.Decision::blind).toList()),
        decisions.size(),
        decisions.size() - suggested.size(),
        Share.of(sure.size(), suggested.size()),
        Share.of(seen, decision -> decision.categoryRight() && decision.rankWithin(1)),
        Share.of(seen, ReportStore.Decision::categoryRight),
        Share.of(seen, decision -> decision.rankWithin(1)),
        Share.of(seen, decision -> decision.rankWithin(TOP)),
        matrix(sure),
        reliability(suggested),
        byPeriod(sure),
        lines(sure, ReportStore.Decision::department),
        lines(sure, decision -> decision.suggested().modelVersion()),
        lines(sure, ReportStore.Decision::channel),
        confused(sure),
        returns.size(),
        returned(returns));
  }

  private static Accuracy accuracy(List<ReportStore.Decision> decisions) {
    return new Accuracy(
        decisions.size(),
        Share.of(decisions, ReportStore.Decision::categoryRight),
        Share.of(decisions, decision -> decision.rankWithin(1)),
        Share.of(decisions, decision -> decision.rankWithin(TOP)));
  }

  private static Matrix matrix(List<ReportStore.Decision> sure) {
    Confusion confusion = new Confusion();
    sure.forEach(decision -> confusion.add(decision.category(), decision.suggested().category()));
    List<String> codes = Arrays.stream(Category.values()).map(Category::code).toList();
    List<List<Integer>> counts =
        codes.stream()
            .map(gold -> codes.stream().map(said -> confusion.count(gold, said)).toList())
            .toList();
    return new Matrix(
        codes, Arrays.stream(Category.values()).map(Category::label).toList(), counts);
  }

  private static Reliability reliability(List<ReportStore.Decision> suggested) {
    return new Reliability(
        bins(
            suggested,
            d -> new Calibration.Point(d.suggested().categoryConfidence(), d.categoryRight())),
        bins(
            suggested,
            d -> new Calibration.Point(d.suggested().departmentConfidence(), d.rankWithin(1))));
  }

  private static List<Bin> bins(
      List<ReportStore.Decision> decisions,
      Function<ReportStore.Decision, Calibration.Point> point) {
    return Calibration.bins(decisions.stream().map(point).toList()).stream()
        .map(
            bin ->
                bin.count() == 0
                    ? new Bin(bin.from(), bin.to(), 0, null, null)
                    : new Bin(bin.from(), bin.to(), bin.count(), bin.confidence(), bin.accuracy()))
        .toList();
  }

  private static List<Line> byPeriod(List<ReportStore.Decision> sure) {
    Map<String, List<ReportStore.Decision>> months =
        sure.stream()
            .collect(
                Collectors.groupingBy(
                    d -> YearMonth.from(d.decidedAt().atZone(Infrastructure.ZONE)).toString(),
                    TreeMap::new,
                    Collectors.toList()));
    return months.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static List<Line> lines(
      List<ReportStore.Decision> sure, Function<ReportStore.Decision, String> by) {
    Map<String, List<ReportStore.Decision>> groups =
        sure.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(e -> line(e.getKey(), e.getValue()))
        .sorted((a, b) -> b.decisions() - a.decisions())
        .toList();
  }

  private static Line line(String name, List<ReportStore.Decision> group) {
    return new Line(
        name,
        group.size(),
        (int) group.stream().filter(ReportStore.Decision::blind).count(),
        Share.of(group, ReportStore.Decision::categoryRight),
        Share.of(group, decision -> decision.rankWithin(1)),
        Share.of(group, decision -> decision.rankWithin(TOP)),
        (int) group.stream().filter(decision -> decision.returns() > 0).count());
  }

  private static List<Confused> confused(List<ReportStore.Decision> sure) {
    Confusion confusion = new Confusion();
    sure.stream()
        .filter(decision -> !decision.rankWithin(1))
        .forEach(
            decision -> confusion.add(decision.department(), decision.suggested().department()));
    return confusion.worst(WORST).stream()
        .map(cell -> new Confused(cell.gold(), cell.predicted(), cell.count()))
        .toList();
  }

  private static List<Returned> returned(List<ReportStore.Return> returns) {
    record Key(String department, String reason) {}
    Map<Key, List<ReportStore.Return>> groups =
        returns.stream()
            .collect(
                Collectors.groupingBy(
                    r ->
                        new Key(
                            r.department(),
                            r.reason() == null || r.reason().isBlank() ? "未填" : r.reason()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream()
        .map(
            e ->
                new Returned(
                    e.getKey().department(),
                    e.getKey().reason(),
                    e.getValue().size(),
                    (int) e.getValue().stream().filter(ReportStore.Return::asSuggested).count()))
        .sorted((a, b) -> b.count() - a.count())
        .limit(WORST)
        .toList();
  }

  List<ExportTable> tables() {
    return TriageTables.of(this);
  }
}
