package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.arrears.DebtorKind;
import cn.zhitong.assistant.arrears.Instalment;
import cn.zhitong.assistant.casework.AppealTheme;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.ThemeState;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.text.Coded;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** What events about themes and arrears record, checked against what they need. */
final class ArrearsBodies {
  private static final int MOST_INSTALMENTS = 60;
  private static final int LONGEST_TERM = 3650;
  private static final int LONGEST_NAME = 200;

  private ArrearsBodies() {}

  static EventPayload.Themed themed(EventRequest request, ThemeState standing, boolean set) {
    AppealTheme theme =
        Coded.findNamed(AppealTheme.class, PlainText.clean(request.theme()))
            .orElseThrow(
                () -> new Problem.InvalidRequest("theme（专题）为 arrears（拖欠账款）或 inspection（涉企检查）。"));
    if (standing.themes().contains(theme) == set) {
      throw new Problem.InvalidRequest(
          set ? "这件办件已在“" + theme.label() + "”专题中。" : "这件办件不在“" + theme.label() + "”专题中。");
    }
    return new EventPayload.Themed(theme.code(), null, null);
  }

  static EventPayload.ArrearsRecorded recorded(EventRequest request) {
    EventRequest.ArrearsRequest given = request.arrears();
    if (given == null) {
      throw new Problem.InvalidRequest("请给出 arrears：金额、欠款单位和单位类型。");
    }
    DebtorKind kind =
        Coded.findNamed(DebtorKind.class, PlainText.clean(given.debtorKind()))
            .orElseThrow(
                () ->
                    new Problem.InvalidRequest(
                        "debtorKind（欠款单位类型）为 state_organ（机关）、public_institution（事业单位）、"
                            + "large_enterprise（大型企业）或 other（其他）。"));
    Integer agreed = given.agreedDays();
    if (agreed != null && (agreed < 1 || agreed > LONGEST_TERM)) {
      throw new Problem.InvalidRequest("agreedDays（合同约定的付款天数）为 1 到 " + LONGEST_TERM + "。");
    }
    long cents = cents(given.amount(), "amount（拖欠金额，元）");
    return new EventPayload.ArrearsRecorded(
        cents,
        PlainText.required(given.debtor(), "debtor（欠款单位名称）", LONGEST_NAME),
        kind.code(),
        PlainText.optional(given.contract(), "contract（合同）", LONGEST_NAME),
        given.undisputed(),
        given.deliveredOn() == null || given.deliveredOn().isBlank()
            ? null
            : day(given.deliveredOn(), "deliveredOn（交付、验收或结算日期）"),
        agreed,
        instalments(given.instalments(), cents));
  }

  private static List<Instalment> instalments(
      List<EventRequest.InstalmentRequest> given, long owed) {
    if (given == null) {
      return List.of();
    }
    if (given.size() > MOST_INSTALMENTS) {
      throw new Problem.InvalidRequest("instalments（约定的分期）最多 " + MOST_INSTALMENTS + " 期。");
    }
    List<Instalment> all =
        given.stream()
            .map(
                one ->
                    new Instalment(
                        day(one.due(), "instalments.due（约定付款日）"),
                        cents(one.amount(), "instalments.amount（约定金额，元）")))
            .toList();
    if (all.stream().mapToLong(Instalment::cents).sum() > owed) {
      throw new Problem.InvalidRequest("各期约定金额之和超过了拖欠金额，请核对。");
    }
    return all;
  }

  /** A payment of what is owed; not before it was recorded, nor more than is left. */
  static EventPayload.Repaid repaid(EventRequest request, CaseState standing, LocalDate today) {
    EventRequest.RepaymentRequest given = request.repayment();
    if (given == null) {
      throw new Problem.InvalidRequest("请给出 repayment：还款金额和日期。");
    }
    long cents = cents(given.amount(), "repayment.amount（还款金额，元）");
    LocalDate paidOn = day(given.paidOn(), "repayment.paidOn（到账日期）");
    if (paidOn.isAfter(today)) {
      throw new Problem.InvalidRequest("到账日期不能晚于今天。");
    }
    long open = standing.topics().arrears().openCents();
    if (cents > open) {
      throw new Problem.InvalidRequest(
          "还款金额超过了尚欠的 " + BigDecimal.valueOf(open, 2).toPlainString() + " 元，请核对；拖欠金额有误请先重新登记。");
    }
    return new EventPayload.Repaid(
        cents, paidOn, PlainText.optional(request.text(), "text（说明）", LONGEST_NAME));
  }

  private static long cents(BigDecimal yuan, String field) {
    if (yuan == null || yuan.signum() <= 0) {
      throw new Problem.InvalidRequest(field + " 请填大于 0 的数。");
    }
    if (yuan.stripTrailingZeros().scale() > 2
        || yuan.movePointRight(2)
                .compareTo(BigDecimal.valueOf(EventPayload.ArrearsRecorded.MOST_CENTS))
            > 0) {
      throw new Problem.InvalidRequest(field + " 最多两位小数，不超过一千亿元；请按元填写。");
    }
    return yuan.movePointRight(2).longValueExact();
  }

  static LocalDate day(String given, String field) {
    try {
      return LocalDate.parse(PlainText.clean(given));
    } catch (DateTimeException e) {
      throw new Problem.InvalidRequest(field + " 请写成 2026-01-31 这样的形式。");
    }
  }
}
