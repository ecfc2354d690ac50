package cn.zhitong.assistant.payment;

import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.jdbc.Ids;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Results that are public, their corrections and embargoes. */
@ApplicationScoped
class ResultStore {
  /** What was corrected stays, whatever became of the application. */
  private static final String PUBLIC =
      """
        from assistant.application a left join assistant.result_embargo e on e.item_id = a.item_id
       where a.approved_at is not null
         and (a.state in ('approved', 'paid', 'closed')
              or exists (select 1 from assistant.result_correction c where c.application_id = a.id))
         and (a.publicity_until is null or a.publicity_until < ?)
         and (e.until is null or e.until <= ?)
      """;

  private static final String FILTER =
      """
         and (?::uuid is null or a.item_id = ?) and (?::text is null or a.region like ?)
         and (?::int is null or extract(year from a.approved_at at time zone 'Asia/Shanghai') = ?)
      """;

  private static final String PAGE =
      "select a.id, a.item_id, a.item_title, a.credit_code, a.enterprise_name, a.region,"
          + " a.approved_fen, a.paid_fen, a.approved_at, a.paid_on"
          + PUBLIC
          + FILTER
          + " order by a.approved_at desc, a.id limit ? offset ?";

  private static final String COUNT = "select count(*)" + PUBLIC + FILTER;

  private static final String IS_PUBLIC = "select count(*)" + PUBLIC + " and a.id = ?";

  private static final String CORRECTIONS =
      """
      select application_id, text, corrected_at from assistant.result_correction
       where application_id = any(?::uuid[]) order by corrected_at, id
      """;

  private static final String CORRECT =
      """
      insert into assistant.result_correction (id, application_id, text, corrected_by, corrected_at)
      values (?, ?, ?, ?, ?)
      """;

  private static final String EMBARGO =
      """
      insert into assistant.result_embargo (item_id, until, set_by, set_at) values (?, ?, ?, ?)
      on conflict (item_id) do update
         set until = excluded.until, set_by = excluded.set_by, set_at = excluded.set_at
      """;

  private static final String LIFT = "delete from assistant.result_embargo where item_id = ?";

  private static final String EMBARGOES =
      """
      select e.item_id, i.title, e.until from assistant.result_embargo e
        left join assistant.item i on i.id = e.item_id order by e.until, e.item_id
      """;

  private final Jdbc jdbc;

  ResultStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** What was said of a result afterwards. */
  record Correction(String text, OffsetDateTime at) {}

  /** A result as it is stored. */
  record Result(
      UUID applicationId,
      UUID itemId,
      String item,
      String creditCode,
      String name,
      String region,
      Long approvedFen,
      long paidFen,
      LocalDate day,
      List<Correction> corrections) {}

  /** Until when an item's results are kept back. */
  record Embargo(UUID itemId, String item, LocalDate until) {}

  int count(PublishedResults.Wanted wanted, LocalDate today) {
    return jdbc.first(COUNT, row -> row.getInt(1), values(wanted, today).toArray()).orElse(0);
  }

  List<Result> page(PublishedResults.Wanted wanted, LocalDate today, int limit, long offset) {
    List<Object> values = values(wanted, today);
    values.add(limit);
    values.add(offset);
    List<Result> found = jdbc.query(PAGE, ResultStore::result, values.toArray());
    Map<UUID, List<Correction>> corrections = new HashMap<>();
    jdbc.query(
        CORRECTIONS,
        row ->
            corrections
                .computeIfAbsent(
                    row.getObject("application_id", UUID.class), i -> new ArrayList<>())
                .add(
                    new Correction(
                        row.getString("text"),
                        Jdbc.instant(row, "corrected_at")
                            .atZone(Infrastructure.ZONE)
                            .toOffsetDateTime())),
        found.stream().map(one -> one.applicationId().toString()).toList());
    return found.stream()
        .map(one -> with(one, corrections.getOrDefault(one.applicationId(), List.of())))
        .toList();
  }

  boolean isPublic(UUID application, LocalDate today) {
    return jdbc.first(IS_PUBLIC, row -> row.getInt(1) > 0, today, today, application).orElse(false);
  }

  void correct(UUID application, String text, String by, Instant at) {
    jdbc.update(CORRECT, Ids.next(), application, text, by, at);
  }

  void embargo(UUID item, LocalDate until, String by, Instant at) {
    jdbc.update(EMBARGO, item, until, by, at);
  }

  void lift(UUID item) {
    jdbc.update(LIFT, item);
  }

  List<Embargo> embargoes() {
    return jdbc.query(
        EMBARGOES,
        row ->
            new Embargo(
                row.getObject("item_id", UUID.class),
                row.getString("title"),
                Jdbc.date(row, "until")));
  }

  private static List<Object> values(PublishedResults.Wanted wanted, LocalDate today) {
    String within = wanted.regionPrefix() == null ? null : wanted.regionPrefix() + "%";
    return new ArrayList<>(
        Arrays.asList(
            today,
            today,
            wanted.item(),
            wanted.item(),
            within,
            within,
            wanted.year(),
            wanted.year()));
  }

  private static Result with(Result one, List<Correction> corrections) {
    return new Result(
        one.applicationId(),
        one.itemId(),
        one.item(),
        one.creditCode(),
        one.name(),
        one.region(),
        one.approvedFen(),
        one.paidFen(),
        one.day(),
        corrections);
  }

  private static Result result(ResultSet row) throws SQLException {
    LocalDate paidOn = Jdbc.date(row, "paid_on");
    return new Result(
        row.getObject("id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getString("item_title"),
        row.getString("credit_code"),
        row.getString("enterprise_name"),
        row.getString("region"),
        row.getObject("approved_fen", Long.class),
        row.getLong("paid_fen"),
        paidOn != null
            ? paidOn
            : Jdbc.instant(row, "approved_at").atZone(Infrastructure.ZONE).toLocalDate(),
        List.of());
  }
}
