package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.text.Coded;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Batches, entries and findings of payments. */
@ApplicationScoped
class PaymentStore {
  /** Of several imports at once, one goes first and the others see what it did. */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(735)";

  private static final String BY_DIGEST =
      "select outcome from assistant.payment_batch where digest = ?";

  private static final String INSERT_BATCH =
      """
      insert into assistant.payment_batch
        (id, digest, file_name, department, rows, matched, outcome, imported_by, importer_name,
         imported_at)
      values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
      """;

  private static final String INSERT_ENTRY =
      """
      insert into assistant.payment_entry
        (id, batch_id, sheet, row, number, credit_code, payee, item, amount_fen, paid_on, voucher,
         lot, application_id, state)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_FINDING =
      """
      insert into assistant.payment_finding
        (id, batch_id, entry_id, seq, kind, application_id, message)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  /** What a person has put aside is no payment. */
  private static final String EARLIER =
      """
      select e.application_id, e.amount_fen, e.paid_on, e.voucher, e.row, e.sheet,
             e.state, b.imported_at, b.file_name
        from assistant.payment_entry e join assistant.payment_batch b on b.id = e.batch_id
       where e.state <> 'ignored'
       order by e.id
      """;

  private static final String BATCHES =
      """
      select * from assistant.payment_batch
       where (?::text[] is null or department = any (?)) order by imported_at desc, id desc limit ? offset ?
      """;

  private static final String COUNT_BATCHES =
      "select count(*) from assistant.payment_batch where (?::text[] is null or department = any (?))";

  private static final String DEPARTMENT =
      "select coalesce(department, '') from assistant.payment_batch where id = ?";

  private static final String ENTRY = "select * from assistant.payment_entry where id = ?";

  private static final String COUNTED =
      """
      select 1 from assistant.payment_entry
       where application_id = ? and voucher = ? and amount_fen = ? and id <> ?
         and state in ('booked', 'accepted', 'corrected')
       limit 1
      """;

  private static final String RESOLVE =
      """
      update assistant.payment_entry
         set state = ?, application_id = ?, resolved_by = ?, resolver_name = ?, resolved_at = ?,
             reason = ?
       where id = ? and state = 'open'
      """;

  private final Jdbc jdbc;

  PaymentStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** What a file is compared with. */
  record Ledger(
      List<PayableApplication> applications,
      List<EarlierPayment> earlier,
      List<BudgetStore.Use> budgets) {}

  /** What a file came to, to be kept as a whole. */
  record Taken(
      PaymentBatch batch,
      PaymentOutcome outcome,
      Collection<PaymentEntry> entries,
      Collection<PaymentFinding> findings) {}

  /**
   * Takes a file in one transaction, one file after another: all of it is kept, or nothing.
   *
   * @param digest of the list; one that was taken before gives what it came to then
   * @param keep false to look alone
   */
  PaymentOutcome take(String digest, boolean keep, Function<Ledger, Taken> reconcile) {
    return jdbc.transaction(
        session -> {
          session.query(ONE_AT_A_TIME, row -> 0);
          Optional<PaymentOutcome> known =
              session.first(BY_DIGEST, row -> outcome(row.getString("outcome")), digest);
          if (known.isPresent()) {
            return known.get().again();
          }
          Taken taken =
              reconcile.apply(
                  new Ledger(
                      PayableStore.all(session),
                      session.query(EARLIER, PaymentStore::earlier),
                      BudgetStore.all(session)));
          if (keep) {
            insert(session, taken);
          }
          return taken.outcome();
        });
  }

  private static void insert(Jdbc.Session session, Taken taken) throws SQLException {
    PaymentBatch batch = taken.batch();
    session.update(
        INSERT_BATCH,
        batch.id(),
        batch.digest(),
        batch.fileName(),
        batch.department(),
        batch.rows(),
        batch.matched(),
        StandardJson.write(taken.outcome()),
        batch.importedBy(),
        batch.importerName(),
        batch.importedAt());
    session.batch(INSERT_ENTRY, taken.entries().stream().map(PaymentStore::values).toList());
    List<Object[]> told = new ArrayList<>();
    for (PaymentFinding one : taken.findings()) {
      told.add(
          new Object[] {
            Ids.next(),
            batch.id(),
            one.entryId(),
            told.size(),
            one.kind().code(),
            one.applicationId(),
            one.message()
          });
    }
    session.batch(INSERT_FINDING, told);
  }

