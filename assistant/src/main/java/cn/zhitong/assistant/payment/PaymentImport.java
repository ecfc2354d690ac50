package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.Role;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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
  private final Clock clock;

  PaymentImport(
      PaymentFileReader reader,
      PaymentStore store,
      PaymentPosting posting,
      Budgets budgets,
      Calendars calendars,
      Clock clock) {
    this.reader = reader;
    this.store = store;
    this.posting = posting;
    this.budgets = budgets;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** A file that came in. */
  record Sent(Path path, String name, Caller caller, boolean dryRun) {
    /** Whose applications it may pay; null for all. */
    String department() {
      return caller.has(Role.SUPERVISOR) ? null : Objects.toString(caller.department(), "");
    }

    String displayName() {
      return caller.displayName() == null ? caller.name() : caller.displayName();
    }
  }

  /**
   * @throws cn.zhitong.assistant.web.Problem.InvalidRequest where columns are missing
   * @throws cn.zhitong.assistant.web.Problem.UnreadableFile where it cannot be read
   */
  PaymentOutcome run(Sent sent) {
    PaymentFile file = reader.read(sent.path());
    String digest = digest(file, sent.department());
    PaymentOutcome outcome =
        store.take(digest, !sent.dryRun(), ledger -> taken(file, ledger, digest, sent));
    if (!sent.dryRun() && !outcome.unchanged()) {
      posting.post();
    }
    return outcome;
  }

  private PaymentStore.Taken taken(
      PaymentFile file, PaymentStore.Ledger ledger, String digest, Sent sent) {
    UUID id = Ids.next();
    PaymentReconciliation.Reconciled reconciled =
        new PaymentReconciliation(
                ledger, sent.department(), LocalDate.now(clock), calendars.current())
            .of(id, file.rows());
    PaymentBatch batch =
        new PaymentBatch(
            id,
            digest,
            sent.name(),
            sent.department(),
            file.rows().size() + file.unread().size(),
            reconciled.matched(),
            sent.caller().name(),
            sent.displayName(),
            clock.instant());
    return new PaymentStore.Taken(
        batch,
        outcome(batch, file, reconciled, sent),
        reconciled.entries(),
        reconciled.told().stream().map(PaymentReconciliation.Told::finding).toList());
  }

  private PaymentOutcome outcome(
      PaymentBatch batch,
      PaymentFile file,
      PaymentReconciliation.Reconciled reconciled,
      Sent sent) {
    boolean dryRun = sent.dryRun();
    List<PaymentOutcome.RowFinding> findings =
        reconciled.told().stream().map(PaymentImport::shown).toList();
    List<String> notes = new ArrayList<>(file.notes());
    if (sent.department() == null) {
      notes.addAll(budgets.warnings());
    }
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
        file.unread(),
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
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String key(String text) {
    return text == null ? "" : PaymentKeys.item(text);
  }
}
