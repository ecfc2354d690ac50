package cn.zhitong.assistant.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The daily report as an office sends it round. */
final class DailyText {
  /** Named in the text; the tables have all. */
  private static final int NAMED = 10;

  private DailyText() {}

  static String of(DailyReport report) {
    DayFigures.Flow flow = report.today().flow();
    DayFigures.Standing standing = report.today().standing();
    StringBuilder text = new StringBuilder();
    text.append("政企直通车办理日报\n");
    text.append("（").append(day(report.date())).append(report.today().workingDay() ? "" : "，非工作日");
    text.append(report.department() == null ? "" : "，" + report.department()).append("）\n\n");
    text.append("一、收件情况\n");
    text.append("当日收到来件").append(flow.asked()).append("件，");
    text.append(compared(flow.asked(), report.before().flow().asked())).append("。");
    if (flow.asked() > 0) {
      text.append("其中").append(counted(report.today().byCategory())).append("。");
    }
    text.append("\n\n二、办理情况\n");
    text.append("当日确定类别和部门").append(flow.decided()).append("件，派单").append(flow.dispatched());
    text.append("件，退回").append(flow.returned()).append("件，答复").append(flow.answered());
    text.append("件（按期").append(flow.answeredOnTime()).append("件），办结").append(flow.closed());
    text.append("件，重办").append(flow.reopened()).append("件。");
    if (flow.satisfied().of() > 0) {
      text.append("当日评价").append(flow.satisfied().of()).append("件，满意");
      text.append(flow.satisfied().hits()).append("件。");
    }
    text.append("\n\n三、时限情况\n");
    text.append("截至当日在办").append(standing.open()).append("件，其中超期未答").append(standing.overdue());
    if (standing.backlog() > 0) {
      text.append("件，补录未阅（补录时已到期，还没有人打开）").append(standing.backlog());
    }
    text.append("件，临期").append(standing.atRisk()).append("件，尚未确定时限").append(standing.undated());
    text.append("件，待企业补充、时限暂停").append(standing.paused()).append("件。\n");
    lines(text, "超期未答", report.overdue());
    lines(text, "临期", report.atRisk());
    applications(text, report);
    text.append("\n五、热点和苗头（近30天）\n");
    if (report.hot().isEmpty()) {
      text.append("没有形成集中反映的问题。\n");
    }
    int number = 1;
    for (DailyReport.Hot hot : report.hot()) {
      text.append(number++).append(". ").append(hot.title()).append("：").append(hot.size());
      text.append("件，").append(hot.trend());
      text.append(hot.marks().isEmpty() ? "" : "，" + String.join("、", hot.marks())).append("。\n");
    }
    text.append("\n六、需关注来件\n");
    if (report.notable().isEmpty()) {
      text.append("无。\n");
    }
    report.notable().stream()
        .limit(NAMED)
        .forEach(
            one ->
                text.append(one.number())
                    .append(" ")
                    .append(one.title())
                    .append("（")
                    .append(String.join("、", one.flags()))
                    .append("，")
                    .append(one.department())
                    .append("）\n"));
    more(text, report.notable().size());
    return text.toString();
  }

  private static void applications(StringBuilder text, DailyReport report) {
    ApplicationDayStore.ApplicationFigures day = report.applications().today();
    text.append("\n四、政策申报\n");
    text.append("当日提交申报").append(day.filed()).append("件，批准").append(day.approved());
    text.append("件，驳回").append(day.rejected()).append("件，拨付").append(day.paidYuan());
    text.append("元");
    text.append(day.claims() > 0 ? "，企业反映资金未到账" + day.claims() + "件。" : "。");
    if (day.pending() != null) {
      text.append("现在办理中").append(day.pending()).append("件，其中超期").append(day.overdue());
      text.append("件。");
    }
    text.append("\n");
    report.lateApplications().stream()
        .limit(NAMED)
        .forEach(
            one ->
                text.append(one.number())
                    .append(" ")
                    .append(one.itemTitle())
                    .append("（")
                    .append(one.turn())
                    .append("，期限")
                    .append(day(one.due()))
                    .append("）\n"));
    more(text, report.lateApplications().size());
  }

  private static void lines(StringBuilder text, String name, List<DailyReport.Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.append(name).append("：\n");
    lines.stream()
        .limit(NAMED)
        .forEach(
            line ->
                text.append(line.number())
                    .append(" ")
                    .append(line.title())
                    .append("（")
                    .append(line.department())
                    .append("，期限")
                    .append(day(line.due()))
                    .append("）\n"));
    more(text, lines.size());
  }

  private static void more(StringBuilder text, int size) {
    if (size > NAMED) {
      text.append("另有").append(size - NAMED).append("件，见附表。\n");
    }
  }

  private static String counted(List<DayFigures.Counted> counted) {
    return counted.stream()
        .filter(one -> one.count() > 0)
        .map(one -> one.label() + one.count() + "件")
        .collect(Collectors.joining("、"));
  }

  private static String compared(int now, int before) {
    if (now == before) {
      return "与前一日持平";
    }
    return "比前一日" + (now > before ? "增加" : "减少") + Math.abs(now - before) + "件";
  }

  private static String day(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }
}
