package cn.zhitong.assistant.report;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.Rating;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.report.FactStore.Fact;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.common.region.Gazetteer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 三张清单 of the cases asked in a period: enterprises to look after, what enterprises need, and what
 * departments must settle together.
 *
 * @param enterprises the most pressing first
 * @param needs unanswered demands and suggestions, the first due first
 * @param tasks cases that one department alone does not bring to an end
 */
public record ListsReport(
    LocalDate from,
    LocalDate to,
    String department,
    List<Enterprise> enterprises,
    List<Need> needs,
    List<Task> tasks) {

  /**
   * @param reasons why it is on the list
   */
  public record Enterprise(
      String name,
      int cases,
      int demands,
      int unanswered,
      int overdue,
      int dissatisfied,
      List<String> departments,
      List<String> reasons,
      List<UUID> caseIds) {}

  /** A case, or an application, whose {@code caseId} is null then. */
  public record Need(
      UUID caseId,
      String number,
      String enterprise,
      String region,
      String category,
      String title,
      String text,
      String department,
      String state,
      LocalDate due,
      UUID applicationId) {}

  /**
   * A case, or an application, whose {@code caseId} is null then.
   *
   * @param reasons why it needs coordination
   * @param action what is proposed
   */
  public record Task(
      UUID caseId,
      String number,
      String title,
      String department,
      List<String> supporting,
      String state,
      LocalDate due,
      List<String> reasons,
      String action,
      UUID applicationId) {}

  /** Appeals of one enterprise in a period from which on it is looked after. */
  private static final int MANY_CASES = 3;

  /** The second return of a case goes to the supervisor, so that it is not passed around. */
  private static final int PASSED_AROUND = 2;

  static ListsReport of(
      Period period, List<Fact> facts, ApplicationLists applications, LocalDate today) {
    return new ListsReport(
        period.from(),
        period.to(),
        period.department(),
        enterprises(facts, applications.reasons(), today),
        Stream.concat(
                facts.stream()
                    .filter(ListsReport::open)
                    .filter(
                        fact -> fact.category() != null && fact.category() != Category.CONSULTATION)
                    .map(ListsReport::need),
                applications.needs().stream())
            .sorted(
                Comparator.comparing(Need::due, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList(),
        Stream.concat(
                facts.stream()
                    .filter(ListsReport::open)
                    .map(fact -> task(fact, today))
                    .filter(task -> !task.reasons().isEmpty()),
                applications.tasks().stream())
            .sorted(Comparator.comparingInt((Task task) -> -task.reasons().size()))
            .toList());
  }

  private static boolean open(Fact fact) {
    return CaseStatus.of(fact.state()).unanswered();
  }

  private static boolean overdue(Fact fact, LocalDate today) {
    return open(fact) && !fact.unread() && fact.due() != null && today.isAfter(fact.due());
  }

  private static boolean dissatisfied(Fact fact) {
    return fact.score() != null && fact.score() <= Rating.DISSATISFIED;
  }

  /**
   * @param reasons of an enterprise's applications, by its name
   */
  private static List<Enterprise> enterprises(
      List<Fact> facts, Map<String, List<String>> reasons, LocalDate today) {
    Map<String, List<Fact>> byName =
        facts.stream()
            .filter(fact -> fact.enterprise() != null && !fact.enterprise().isBlank())
            .collect(
                Collectors.groupingBy(
                    fact -> fact.enterprise().strip(), TreeMap::new, Collectors.toList()));
    List<Enterprise> enterprises = new ArrayList<>();
    reasons.keySet().forEach(name -> byName.putIfAbsent(name, List.of()));
    byName.forEach(
        (name, cases) ->
            enterprises.add(enterprise(name, cases, reasons.getOrDefault(name, List.of()), today)));
    return enterprises.stream()
        .filter(one -> !one.reasons().isEmpty())
        .sorted(
            Comparator.comparingInt(
                    (Enterprise one) -> -(one.overdue() + one.dissatisfied() + one.unanswered()))
                .thenComparing(one -> -one.reasons().size())
                .thenComparing(one -> -one.cases()))
        .toList();
  }

  private static Enterprise enterprise(
      String name, List<Fact> cases, List<String> ofApplications, LocalDate today) {
    int overdue = count(cases, fact -> overdue(fact, today));
    int dissatisfied = count(cases, ListsReport::dissatisfied);
    List<String> reasons = new ArrayList<>();
    if (cases.size() >= MANY_CASES) {
      reasons.add("期间提出" + cases.size() + "件");
    }
    if (overdue > 0) {
      reasons.add(overdue + "件超期未答");
    }
    if (dissatisfied > 0) {
      reasons.add(dissatisfied + "件评价不满意");
    }
    int supervised = count(cases, Fact::supervised);
    if (supervised > 0) {
      reasons.add(supervised + "件已督办");
    }
    reasons.addAll(ofApplications);
    return new Enterprise(
        PersonalData.mask(name),
        cases.size(),
        count(cases, fact -> fact.category() == Category.DEMAND),
        count(cases, ListsReport::open),
        overdue,
        dissatisfied,
        cases.stream().map(Fact::department).filter(Objects::nonNull).distinct().toList(),
        reasons,
        cases.stream().map(Fact::id).toList());
  }

  private static int count(List<Fact> cases, Predicate<Fact> which) {
    return (int) cases.stream().filter(which).count();
  }

  private static Need need(Fact fact) {
    return new Need(
        fact.id(),
        fact.number(),
        fact.enterprise() == null ? null : PersonalData.mask(fact.enterprise()),
        fact.region(),
        fact.category().label(),
        DailyReport.title(fact),
        PersonalData.mask(fact.text()),
        DailyReport.department(fact),
        CaseStatus.of(fact.state()).label(),
        fact.due(),
        null);
  }

  private static Task task(Fact fact, LocalDate today) {
    List<String> reasons = new ArrayList<>();
    if (fact.returns() > 0) {
      reasons.add("已退回" + fact.returns() + "次");
    }
    if (!fact.supporting().isEmpty()) {
      reasons.add("涉及" + (fact.supporting().size() + 1) + "个部门");
    }
    if (overdue(fact, today)) {
      reasons.add("超期未答");
    }
    if (fact.supervised()) {
      reasons.add("已督办");
    } else if (fact.urges() > 0) {
      reasons.add("已催办" + fact.urges() + "次");
    }
    return new Task(
        fact.id(),
        fact.number(),
        DailyReport.title(fact),
        DailyReport.department(fact),
        fact.supporting(),
        CaseStatus.of(fact.state()).label(),
        fact.due(),
        reasons,
        action(fact, today),
        null);
  }

  private static String action(Fact fact, LocalDate today) {
    if (fact.returns() >= PASSED_AROUND) {
      return "由督办裁定牵头部门，不再流转";
    }
    if (!fact.supporting().isEmpty()) {
      return "由牵头部门召集配合部门会商";
    }
    if (fact.returns() > 0) {
      return "核对职责后改派";
    }
    return overdue(fact, today) ? "督促承办部门答复并说明原因" : "跟踪办理";
  }

  List<ExportTable> tables(Gazetteer gazetteer) {
    return List.of(
        new ExportTable(
            "重点企业清单",
            List.of("企业", "件数", "诉求", "未答复", "超期", "不满意", "涉及部门", "列入原因"),
            enterprises.stream()
                .map(
                    one ->
                        ExportTable.row(
                            one.name(),
                            one.cases(),
                            one.demands(),
                            one.unanswered(),
                            one.overdue(),
                            one.dissatisfied(),
                            String.join("、", one.departments()),
                            String.join("；", one.reasons())))
                .toList()),
        new ExportTable(
            "企业需求清单",
            List.of("编号", "企业", "地区", "类别", "标题", "内容摘录", "部门", "状态", "期限"),
            needs.stream()
                .map(
                    one ->
                        ExportTable.row(
                            one.number(),
                            one.enterprise(),
                            ExportNames.region(one.region(), gazetteer),
                            one.category(),
                            one.title(),
                            one.text(),
                            one.department(),
                            one.state(),
                            one.due()))
                .toList()),
        new ExportTable(
            "协调任务清单",
            List.of("编号", "标题", "牵头部门", "配合部门", "状态", "期限", "原因", "建议"),
            tasks.stream()
                .map(
                    one ->
                        ExportTable.row(
                            one.number(),
                            one.title(),
                            one.department(),
                            String.join("、", one.supporting()),
                            one.state(),
                            one.due(),
                            String.join("；", one.reasons()),
                            one.action()))
                .toList()));
  }
}
