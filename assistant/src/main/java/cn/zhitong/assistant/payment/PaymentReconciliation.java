package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.workday.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A file beside what was approved and paid: match → check → look for what is missing. */
final class PaymentReconciliation {
  private final List<PayableApplication> applications;
  private final List<String> offices;
  private final LocalDate today;
  private final WorkingDays calendar;
  private final PaymentChecks checks;
  private final PaymentMatcher matcher;
  private final PaymentMatcher everybodys;
  private final List<CheckedRow> rows = new ArrayList<>();

  /**
   * @param offices names of the department whose applications may be paid; null for all
   */
  PaymentReconciliation(
      PaymentStore.Ledger ledger, List<String> offices, LocalDate today, WorkingDays calendar) {
    this.offices = offices;
    this.applications = ledger.applications();
    this.today = today;
    this.calendar = calendar;
    this.checks = new PaymentChecks(calendar, ledger);
    // What is told of others' applications is that they are others'.
    this.matcher = new PaymentMatcher(ledger.applications().stream().filter(this::isOwn).toList());
    this.everybodys = offices == null ? matcher : new PaymentMatcher(ledger.applications());
  }

  /** Rows as they will be kept, with what is told of them and of applications left out. */
  record Reconciled(List<PaymentEntry> entries, List<Told> told) {
    int matched() {
      return (int) entries.stream().filter(one -> one.state().counts()).count();
    }
  }

  /** A finding with the row it is about; both row and entry are null for one without. */
  record Told(PaymentFinding finding, PaymentRow row, PayableApplication about, boolean held) {}

  Reconciled of(UUID batch, List<PaymentRow> file) {
    VoucherShapes vouchers = new VoucherShapes(file);
    file.forEach(row -> rows.add(matched(vouchers.checked(row))));
    checks.check(rows);
    List<PaymentEntry> entries = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    for (CheckedRow one : rows) {
      PaymentEntry entry = entry(batch, one);
      entries.add(entry);
      for (CheckedRow.Fault fault : one.faults()) {
        PaymentFinding finding =
            new PaymentFinding(entry.id(), fault.kind(), entry.applicationId(), fault.message());
        told.add(new Told(finding, one.row(), one.application(), one.isHeld()));
      }
    }
    told.addAll(unpaid());
    return new Reconciled(entries, told);
  }

  private CheckedRow matched(PaymentRow row) {
    PaymentMatcher.Match match = matcher.match(row);
    PayableApplication application = match.application();
    String why = match.why();
    if (application == null
        && everybodys != matcher
        && everybodys.match(row).application() != null) {
      why = "这件申报由其他部门办理，请由该部门或督办导入";
    }
    CheckedRow checked = new CheckedRow(row, application);
    if (application == null) {
      checked.hold(FindingKind.UNKNOWN, why);
    }
    return checked;
  }

  private boolean isOwn(PayableApplication application) {
    return offices == null || offices.contains(application.department());
  }

  /** Approved and due, but neither in the file nor paid before. */
  private List<Told> unpaid() {
    Set<UUID> inFile = new HashSet<>();
    rows.stream()
        .filter(one -> one.application() != null)
        .forEach(one -> inFile.add(one.application().id()));
    return applications.stream()
        .filter(one -> one.isApproved() && "approved".equals(one.state()) && isOwn(one))
        .filter(one -> !one.isFullyPaid() && !inFile.contains(one.id()))
        .filter(one -> one.paymentDue() != null && one.paymentDue().isBefore(today))
        .sorted(
            Comparator.comparing(PayableApplication::paymentDue)
                .thenComparing(PayableApplication::number))
        .map(
            one ->
                new Told(
                    new PaymentFinding(null, FindingKind.UNPAID, one.id(), unpaid(one)),
                    null,
                    one,
                    false))
        .toList();
  }

  private String unpaid(PayableApplication one) {
    long left = one.approvedFen() == null ? 0 : one.approvedFen() - one.paidFen();
    return one.number()
        + "（"
        + one.enterpriseName()
        + "，"
        + one.itemTitle()
        + "）应于 "
        + one.paymentDue()
        + " 前拨付"
        + (left > 0 ? " " + AmountReader.yuan(left) : "")
        + "，不在文件中，"
        + (one.paidFen() > 0 ? "此前只拨付 " + AmountReader.yuan(one.paidFen()) : "此前也没有拨付")
        + "，已超期 "
        + calendar.between(one.paymentDue(), today)
        + " 个工作日";
  }

  private static PaymentEntry entry(UUID batch, CheckedRow one) {
    PaymentRow row = one.row();
    return new PaymentEntry(
        Ids.next(),
        batch,
        row.sheet(),
        row.row(),
        row.number(),
        row.creditCode(),
        row.name(),
        row.item(),
        row.fen(),
        row.paidOn(),
        row.voucher(),
        row.lot(),
        one.application() == null ? null : one.application().id(),
        one.state(),
        null,
        null,
        null);
  }
}
