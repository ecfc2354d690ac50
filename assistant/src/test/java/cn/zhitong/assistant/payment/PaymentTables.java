package cn.zhitong.assistant.payment;

import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import io.quarkus.test.junit.QuarkusMock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The tables of payments, and applications to pay. */
public final class PaymentTables {
  private static final String INSERT =
      """
      insert into assistant.application
        (id, number, mode, item_id, item_version, item_title, credit_code, enterprise_name, region,
         industry, scale, department, state, version, applied_fen, approved_fen, submitted_at,
         accepted_at, publicity_until, approved_at, payment_due, state_since, created_at, updated_at)
      values (?, ?, 'request', ?, 1, ?, ?, ?, '350102', 'C34', '小型', ?, ?, 5, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  public static final Instant SUBMITTED = Instant.parse("2026-02-02T02:00:00Z");
  public static final Instant APPROVED = Instant.parse("2026-02-27T02:00:00Z");
  public static final LocalDate DUE = LocalDate.of(2026, 3, 13);

  private PaymentTables() {}

  public static void empty(Jdbc jdbc) {
    for (String table :
        List.of(
            "payment_finding",
            "payment_entry",
            "payment_batch",
            "payment_budget",
            "payment_claim",
            "result_embargo",
            "result_correction",
            "inspection_read",
            "application")) {
      jdbc.update("delete from assistant." + table);
    }
  }

  /** A payment of such a row, as the log would have it. */
  public static void pay(Jdbc jdbc, UUID application, int seq, long fen, LocalDate day) {
    jdbc.update(
        """
        insert into assistant.application_event
          (id, application_id, seq, type, actor, actor_name, at, based_on, body, previous_hash, hash)
        values (?, ?, ?, 'pay', 'row', '行', now(), 0, ?::jsonb, '', '')
        """,
        Ids.next(),
        application,
        seq,
        "{\"amountFen\":" + fen + ",\"paidOn\":\"" + day + "\"}");
  }

  /** Takes them out again: no log holds with them. */
  public static void unpay(Jdbc jdbc) {
    jdbc.update("delete from assistant.application_event where actor = 'row'");
  }

  /** Has payments put on these rows, which have no log; until the test is over. */
  public static void payRows(Jdbc jdbc) {
    QuarkusMock.installMockForType(new FakePaidApplications(jdbc), PaidApplications.class);
  }

  /** An application; approved amounts and days only where its state has them. */
  public static UUID application(
      Jdbc jdbc,
      String number,
      String code,
      String name,
      UUID item,
      String title,
      String state,
      long yuan) {
    UUID id = Ids.next();
    boolean granted = List.of("approved", "paid", "closed").contains(state);
    jdbc.update(
        INSERT,
        id,
        number,
        item,
        title,
        code,
        name,
        "市经信局",
        state,
        yuan * 100,
        granted ? yuan * 100 : null,
        SUBMITTED,
        SUBMITTED,
        LocalDate.of(2026, 2, 26),
        granted ? APPROVED : null,
        granted ? DUE : null,
        APPROVED,
        SUBMITTED,
        APPROVED);
    return id;
  }
}
