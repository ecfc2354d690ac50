package cn.zhitong.assistant.report;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.report.DayFigures.Pressure;
import cn.zhitong.assistant.report.FactStore.Fact;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.common.workday.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * 一日一报告.
 *
 * @param before the day before, to compare with
 * @param overdue the longest overdue first
 * @param notable of the day's cases those whose words ask for a person's eye
 * @param hot the strongest issues of the 30 days up to the day, without their case lists' tails
 * @param applications of the day, and of the day before
 * @param lateApplications that are overdue now; none for a day that is over
 */
public record DailyReport(
    LocalDate date,
    String department,
    DayFigures today,
    DayFigures before,
    List<Line> overdue,
    List<Line> atRisk,
    List<Notable> notable,
    List<Hot> hot,
    Applications applications,
    List<ApplicationDayStore.LateApplication> lateApplications) {

  /**
   * @param workingDaysOver since the due day; negative before it
   */
  public record Line(
      UUID caseId,
      String number,
      String title,
      String department,
      LocalDate due,
      int workingDaysOver) {}

  public record Notable(
      UUID caseId, String number, String title, String department, List<String> flags) {}

  public record Applications(
      ApplicationDayStore.ApplicationFigures today,
      ApplicationDayStore.ApplicationFigures before) {}

  public record Hot(String title, int size, String trend, List<String> marks) {}

  private static final int HOT_SHOWN = 5;
  private static final String UNDECIDED = "未定部门";

  static DailyReport of(
      Period day,
      List<Fact> facts,
      DayFigures today,
      DayFigures before,
      HotIssuesReport issues,
      Applications applications,
      List<ApplicationDayStore.LateApplication> lateApplications,
      WorkingDays days) {
    List<Fact> open = DayFigures.open(facts, day.end());
    return new DailyReport(
        day.to(),
        day.department(),
        today,
        before,
        lines(open, Pressure.OVERDUE, day.to(), days),
        lines(open, Pressure.AT_RISK, day.to(), days),
        facts.stream()
            .filter(fact -> !fact.askedAt().isBefore(day.start()))
            .filter(fact -> !flags(fact).isEmpty())
            .map(DailyReport::notable)
            .toList(),
        issues.issues().stream()
            .limit(HOT_SHOWN)
            .map(
                issue -> new Hot(issue.title(), issue.size(), issue.trend().label(), issue.marks()))
            .toList(),
        applications,
        lateApplications);
  }

  private static List<Line> lines(
      List<Fact> open, Pressure pressure, LocalDate date, WorkingDays days) {
    return open.stream()
        .filter(
            fact -> Pressure.of(fact.state(), fact.due(), fact.unread(), date, days) == pressure)
        .sorted(Comparator.comparing(Fact::due).thenComparing(Fact::askedAt))
        .map(
            fact ->
                new Line(
                    fact.id(),
                    fact.number(),
                    title(fact),
                    department(fact),
                    fact.due(),
                    days.between(fact.due(), date)))
        .toList();
  }

  private static Notable notable(Fact fact) {
    return new Notable(fact.id(), fact.number(), title(fact), department(fact), flags(fact));
  }

  private static List<String> flags(Fact fact) {
    return fact.suggestion() == null
        ? List.of()
        : fact.suggestion().suggestion().flags().stream().map(Suggestion.Flag::kind).toList();
  }

  /** The title, else the appeal's beginning; personal data masked. */
  static String title(Fact fact) {
    String text = fact.title().isBlank() ? fact.text() : fact.title();
    String masked = PersonalData.mask(text).strip();
    return masked.codePointCount(0, masked.length()) <= 40
        ? masked
        : masked.substring(0, masked.offsetByCodePoints(0, 40)) + "……";
  }

  static String department(Fact fact) {
    return fact.department() == null ? UNDECIDED : fact.department();
  }

  List<ExportTable> tables() {
    List<ExportTable> tables = new ArrayList<>();
    tables.add(
        new ExportTable(
            "当日数字",
            List.of("项目", "当日", "前一日"),
            List.of(
                row("收到来件", today.flow().asked(), before.flow().asked()),
                row("确定类别和部门", today.flow().decided(), before.flow().decided()),
                row("派单", today.flow().dispatched(), before.flow().dispatched()),
                row("退回", today.flow().returned(), before.flow().returned()),
                row("答复", today.flow().answered(), before.flow().answered()),
                row("按期答复", today.flow().answeredOnTime(), before.flow().answeredOnTime()),
                row("办结", today.flow().closed(), before.flow().closed()),
                row("重办", today.flow().reopened(), before.flow().reopened()),
                row(
                    "满意率",
                    ExportTable.percent(today.flow().satisfied().value()),
                    ExportTable.percent(before.flow().satisfied().value())),
                row("在办", today.standing().open(), before.standing().open()),
                row("超期未答", today.standing().overdue(), before.standing().overdue()),
                row("补录未阅", today.standing().backlog(), before.standing().backlog()),
                row("临期", today.standing().atRisk(), before.standing().atRisk()))));
    tables.add(applicationTable());
    tables.add(
        new ExportTable(
            "超期申报",
            List.of("申报编号", "事项", "现在由谁办", "期限"),
            lateApplications.stream()
                .map(one -> ExportTable.row(one.number(), one.itemTitle(), one.turn(), one.due()))
                .toList()));
    tables.add(linesTable("超期未答", overdue));
    tables.add(linesTable("临期", atRisk));
    tables.add(
        new ExportTable(
            "需关注来件",
            List.of("办件编号", "标题", "部门", "提示"),
            notable.stream()
                .map(
                    one ->
                        ExportTable.row(
                            one.number(),
                            one.title(),
                            one.department(),
                            String.join("、", one.flags())))
                .toList()));
    tables.add(
        new ExportTable(
            "近30天热点",
            List.of("主题", "件数", "趋势", "标注"),
            hot.stream()
                .map(
                    one ->
                        ExportTable.row(
                            one.title(), one.size(), one.trend(), String.join("、", one.marks())))
                .toList()));
    return tables;
  }

  private ExportTable applicationTable() {
    ApplicationDayStore.ApplicationFigures now = applications.today();
    ApplicationDayStore.ApplicationFigures then = applications.before();
    return new ExportTable(
        "申报",
        List.of("项目", "当日", "前一日"),
        List.of(
            row("提交申报", now.filed(), then.filed()),
            row("批准", now.approved(), then.approved()),
            row("驳回", now.rejected(), then.rejected()),
            row("拨付（元）", now.paidYuan(), then.paidYuan()),
            row("反映资金未到账", now.claims(), then.claims()),
            row("办理中", now.pending(), then.pending()),
            row("超期", now.overdue(), then.overdue())));
  }

  private static List<Object> row(String name, Object now, Object then) {
    return ExportTable.row(name, now, then);
  }

  private static ExportTable linesTable(String title, List<Line> lines) {
    return new ExportTable(
        title,
        List.of("办件编号", "标题", "部门", "期限", "超期工作日"),
        lines.stream()
            .map(
                line ->
                    ExportTable.row(
                        line.number(),
                        line.title(),
                        line.department(),
                        line.due(),
                        Math.max(0, line.workingDaysOver())))
            .toList());
  }
}
