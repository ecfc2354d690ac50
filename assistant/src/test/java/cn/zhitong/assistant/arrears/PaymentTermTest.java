package cn.zhitong.assistant.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhitong.common.workday.WorkingDays;
import cn.zhitong.common.workday.YearDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTermTest {
  /** 2026-10-01 to 07 are off, as in a National Day holiday. */
  private static final WorkingDays CALENDAR =
      new WorkingDays(
          List.of(
              new YearDays(
                  2026,
                  Map.of(
                      LocalDate.of(2026, 10, 1), true,
                      LocalDate.of(2026, 10, 2), true,
                      LocalDate.of(2026, 10, 5), true,
                      LocalDate.of(2026, 10, 6), true,
                      LocalDate.of(2026, 10, 7), true))));

  @ParameterizedTest
  @CsvSource({
    // kind, delivered, agreed, days, due, noted
    "STATE_ORGAN,2026-03-02,,30,2026-04-01,false",
    "PUBLIC_INSTITUTION,2026-03-02,45,45,2026-04-16,false",
    "STATE_ORGAN,2026-03-02,60,60,2026-05-01,false",
    "STATE_ORGAN,2026-03-02,61,60,2026-05-01,true",
    "LARGE_ENTERPRISE,2026-03-02,,60,2026-05-01,false",
    "LARGE_ENTERPRISE,2026-03-02,90,90,2026-06-01,true",
    "OTHER,2026-03-02,15,15,2026-03-17,false",
    // A Saturday, and a long holiday.
    "STATE_ORGAN,2026-05-07,,30,2026-06-08,false",
    "STATE_ORGAN,2026-09-01,,30,2026-10-08,false",
  })
  void term_ofEachKind_isTheRegulations(
      DebtorKind kind,
      LocalDate delivered,
      Integer agreed,
      int days,
      LocalDate due,
      boolean noted) {
    PaymentTerm term = PaymentTerm.of(kind, delivered, agreed, CALENDAR).orElseThrow();
    assertThat(term.days()).isEqualTo(days);
    assertThat(term.due()).isEqualTo(due);
    assertThat(term.note() != null).isEqualTo(noted);
  }

  @Test
  void term_withoutDayOrRule_isNone_ofAnUnknownYear_isProvisional() {
    assertThat(PaymentTerm.of(DebtorKind.STATE_ORGAN, null, null, CALENDAR)).isEmpty();
    LocalDate delivered = LocalDate.of(2026, 3, 2);
    assertThat(PaymentTerm.of(DebtorKind.OTHER, delivered, null, CALENDAR)).isEmpty();
    LocalDate late = LocalDate.of(2026, 12, 20);
    assertThat(PaymentTerm.of(DebtorKind.STATE_ORGAN, late, null, CALENDAR).orElseThrow())
        .extracting(PaymentTerm::due, PaymentTerm::provisional)
        .containsExactly(LocalDate.of(2027, 1, 19), true);
  }

  @Test
  void complaint_acceptedOnADay_hasTheThreeDays() {
    ComplaintTerms terms = ComplaintTerms.of(LocalDate.of(2026, 3, 2), CALENDAR);
    assertThat(terms.passOnBy()).isEqualTo(LocalDate.of(2026, 3, 16));
    assertThat(terms.resultBy()).isEqualTo(LocalDate.of(2026, 4, 15));
    assertThat(terms.longestBy()).isEqualTo(LocalDate.of(2026, 6, 14));
  }

  @Test
  void instalments_paidInPart_earliestFirst_lateOnesAreOverdue() {
    List<Instalment> all =
        List.of(
            new Instalment(LocalDate.of(2026, 3, 1), 50_00),
            new Instalment(LocalDate.of(2026, 1, 1), 100_00),
            new Instalment(LocalDate.of(2026, 9, 1), 50_00));
    List<ArrearsViews.InstalmentView> shown =
        ArrearsViews.instalments(all, 120_00, LocalDate.of(2026, 4, 1));
    assertThat(shown)
        .extracting(one -> one.due() + " " + one.open() + " " + one.overdue())
        .containsExactly(
            "2026-01-01 0.00 false", "2026-03-01 30.00 true", "2026-09-01 50.00 false");
  }
}
