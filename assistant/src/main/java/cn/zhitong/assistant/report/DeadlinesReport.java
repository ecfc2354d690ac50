package cn.zhitong.assistant.report;

import cn.zhitong.assistant.report.DayFigures.Pressure;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.common.workday.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Punctuality of the cases asked in a period; rejected and withdrawn ones are left out.
 *
 * @param total all its cases
 * @param byDepartment undecided ones under 未定部门
 */
public record DeadlinesReport(
    LocalDate from,
    LocalDate to,
    String department,
    LocalDate asOf,
    Counts total,
    List<Line> byDepartment) {

  /**
   * @param answeredOnTime answered on the due day or before
   * @param overdue not answered although the day is past
   * @param backlog not answered, past when it came in, and opened by nobody yet
   * @param atRisk not answered, due today or on the next working day
   * @param undated no category yet, so no deadline
   * @param paused waiting for the enterprise to supplement: no deadline runs
   * @param punctuality on time, of those answered or overdue
   */
  public record Counts(
      int cases,
      int answeredOnTime,
      int answeredLate,
      int overdue,
      int backlog,
      int atRisk,
      int open,
      int undated,
      int paused,
      Share punctuality) {}

  public record Line(String department, Counts counts) {}

  private static final String UNDECIDED = "未定部门";

  static DeadlinesReport of(
      Period period, List<ReportStore.CaseRow> cases, LocalDate today, WorkingDays days) {
    Map<String, List<ReportStore.CaseRow>> groups =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.department() == null ? UNDECIDED : row.department(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    groups.forEach((name, group) -> lines.add(new Line(name, counts(group, today, days))));
    lines.sort((a, b) -> b.counts().cases() - a.counts().cases());
    return new DeadlinesReport(
        period.from(), period.to(), period.department(), today, counts(cases, today, days), lines);
  }

  private static Counts counts(List<ReportStore.CaseRow> cases, LocalDate today, WorkingDays days) {
    int onTime = 0;
    int late = 0;
    int overdue = 0;
    int backlog = 0;
    int atRisk = 0;
    int open = 0;
    int undated = 0;
    int paused = 0;
    for (ReportStore.CaseRow row : cases) {
      if (row.due() != null && row.answeredAt() != null) {
        LocalDate answered = LocalDate.ofInstant(row.answeredAt(), Infrastructure.ZONE);
        if (answered.isAfter(row.due())) {
          late++;
        } else {
          onTime++;
        }
      } else {
        switch (Pressure.of(row.state(), row.due(), row.unread(), today, days)) {
          case OVERDUE -> overdue++;
          case BACKLOG -> backlog++;
          case AT_RISK -> atRisk++;
          case NONE -> open++;
          case UNDATED -> undated++;
          case PAUSED -> paused++;
        }
      }
    }
    Share punctuality = Share.of(onTime, onTime + late + overdue);
    return new Counts(
        cases.size(), onTime, late, overdue, backlog, atRisk, open, undated, paused, punctuality);
  }

  List<ExportTable> tables() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(row("合计", total));
    byDepartment.forEach(line -> rows.add(row(line.department(), line.counts())));
    return List.of(
        new ExportTable(
            "办理时限",
            List.of("部门", "件数", "按期答复", "超期答复", "超期未答", "补录未阅", "临期", "在办", "未定时限", "时限暂停", "按期率"),
            rows));
  }

  private static List<Object> row(String name, Counts counts) {
    return ExportTable.row(
        name,
        counts.cases(),
        counts.answeredOnTime(),
        counts.answeredLate(),
        counts.overdue(),
        counts.backlog(),
        counts.atRisk(),
        counts.open(),
        counts.undated(),
        counts.paused(),
        ExportTable.percent(counts.punctuality().value()));
  }
}
