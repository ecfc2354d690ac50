package cn.zhitong.assistant.report;

import cn.zhitong.assistant.report.ReportStore.Decision;
import cn.zhitong.assistant.tables.ExportTable;
import cn.zhitong.assistant.web.Problem;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How triage, punctuality and satisfaction went over a period, step by step. */
public record TrendsReport(
    LocalDate from, LocalDate to, String department, String step, List<Point> points) {

  /**
   * A step of the period; the first and last may be shorter.
   *
   * @param asked cases asked in it, without rejected and withdrawn ones
   * @param accepted decisions in it that took category and department as suggested, of those with a
   *     suggestion that did not abstain
   * @param punctuality of the cases asked in it
   * @param satisfied of the ratings in it
   */
  public record Point(
      LocalDate from,
      LocalDate to,
      int asked,
      Share accepted,
      Share category,
      Share departmentTop1,
      Share punctuality,
      Share satisfied) {}

  /** Steps of a period; more make no picture. */
  private static final int MOST_STEPS = 400;

  /** Steps by calendar: weeks begin on Monday. */
  enum Step {
    DAY("day"),
    WEEK("week"),
    MONTH("month");

    final String code;

    Step(String code) {
      this.code = code;
    }

    static Step of(String text) {
      for (Step step : values()) {
        if (text == null || text.isBlank() ? step == WEEK : step.code.equals(text.strip())) {
          return step;
        }
      }
      throw new Problem.InvalidRequest("step（间隔）可为 day（日）、week（周）或 month（月）。");
    }

    private LocalDate last(LocalDate first) {
      return switch (this) {
        case DAY -> first;
        case WEEK -> first.plusDays(7L - first.getDayOfWeek().getValue());
        case MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
      };
    }
  }

  /** The steps of a period, in order, without gaps. */
  static List<Period> steps(Period period, Step step) {
    List<Period> steps = new ArrayList<>();
    LocalDate first = period.from();
    while (!first.isAfter(period.to())) {
      if (steps.size() == MOST_STEPS) {
        throw new Problem.InvalidRequest("期间太长，请缩短期间或把 step（间隔）改为 month（月）。");
      }
      LocalDate last = step.last(first);
      LocalDate end = last.isAfter(period.to()) ? period.to() : last;
      steps.add(new Period(first, end, period.department()));
      first = end.plusDays(1);
    }
    return steps;
  }

  static Point point(
      Period step,
      List<Decision> decisions,
      DeadlinesReport.Counts deadlines,
      SatisfactionReport.Counts satisfaction) {
    List<Decision> sure = decisions.stream().filter(Decision::sure).toList();
    return new Point(
        step.from(),
        step.to(),
        deadlines.cases(),
        Share.of(sure, one -> one.categoryRight() && one.rankWithin(1)),
        Share.of(sure, Decision::categoryRight),
        Share.of(sure, one -> one.rankWithin(1)),
        deadlines.punctuality(),
        satisfaction.satisfied());
  }

  List<ExportTable> tables() {
    return List.of(
        new ExportTable(
            "趋势",
            List.of("起", "止", "来件", "采纳率", "类别准确率", "部门准确率", "按期率", "满意率"),
            points.stream()
                .map(
                    point ->
                        ExportTable.row(
                            point.from(),
                            point.to(),
                            point.asked(),
                            ExportTable.percent(point.accepted().value()),
                            ExportTable.percent(point.category().value()),
                            ExportTable.percent(point.departmentTop1().value()),
                            ExportTable.percent(point.punctuality().value()),
                            ExportTable.percent(point.satisfied().value())))
                .toList()));
  }
}