  private static Object[] values(PaymentEntry one) {
    return new Object[] {
      one.id(),
      one.batchId(),
      one.sheet(),
      one.row(),
      one.number(),
      one.creditCode(),
      one.payee(),
      one.item(),
      one.fen(),
      one.paidOn(),
      one.voucher(),
      one.lot(),
      one.applicationId(),
      one.state().code()
    };
  }

  /** What a person decided on an entry, and why. */
  record Decision(
      EntryState state, UUID applicationId, String by, String name, Instant at, String reason) {}

  /**
   * Puts down what a person decided.
   *
   * @return false where somebody has decided before
   */
  boolean resolve(UUID id, Decision one) {
    return jdbc.update(
            RESOLVE,
            one.state().code(),
            one.applicationId(),
            one.by(),
            one.name(),
            one.at(),
            one.reason(),
            id)
        == 1;
  }

  /** Whether another entry brought the application the same amount under the same voucher. */
  boolean isCounted(PaymentEntry entry, UUID application) {
    return entry.voucher() != null
        && jdbc.first(COUNTED, row -> true, application, entry.voucher(), entry.fen(), entry.id())
            .isPresent();
  }

  Optional<PaymentEntry> entry(UUID id) {
    return jdbc.first(ENTRY, PaymentStore::entry, id);
  }

  /** Whose batch it is; "" for a supervisor's. */
  String departmentOf(UUID batch) {
    return jdbc.first(DEPARTMENT, row -> row.getString(1), batch).orElse("");
  }

  List<PaymentBatch> batches(List<String> offices, int limit, long offset) {
    return jdbc.query(BATCHES, PaymentStore::batch, offices, offices, limit, offset);
  }

  int countBatches(List<String> offices) {
    return jdbc.first(COUNT_BATCHES, row -> row.getInt(1), offices, offices).orElse(0);
  }

  private static EarlierPayment earlier(ResultSet row) throws SQLException {
    String file = row.getString("file_name");
    String sheet = row.getString("sheet");
    EntryState state = Coded.of(EntryState.class, row.getString("state"));
    return new EarlierPayment(
        row.getObject("application_id", UUID.class),
        row.getLong("amount_fen"),
        Jdbc.date(row, "paid_on"),
        row.getString("voucher"),
        Jdbc.instant(row, "imported_at").atZone(Infrastructure.ZONE).toLocalDate()
            + " 导入的"
            + (file == null ? "文件" : "“" + file + "”")
            + (sheet == null ? "" : "“" + sheet + "”")
            + "第 "
            + row.getInt("row")
            + " 行",
        state.counts());
  }

  private static PaymentBatch batch(ResultSet row) throws SQLException {
    return new PaymentBatch(
        row.getObject("id", UUID.class),
        row.getString("digest"),
        row.getString("file_name"),
        row.getString("department"),
        row.getInt("rows"),
        row.getInt("matched"),
        row.getString("imported_by"),
        row.getString("importer_name"),
        Jdbc.instant(row, "imported_at"));
  }

  static PaymentEntry entry(ResultSet row) throws SQLException {
    return new PaymentEntry(
        row.getObject("id", UUID.class),
        row.getObject("batch_id", UUID.class),
        row.getString("sheet"),
        row.getInt("row"),
        row.getString("number"),
        row.getString("credit_code"),
        row.getString("payee"),
        row.getString("item"),
        row.getLong("amount_fen"),
        Jdbc.date(row, "paid_on"),
        row.getString("voucher"),
        row.getString("lot"),
        row.getObject("application_id", UUID.class),
        Coded.of(EntryState.class, row.getString("state")),
        row.getString("resolver_name"),
        Jdbc.instant(row, "resolved_at"),
        row.getString("reason"));
  }

  private static PaymentOutcome outcome(String stored) {
    try {
      return StandardJson.MAPPER.readValue(stored, PaymentOutcome.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored outcome cannot be read", e);
    }
  }
}
