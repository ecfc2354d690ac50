package cn.zhitong.assistant.report;

import cn.zhitong.assistant.casework.Rating;
import cn.zhitong.assistant.tables.ExportTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What enterprises said of the answers; each case counts by its last rating. */
public record SatisfactionReport(
    LocalDate from, LocalDate to, String department, Counts total, List<Line> byDepartment) {

  /**
   * @param scores how often 1 to 5 were given, in that order
   * @param satisfied 基本满意 or better
   */
  public record Counts(int ratings, List<Integer> scores, Share satisfied, Double mean) {}

  public record Line(String department, Counts counts) {}

  private static final int HIGHEST = 5;

  static SatisfactionReport of(Period period, List<ReportStore.Rated> ratings) {
    Map<String, List<ReportStore.Rated>> groups =
        ratings.stream()
            .collect(
                Collectors.groupingBy(
                    rated -> rated.department() == null ? "未定部门" : rated.department(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    groups.forEach((name, group) -> lines.add(new Line(name, counts(group))));
    return new SatisfactionReport(
        period.from(), period.to(), period.department(), counts(ratings), lines);
  }

  private static Counts counts(List<ReportStore.Rated> ratings) {
    List<Integer> scores =
        IntStream.rangeClosed(1, HIGHEST)
            .mapToObj(score -> (int) ratings.stream().filter(r -> r.score() == score).count())
            .toList();
    Double mean =
        ratings.isEmpty()
            ? null
            : Math.round(
                    ratings.stream().mapToInt(ReportStore.Rated::score).average().orElse(0) * 100)
                / 100.0;
    Share satisfied = Share.of(ratings, rated -> rated.score() > Rating.DISSATISFIED);
    return new Counts(ratings.size(), scores, satisfied, mean);
  }

  List<ExportTable> tables() {
    List<String> header = new ArrayList<>(List.of("部门", "评价数"));
    IntStream.rangeClosed(1, HIGHEST).forEach(score -> header.add(Rating.label(score)));
    header.addAll(List.of("满意率", "平均分"));
    List<List<Object>> rows = new ArrayList<>();
    rows.add(row("合计", total));
    byDepartment.forEach(line -> rows.add(row(line.department(), line.counts())));
    return List.of(new ExportTable("满意度", header, rows));
  }

  private static List<Object> row(String name, Counts counts) {
    List<Object> row = new ArrayList<>(List.of(name, counts.ratings()));
    row.addAll(counts.scores());
    row.add(ExportTable.percent(counts.satisfied().value()));
    row.add(counts.mean());
    return row;
  }
}
