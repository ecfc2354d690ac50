package cn.zhitong.assistant.report;

import cn.zhitong.assistant.triage.Category;
import cn.zhitong.eval.metrics.Confusion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How right suggestions were, by what people decided. Accuracies are over suggestions that did not
 * abstain; decisions were made with the suggestion in view, which flatters it.
 *
 * @param decisions cases decided in the period, each once, by its last decision
 * @param coverage share of suggestions that did not abstain
 * @param accepted category and lead department both as suggested
 * @param departmentTop3 the decided department was among the first three candidates
 */
public record TriageReport(
    LocalDate from,
    LocalDate to,
    String department,
    int decisions,
    int withoutSuggestion,
    Share coverage,
    Share accepted,
    Share category,
    Share departmentTop1,
    Share departmentTop3,
    Matrix confusion,
    List<Line> byDepartment,
    List<Line> byModel,
    List<Line> byChannel,
    List<Confused> departmentConfusions) {

  /**
   * @param labels Chinese names of the categories
   * @param counts rows are what people decided, columns what was suggested
   */
  public record Matrix(List<String> codes, List<String> labels, List<List<Integer>> counts) {}

  /**
   * @param returned decided cases that the department sent back at least once
   */
  public record Line(
      String name,
      int decisions,
      Share category,
      Share departmentTop1,
      Share departmentTop3,
      int returned) {}

  public record Confused(String decided, String suggested, int count) {}

  /** Names shown; more belong into the exported table of decisions. */
  private static final int WORST = 20;

  private static final int TOP = 3;

  static TriageReport of(Period period, List<ReportStore.Decision> decisions) {
    List<ReportStore.Decision> suggested =
        decisions.stream().filter(decision -> decision.suggested() != null).toList();
    List<ReportStore.Decision> sure =
        suggested.stream().filter(decision -> !decision.suggested().abstained()).toList();
    return new TriageReport(
        period.from(),
        period.to(),
        period.department(),
        decisions.size(),
        decisions.size() - suggested.size(),
        Share.of(sure.size(), suggested.size()),
        Share.of(sure, decision -> categoryRight(decision) && rankWithin(decision, 1)),
        Share.of(sure, TriageReport::categoryRight),
        Share.of(sure, decision -> rankWithin(decision, 1)),
        Share.of(sure, decision -> rankWithin(decision, TOP)),
        matrix(sure),
        lines(sure, ReportStore.Decision::department),
        lines(sure, decision -> decision.suggested().modelVersion()),
        lines(sure, ReportStore.Decision::channel),
        confused(sure));
  }

  private static boolean categoryRight(ReportStore.Decision decision) {
    return decision.category().equals(decision.suggested().category());
  }

  private static boolean rankWithin(ReportStore.Decision decision, int places) {
    int rank = decision.suggested().rank();
    return rank >= 1 && rank <= places;
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

  private static List<Line> lines(
      List<ReportStore.Decision> sure, Function<ReportStore.Decision, String> by) {
    Map<String, List<ReportStore.Decision>> groups =
        sure.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    groups.forEach((name, group) -> lines.add(line(name, group)));
    lines.sort((a, b) -> b.decisions() - a.decisions());
    return lines;
  }

  private static Line line(String name, List<ReportStore.Decision> group) {
    return new Line(
        name,
        group.size(),
        Share.of(group, TriageReport::categoryRight),
        Share.of(group, decision -> rankWithin(decision, 1)),
        Share.of(group, decision -> rankWithin(decision, TOP)),
        (int) group.stream().filter(decision -> decision.returns() > 0).count());
  }

  private static List<Confused> confused(List<ReportStore.Decision> sure) {
    Confusion confusion = new Confusion();
    sure.stream()
        .filter(decision -> !rankWithin(decision, 1))
        .forEach(
            decision -> confusion.add(decision.department(), decision.suggested().department()));
    return confusion.worst(WORST).stream()
        .map(cell -> new Confused(cell.gold(), cell.predicted(), cell.count()))
        .toList();
  }

  List<Table> tables() {
    List<List<Object>> summary = new ArrayList<>();
    summary.add(List.of("时间范围", from + " 至 " + to));
    summary.add(List.of("部门", department == null ? "全部" : department));
    summary.add(List.of("已定办件", decisions));
    summary.add(List.of("定夺时尚无建议", withoutSuggestion));
    List<Table> tables = new ArrayList<>();
    tables.add(new Table("概况", List.of("项目", "值"), summary));
    tables.add(
        new Table(
            "准确率",
            List.of("指标", "正确", "总数", "比例", "95%下限", "95%上限"),
            List.of(
                shareRow("给出建议（未弃权）", coverage),
                shareRow("类别和部门均采纳", accepted),
                shareRow("类别", category),
                shareRow("牵头部门", departmentTop1),
                shareRow("牵头部门前三", departmentTop3))));
    tables.add(matrixTable());
    tables.add(linesTable("按部门", "部门", byDepartment));
    tables.add(linesTable("按模型版本", "模型版本", byModel));
    tables.add(linesTable("按渠道", "渠道", byChannel));
    tables.add(
        new Table(
            "部门易混",
            List.of("人工确定", "系统建议", "件数"),
            departmentConfusions.stream()
                .map(c -> List.<Object>of(c.decided(), c.suggested(), c.count()))
                .toList()));
    return tables;
  }

  private static List<Object> shareRow(String name, Share share) {
    return Table.row(name, share.hits(), share.of(), share.value(), share.low(), share.high());
  }

  private Table matrixTable() {
    List<String> header = new ArrayList<>(List.of("人工确定＼系统建议"));
    header.addAll(confusion.labels());
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < confusion.labels().size(); i++) {
      List<Object> row = new ArrayList<>(List.of(confusion.labels().get(i)));
      row.addAll(confusion.counts().get(i));
      rows.add(row);
    }
    return new Table("类别混淆矩阵", header, rows);
  }

  private static Table linesTable(String title, String name, List<Line> lines) {
    return new Table(
        title,
        List.of(name, "件数", "类别准确率", "部门准确率", "部门前三", "曾退回"),
        lines.stream()
            .map(
                line ->
                    Table.row(
                        line.name(),
                        line.decisions(),
                        line.category().value(),
                        line.departmentTop1().value(),
                        line.departmentTop3().value(),
                        line.returned()))
            .toList());
  }
}
