package cn.zhitong.assistant.arrears;

import cn.zhitong.common.workday.WorkingDays;
import java.time.LocalDate;

/**
 * How long a complaint about arrears may take by article 25 of the regulation: passed on within 10
 * working days of its acceptance, a result within 30 days of that, with leave at most 90.
 *
 * @param passOnBy last day for passing it on
 * @param resultBy last day for the result, counted from the last day for passing on
 * @param longestBy last day where the office's head has allowed more time
 */
public record ComplaintTerms(
    LocalDate passOnBy, LocalDate resultBy, LocalDate longestBy, String note) {
  private static final int PASS_ON_WORKING_DAYS = 10;
  private static final int RESULT_DAYS = 30;
  private static final int LONGEST_DAYS = 90;

  private static final String NOTE =
      "条例第二十五条：受理投诉部门自正式受理之日起10个工作日内转交处理投诉部门；处理投诉部门自收到投诉材料之日起"
          + "30日内形成处理结果并书面反馈，情况复杂的经批准可延长，最长不超过90日。这里按受理次日起最迟的日期计算。";

  /**
   * @param accepted day on which the complaint came in
   */
  public static ComplaintTerms of(LocalDate accepted, WorkingDays calendar) {
    LocalDate passOn = calendar.due(accepted, PASS_ON_WORKING_DAYS).date();
    return new ComplaintTerms(
        passOn, passOn.plusDays(RESULT_DAYS), passOn.plusDays(LONGEST_DAYS), NOTE);
  }
}
