package cn.zhitong.assistant.arrears;

import cn.zhitong.common.workday.WorkingDays;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Until when a debt was to be paid by 《保障中小企业款项支付条例》 (State Council decree 802, in force from
 * 2025-06-01), article 9: organs and institutions 30 days from delivery, by contract at most 60;
 * large enterprises 60 days, or as the contract reasonably says. A last day that is no working day
 * moves to the next working day (Civil Code, article 203).
 *
 * @param days calendar days that count
 * @param due last day
 * @param provisional whether the working days of that year are not published yet
 * @param note what is to be looked at, or null
 */
public record PaymentTerm(int days, LocalDate due, boolean provisional, String note) {
  private static final int BY_ORGANS = 30;
  private static final int LONGEST_BY_ORGANS = 60;
  private static final int BY_LARGE = 60;

  /** A long holiday has fewer days off in a row. */
  private static final int LONGEST_HOLIDAY = 20;

  private static final String CAPPED = "合同约定的付款期限超过六十日，按条例第九条最长六十日计算";
  private static final String LONG_BY_LARGE = "合同约定长于六十日，请核对约定是否合理（条例第九条）";

  /** Empty where nobody set a term, or the day that it starts from is not known. */
  public static Optional<PaymentTerm> of(
      DebtorKind kind, LocalDate deliveredOn, Integer agreedDays, WorkingDays calendar) {
    if (deliveredOn == null) {
      return Optional.empty();
    }
    return switch (kind) {
      case STATE_ORGAN, PUBLIC_INSTITUTION -> {
        int agreed = agreedDays == null ? BY_ORGANS : agreedDays;
        yield Optional.of(
            on(
                deliveredOn,
                Math.min(agreed, LONGEST_BY_ORGANS),
                agreed > LONGEST_BY_ORGANS ? CAPPED : null,
                calendar));
      }
      case LARGE_ENTERPRISE -> {
        int agreed = agreedDays == null ? BY_LARGE : agreedDays;
        yield Optional.of(
            on(deliveredOn, agreed, agreed > BY_LARGE ? LONG_BY_LARGE : null, calendar));
      }
      case OTHER ->
          agreedDays == null
              ? Optional.empty()
              : Optional.of(on(deliveredOn, agreedDays, null, calendar));
    };
  }

  private static PaymentTerm on(LocalDate from, int days, String note, WorkingDays calendar) {
    LocalDate due = nextWorkingDay(from.plusDays(days), calendar);
    return new PaymentTerm(days, due, !calendar.loaded(due.getYear()), note);
  }

  private static LocalDate nextWorkingDay(LocalDate day, WorkingDays calendar) {
    LocalDate found = day;
    for (int i = 0; i < LONGEST_HOLIDAY && !calendar.working(found); i++) {
      found = found.plusDays(1);
    }
    return found;
  }
}
