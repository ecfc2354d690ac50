package cn.zhitong.assistant.report;

import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.report.FactStore.Fact;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.assistant.triage.Suggestion;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Cases whose suggestion abstained or was unsure of something.
 *
 * @param total of the whole list
 */
public record LowConfidenceReport(List<Item> items, int total, int page, int pageSize) {

  /**
   * @param reasons as triage gave them
   * @param confidence of the first department, 0 to 1
   * @param candidates departments, best first
   * @param decided whether a person has decided since
   * @param department as decided, null before
   */
  public record Item(
      UUID caseId,
      String number,
      String title,
      OffsetDateTime askedAt,
      LocalDate due,
      boolean abstained,
      List<String> reasons,
      String category,
      double categoryConfidence,
      double confidence,
      List<String> candidates,
      boolean decided,
      String department) {}

  /** Candidates named. */
  private static final int TOP = 3;

  /**
   * Undecided ones first, the least sure of them first. Without those whose suggestion is kept from
   * people until they have decided: here it would sway the decision that measures it.
   *
   * @param undecidedOnly without decided ones, and without those that follow another case
   */
  static List<Item> items(List<Fact> facts, boolean undecidedOnly) {
    return facts.stream()
        .filter(fact -> fact.suggestion() != null && !hidden(fact))
        .filter(fact -> !undecidedOnly || (!fact.decided() && !merged(fact)))
        .map(LowConfidenceReport::item)
        .filter(item -> item.abstained() || !item.reasons().isEmpty())
        .sorted(Comparator.comparing(Item::decided).thenComparingDouble(Item::confidence))
        .toList();
  }

  private static boolean hidden(Fact fact) {
    return fact.suggestion().blind() && !fact.decided();
  }

  private static boolean merged(Fact fact) {
    return CaseStatus.of(fact.state()) == CaseStatus.MERGED;
  }

  static LowConfidenceReport of(List<Item> items, int page, int pageSize) {
    int first = (int) Math.min(items.size(), (page - 1L) * pageSize);
    int end = Math.min(items.size(), first + pageSize);
    return new LowConfidenceReport(items.subList(first, end), items.size(), page, pageSize);
  }

  private static Item item(Fact fact) {
    Suggestion suggestion = fact.suggestion().suggestion();
    List<Suggestion.DepartmentGuess> departments = suggestion.departments();
    List<String> candidates =
        departments.stream().map(Suggestion.DepartmentGuess::name).limit(TOP).toList();
    return new Item(
        fact.id(),
        fact.number(),
        DailyReport.title(fact),
        fact.askedAt().atZone(Infrastructure.ZONE).toOffsetDateTime(),
        fact.due(),
        suggestion.abstained(),
        suggestion.reviewReasons(),
        suggestion.category().label(),
        suggestion.category().confidence(),
        departments.isEmpty() ? 0 : departments.get(0).confidence(),
        candidates,
        fact.decided(),
        fact.department());
  }

  static List<ExportTable> tables(List<Item> items) {
    return List.of(
        new ExportTable(
            "低置信复核",
            List.of("办件编号", "标题", "提出时间", "期限", "弃权", "原因", "类别建议", "部门置信度", "候选部门", "已确定部门"),
            items.stream()
                .map(
                    one ->
                        ExportTable.row(
                            one.number(),
                            one.title(),
                            one.askedAt(),
                            one.due(),
                            one.abstained() ? "是" : "否",
                            String.join("；", one.reasons()),
                            one.category(),
                            one.confidence(),
                            String.join("、", one.candidates()),
                            one.department()))
                .toList()));
  }
}
