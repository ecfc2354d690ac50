package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Entries with their applications and findings, as lists show them. */
@ApplicationScoped
class PaymentListStore {
  private static final String FROM =
      """
        from assistant.payment_entry e
        join assistant.payment_batch b on b.id = e.batch_id
        left join assistant.application a on a.id = e.application_id
       where (?::uuid is null or a.item_id = ?) and (?::text is null or e.state = ?)
         and (?::uuid is null or e.batch_id = ?)
         and (?::text[] is null or a.department = any (?) or b.department = any (?))
         and (?::uuid is null or e.application_id = ?)
         and (?::text is null or exists (select 1 from assistant.payment_finding f
               where f.entry_id = e.id and f.kind = ?))
      """;

  private static final String PAGE =
      "select e.*, b.file_name, b.imported_at, a.number as application_number, a.item_id, a.item_title,"
          + " a.enterprise_name"
          + FROM
          + " order by b.imported_at desc, e.batch_id, e.sheet nulls first, e.row limit ? offset ?";

  private static final String COUNT = "select count(*)" + FROM;

  private static final String FINDINGS =
      """
      select entry_id, kind, message from assistant.payment_finding
       where entry_id = any(?::uuid[]) order by seq
      """;

  /** Of what was told of an application, the newest, as long as it is true. */
  private static final String UNPAID =
      """
      select distinct on (a.payment_due, a.id) f.batch_id, f.message, b.file_name, b.imported_at, a.id,
             a.number, a.item_id, a.item_title, a.enterprise_name, a.credit_code, a.approved_fen,
             a.paid_fen
        from assistant.payment_finding f
        join assistant.payment_batch b on b.id = f.batch_id
        join assistant.application a on a.id = f.application_id
       where f.kind = 'unpaid' and a.state = 'approved'
         and (?::uuid is null or a.item_id = ?) and (?::uuid is null or f.batch_id = ?)
         and (?::text[] is null or a.department = any (?)) and (?::uuid is null or a.id = ?)
       order by a.payment_due, a.id, f.id desc
      """;

  private final Jdbc jdbc;

  PaymentListStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What narrows a list; null is no matter.
   *
   * @param offices names of the department whose payments are listed
   */
  record Filter(
      UUID item,
      EntryState state,
      FindingKind kind,
      UUID batch,
      List<String> offices,
      UUID application) {
    private List<Object> values() {
      String stateCode = state == null ? null : state.code();
      String kindCode = kind == null ? null : kind.code();
      return new ArrayList<>(
          Arrays.asList(
              item,
              item,
              stateCode,
              stateCode,
              batch,
              batch,
              offices,
              offices,
              offices,
              application,
              application,
              kindCode,
              kindCode));
    }
  }

  /** What is told of an entry. */
  record Remark(String kind, String kindLabel, String message) {}

  /** An entry with what it belongs to. */
  record Listed(
      PaymentEntry entry,
      String fileName,
      Instant importedAt,
      String applicationNumber,
      UUID itemId,
      String itemTitle,
      String enterprise,
      List<Remark> findings) {}

  /** An application that is due and not paid. */
  record Unpaid(
      UUID batchId,
      String fileName,
      Instant importedAt,
      UUID applicationId,
      String number,
      UUID itemId,
      String itemTitle,
      String enterprise,
      String creditCode,
      long leftFen,
      String message) {}

  int count(Filter filter) {
    return jdbc.first(COUNT, row -> row.getInt(1), filter.values().toArray()).orElse(0);
  }

  List<Listed> page(Filter filter, int limit, long offset) {
    List<Object> values = filter.values();
    values.add(limit);
    values.add(offset);
    List<Listed> entries = jdbc.query(PAGE, PaymentListStore::listed, values.toArray());
    Map<UUID, List<Remark>> remarks = new HashMap<>();
    jdbc.query(
        FINDINGS,
        row -> {
          FindingKind kind = Coded.of(FindingKind.class, row.getString("kind"));
          return remarks
              .computeIfAbsent(row.getObject("entry_id", UUID.class), id -> new ArrayList<>())
              .add(new Remark(kind.code(), kind.label(), row.getString("message")));
        },
        entries.stream().map(one -> one.entry().id().toString()).toList());
    return entries.stream()
        .map(
            one ->
                new Listed(
                    one.entry(),
                    one.fileName(),
                    one.importedAt(),
                    one.applicationNumber(),
                    one.itemId(),
                    one.itemTitle(),
                    one.enterprise(),
                    remarks.getOrDefault(one.entry().id(), List.of())))
        .toList();
  }

  List<Unpaid> unpaid(Filter filter) {
    return jdbc.query(
        UNPAID,
        PaymentListStore::unpaid,
        filter.item(),
        filter.item(),
        filter.batch(),
        filter.batch(),
        filter.offices(),
        filter.offices(),
        filter.application(),
        filter.application());
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        PaymentStore.entry(row),
        row.getString("file_name"),
        Jdbc.instant(row, "imported_at"),
        row.getString("application_number"),
        row.getObject("item_id", UUID.class),
        row.getString("item_title"),
        row.getString("enterprise_name"),
        List.of());
  }

  private static Unpaid unpaid(ResultSet row) throws SQLException {
    return new Unpaid(
        row.getObject("batch_id", UUID.class),
        row.getString("file_name"),
        Jdbc.instant(row, "imported_at"),
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("item_id", UUID.class),
        row.getString("item_title"),
        row.getString("enterprise_name"),
        row.getString("credit_code"),
        row.getLong("approved_fen") - row.getLong("paid_fen"),
        row.getString("message"));
  }
}
