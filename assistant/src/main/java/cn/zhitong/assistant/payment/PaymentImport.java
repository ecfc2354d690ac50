package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.workday.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes a payment file: read → match → check → keep, all of it in one transaction or nothing. What
 * counts as a payment is then told to the applications, now or after a restart.
 */
@ApplicationScoped
class PaymentImport {
  private final PaymentFileReader reader;
  private final PaymentStore store;
  private final PaymentPosting posting;
  private final Budgets budgets;
  private final Calendars calendars;
  private final PaymentRights rights;
  private final Clock clock;

  PaymentImport(
      PaymentFileReader reader,
      PaymentStore store,
      PaymentPosting posting,
      Budgets budgets,
      Calendars calendars,
      PaymentRights rights,
      Clock clock) {
    this.reader = reader;
    this.store = store;
    this.posting = posting;
    this.budgets = budgets;
    this.calendars = calendars;
    this.rights = rights;
    this.clock = clock;
  }

  /** A file that came in. */
  record Sent(Path path, String name, Caller caller, boolean dryRun) {
    /** Whose applications it may pay; null for all. */
    String department() {
      return caller.has(Role.SUPERVISOR) ? null : Objects.toString(caller.department(), "");
    }
  }

  /**
   * What a file is compared with besides the ledger; read before it, which has the only
   * transaction: a second connection inside would wait for those that wait for this one.
   *
   * @param offices names of the department whose applications may be paid; null for all
   * @param warnings of budgets, for those who see all
   */
  private record Basis(
      PaymentFile file,
      String digest,
      List<String> offices,
      WorkingDays calendar,
      List<String> warnings) {}

  /**
   * @throws cn.zhitong.assistant.web.Problem.InvalidRequest where columns are missing
   * @throws cn.zhitong.assistant.web.Problem.UnreadableFile where it cannot be read
   */
  PaymentOutcome run(Sent sent) {
    PaymentFile file = reader.read(sent.path());
    Basis basis =
        new Basis(
            file,
            digest(file, sent.department()),
            rights.paying(sent.caller()),
            calendars.current(),
            sent.department() == null ? budgets.warnings() : List.of());
    PaymentOutcome outcome =
        store.take(basis.digest(), !sent.dryRun(), ledger -> taken(basis, ledger, sent));
    if (!sent.dryRun() && !outcome.unchanged()) {
      posting.post();
    }
    return outcome;
  }

  private PaymentStore.Taken taken(Basis basis, PaymentStore.Ledger ledger, Sent sent) {
    UUID id = Ids.next();
    PaymentFile file = basis.file();
    PaymentReconciliation.Reconciled reconciled =
        new PaymentReconciliation(ledger, basis.offices(), LocalDate.now(clock), basis.calendar())
            .of(id, file.rows());
    PaymentBatch batch =
        new PaymentBatch(
            id,
            basis.digest(),
            sent.name(),
            sent.department(),
            file.rows().size() + file.unread().size(),
            reconciled.matched(),
            sent.caller().name(),
            sent.caller().shownName(),
            clock.instant());
    return new PaymentStore.Taken(
        batch,
        outcome(batch, basis, reconciled, sent),
        reconciled.entries(),
        reconciled.told().stream().map(PaymentReconciliation.Told::finding).toList());
  }

  private static PaymentOutcome outcome(
      PaymentBatch batch, Basis basis, PaymentReconciliation.Reconciled reconciled, Sent sent) {
    boolean dryRun = sent.dryRun();
    PaymentFile file = basis.file();
    List<PaymentOutcome.RowFinding> findings =
        Stream.concat(
                reconciled.told().stream().map(PaymentImport::shown),
                file.unread().stream().filter(one -> one.kind() != null).map(PaymentImport::shown))
            .toList();
    List<String> notes = new ArrayList<>(file.notes());
    notes.addAll(basis.warnings());
    String message =
        (dryRun ? "试算，没有改变任何记录。" : "")
            + "共 "
            + batch.rows()
            + " 行，登记 "
            + batch.matched()
            + " 行，待核实 "
            + (file.rows().size() - batch.matched())
            + " 行，未读 "
            + file.unread().size()
            + " 行。";
    return new PaymentOutcome(
        dryRun ? null : batch.id(),
        dryRun,
        false,
        batch.rows(),
        batch.matched(),
        findings,
        file.unread().stream().map(PaymentOutcome.UnreadRow::of).toList(),
        notes,
        message);
  }

  private static PaymentOutcome.RowFinding shown(PaymentReconciliation.Told one) {
    PaymentFinding finding = one.finding();
    return new PaymentOutcome.RowFinding(
        finding.kind().code(),
        finding.kind().label(),
        one.row() == null ? null : one.row().sheet(),
        one.row() == null ? null : one.row().row(),
        finding.applicationId(),
        one.about() == null ? null : one.about().number(),
        finding.message(),
        one.held());
  }

  private static PaymentOutcome.RowFinding shown(PaymentFile.UnreadRow one) {
    return new PaymentOutcome.RowFinding(
        one.kind().code(),
        one.kind().label(),
        one.sheet(),
        one.row(),
        null,
        one.number(),
        one.why(),
        true);
  }

  /** The same list saved in another form, or under another name, is the same list. */
  private static String digest(PaymentFile file, String department) {
    StringBuilder text = new StringBuilder(Objects.toString(department, ""));
    for (PaymentRow row : file.rows()) {
      for (Object part :
          new Object[] {
            key(row.applicationId()),
            row.number() == null ? "" : PaymentKeys.number(row.number()),
            row.creditCode() == null ? "" : PaymentKeys.code(row.creditCode()),
            key(row.payee()),
            key(row.enterprise()),
            key(row.item()),
            row.fen(),
            row.paidOn(),
            key(row.voucher()),
            key(row.lot()),
            key(row.note())
          }) {
        text.append(part).append('\u001f');
      }
      text.append('\n');
    }
    file.unread().forEach(one -> text.append(one.row()).append(one.why()).append('\n'));
    return EventChain.sha256(text.toString());
  }

  private static String key(String text) {
    return text == null ? "" : PaymentKeys.item(text);
  }
}
