package cn.zhitong.assistant.arrears;

import cn.zhitong.common.workday.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the API says of 拖欠账款; amounts in 元 with two decimals. */
public final class ArrearsViews {
  private ArrearsViews() {}

  /** The term by the regulation or the contract. */
  public record TermView(
      int days, LocalDate due, boolean provisional, boolean overdue, String note) {}

  /**
   * @param open what of it is still to be paid
   */
  public record InstalmentView(
      LocalDate due, BigDecimal amount, BigDecimal open, boolean overdue) {}

  public record RepaymentView(LocalDate paidOn, BigDecimal amount) {}

  /** What is owed on one case; all but the complaint's terms null before it was recorded. */
  public record Detail(
      @Schema(description = "来件中写到的金额，供登记时参考") BigDecimal mentioned,
      BigDecimal amount,
      BigDecimal paid,
      BigDecimal open,
      String debtor,
      String debtorKind,
      String debtorKindLabel,
      String contract,
      @Schema(description = "true 无争议，false 有争议，null 未核实") Boolean undisputed,
      LocalDate deliveredOn,
      Integer agreedDays,
      TermView term,
      List<InstalmentView> instalments,
      List<RepaymentView> repayments,
      ComplaintTerms complaint) {}

  /**
   * @param owed null before it was recorded
   * @param mentionedCents what the appeal names, in 分; null for nothing
   * @param shown what may be shown of a text
   */
  public static Detail detail(
      Arrears owed,
      Long mentionedCents,
      LocalDate received,
      LocalDate today,
      WorkingDays calendar,
      UnaryOperator<String> shown) {
    BigDecimal mentioned = mentionedCents == null ? null : yuan(mentionedCents);
    ComplaintTerms complaint = ComplaintTerms.of(received, calendar);
    if (owed == null) {
      return new Detail(
          mentioned, null, null, null, null, null, null, null, null, null, null, null, List.of(),
          List.of(), complaint);
    }
    return new Detail(
        mentioned,
        yuan(owed.cents()),
        yuan(owed.paidCents()),
        yuan(owed.openCents()),
        text(owed.debtor(), shown),
        owed.debtorKind().code(),
        owed.debtorKind().label(),
        text(owed.contract(), shown),
        owed.undisputed(),
        owed.deliveredOn(),
        owed.agreedDays(),
        term(owed, today, calendar).orElse(null),
        instalments(owed.instalments(), owed.paidCents(), today),
        owed.repayments().stream()
            .map(one -> new RepaymentView(one.paidOn(), yuan(one.cents())))
            .toList(),
        complaint);
  }

  private static String text(String text, UnaryOperator<String> shown) {
    return text == null ? null : shown.apply(text);
  }

  private static Optional<TermView> term(Arrears owed, LocalDate today, WorkingDays calendar) {
    return PaymentTerm.of(owed.debtorKind(), owed.deliveredOn(), owed.agreedDays(), calendar)
        .map(
            term ->
                new TermView(
                    term.days(),
                    term.due(),
                    term.provisional(),
                    owed.openCents() > 0 && today.isAfter(term.due()),
                    term.note()));
  }

  /** By their days; what was paid counts for the earliest first. */
  static List<InstalmentView> instalments(List<Instalment> all, long paidCents, LocalDate today) {
    List<Instalment> ordered = all.stream().sorted(Comparator.comparing(Instalment::due)).toList();
    long[] left = {paidCents};
    return ordered.stream()
        .map(
            one -> {
              long covered = Math.min(left[0], one.cents());
              left[0] -= covered;
              long open = one.cents() - covered;
              return new InstalmentView(
                  one.due(), yuan(one.cents()), yuan(open), open > 0 && one.due().isBefore(today));
            })
        .toList();
  }

  static BigDecimal yuan(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }
}
