package cn.zhitong.assistant.report;

import cn.zhitong.assistant.tables.ExportTable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What many appeals of a period are about.
 *
 * @param considered appeals that were compared
 * @param inIssues of them, those that belong to one of all the issues found
 * @param issues the strongest first
 */
public record HotIssuesReport(
    LocalDate from,
    LocalDate to,
    String department,
    int considered,
    int inIssues,
    List<Issue> issues,
    List<ApplicationLists.ItemIssue> applications) {

  /**
   * @param title a phrase of the appeals, personal data masked
   * @param marks 普遍性 (many places or weeks) or 苗头性 (new, and gathering at the period's end)
   * @param regions most frequent first, like departments
   * @param caseIds the most typical first, like external numbers
   */
  public record Issue(
      int rank,
      String title,
      List<String> keywords,
      int size,
      double share,
      Trend trend,
      List<String> marks,
      List<Named> regions,
      List<Named> departments,
      int enterprises,
      List<UUID> caseIds,
      List<String> externalNumbers,
      List<Example> examples) {}

  /**
   * @param direction {@code new}, {@code rising}, {@code steady}, {@code falling}
   * @param previous cases about the same in the equally long time before; null where there was
   *     nothing to compare with
   * @param weeks cases of each week of the period
   */
  public record Trend(String direction, String label, Integer previous, List<Week> weeks) {}

  public record Week(LocalDate from, int count) {}

  public record Named(String code, String name, int count) {}

  public record Example(
      UUID caseId, String number, String title, String text, OffsetDateTime askedAt) {}

  List<ExportTable> tables() {
    List<List<Object>> rows = new ArrayList<>();
    List<List<Object>> examples = new ArrayList<>();
    for (Issue issue : issues) {
      rows.add(
          ExportTable.row(
              issue.rank(),
              issue.title(),
              issue.size(),
              issue.share(),
              issue.trend().label(),
              issue.trend().previous(),
              String.join("、", issue.marks()),
              names(issue.regions()),
              names(issue.departments()),
              String.join("、", issue.keywords())));
      for (Example example : issue.examples()) {
        examples.add(
            ExportTable.row(
                issue.rank(),
                issue.title(),
                example.number(),
                example.askedAt().toLocalDate(),
                example.title(),
                example.text()));
      }
    }
    return List.of(
        new ExportTable(
            "热点问题", List.of("序号", "主题", "件数", "占比", "趋势", "上期件数", "标注", "地区", "部门", "关键词"), rows),
        new ExportTable("典型来件", List.of("序号", "主题", "办件编号", "提出日期", "标题", "内容摘录"), examples),
        new ExportTable(
            "申报集中的问题",
            List.of("事项", "部门", "申报", "超期未办", "驳回", "逾期未拨付", "反映资金未到账", "标注"),
            applications.stream()
                .map(
                    one ->
                        ExportTable.row(
                            one.title(),
                            one.department(),
                            one.filed(),
                            one.late(),
                            one.rejected(),
                            one.unpaid(),
                            one.claims(),
                            String.join("、", one.marks())))
                .toList()));
  }

  private static String names(List<Named> named) {
    return named.stream()
        .map(one -> one.name() + "（" + one.count() + "）")
        .collect(Collectors.joining("、"));
  }
}
