package cn.zhitong.assistant.report;

import cn.zhitong.assistant.tables.ExportTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of drafts: how many were sent as they stood, and how much was changed in the rest.
 */
public record DraftsReport(
    LocalDate from,
    LocalDate to,
    String department,
    Counts total,
    List<Line> byDepartment,
    List<Line> byCategory) {

  /**
   * @param replies sent in the period
   * @param drafted those among them that a draft of ours stood before
   * @param unchanged of the drafted ones, sent as they stood
   * @param editShare quartiles of the Levenshtein distance over the longer text's length: 0 sent as
   *     drafted, 1 nothing kept; null where nothing was drafted
   * @param editDistance median of characters inserted and deleted; null where it is not on record
   */
  public record Counts(
      int replies, Share drafted, Share unchanged, Quartiles editShare, Double editDistance) {}

  public record Quartiles(double low, double median, double high) {}

  public record Line(String name, Counts counts) {}

  static DraftsReport of(Period period, List<DraftsStore.Sent> sent) {
    return new DraftsReport(
        period.from(),
        period.to(),
        period.department(),
        counts(sent),
        lines(sent, DraftsStore.Sent::department, "未定部门"),
        lines(sent, DraftsStore.Sent::category, "未定类别"));
  }

  private static List<Line> lines(
      List<DraftsStore.Sent> sent, Function<DraftsStore.Sent, String> by, String none) {
    Map<String, List<DraftsStore.Sent>> groups =
        sent.stream()
            .collect(
                Collectors.groupingBy(
                    s -> by.apply(s) == null ? none : by.apply(s),
                    TreeMap::new,
                    Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    groups.forEach((name, group) -> lines.add(new Line(name, counts(group))));
    return lines;
  }

  private static Counts counts(List<DraftsStore.Sent> sent) {
    List<DraftsStore.Sent> drafted = sent.stream().filter(s -> s.editShare() != null).toList();
    List<Double> shares = drafted.stream().map(DraftsStore.Sent::editShare).sorted().toList();
    List<Double> distances =
        drafted.stream()
            .filter(s -> s.editDistance() != null)
            .map(s -> (double) s.editDistance())
            .sorted()
            .toList();
    return new Counts(
        sent.size(),
        Share.of(sent, s -> s.editShare() != null),
        Share.of(drafted, DraftsStore.Sent::unchanged),
        shares.isEmpty() ? null : new Quartiles(at(shares, .25), at(shares, .5), at(shares, .75)),
        distances.isEmpty() ? null : at(distances, .5));
  }

  /** Nearest rank. */
  private static double at(List<Double> sorted, double quantile) {
    return sorted.get((int) Math.max(0, Math.ceil(quantile * sorted.size()) - 1));
  }

  List<ExportTable> tables() {
    return List.of(table("按部门", "部门", byDepartment), table("按类别", "类别", byCategory));
  }

  private ExportTable table(String title, String first, List<Line> lines) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(row("合计", total));
    lines.forEach(line -> rows.add(row(line.name(), line.counts())));
    return new ExportTable(
        title, List.of(first, "答复数", "有拟稿", "原样发出", "原样发出率", "改动比例（中位）", "改动字数（中位）"), rows);
  }

  private static List<Object> row(String name, Counts counts) {
    return ExportTable.row(
        name,
        counts.replies(),
        counts.drafted().hits(),
        counts.unchanged().hits(),
        ExportTable.percent(counts.unchanged().value()),
        counts.editShare() == null ? null : counts.editShare().median(),
        counts.editDistance());
  }
}
