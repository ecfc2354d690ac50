package cn.zhitong.assistant.arrears;

import cn.zhitong.common.jdbc.Jdbc;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.text.Coded;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reads the cases of the theme 拖欠账款, as casework folds them from their logs. */
@ApplicationScoped
class ArrearsStore {
  /** All that a caller may see: sums and the list are made of the same rows. */
  private static final String ROWS =
      """
      select c.id, c.number, c.asked_at, c.state, c.department, c.enterprise,
             a.cents, a.paid_cents, a.debtor, a.debtor_kind, a.contract, a.undisputed,
             a.delivered_on, a.agreed_days, a.instalments::text as instalments
        from assistant.case_theme t
        join assistant.appeal_case c on c.id = t.case_id
        left join assistant.case_arrears a on a.case_id = c.id
       where t.theme = 'arrears'
         and c.state not in ('withdrawn', 'rejected', 'merged')
         and (?::text is null or c.department = ? or c.department_id = ? or ? = any (c.supporting))
         and (?::text is null or a.debtor_kind = ?)
         and (?::boolean is null or a.undisputed = ?)
         and (?::text is null or c.region like ?)
         and (?::text is null or a.debtor ilike ? or c.number ilike ?)
       order by coalesce(a.cents, 0) - coalesce(a.paid_cents, 0) desc, c.asked_at, c.id
       limit 20000
      """;

  private static final TypeReference<List<Instalment>> INSTALMENTS = new TypeReference<>() {};

  private final Jdbc jdbc;

  ArrearsStore(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is wanted; null fields do not filter.
   *
   * @param office name or id of the department whose cases a handler sees
   * @param regionPrefix first digits of the region's code
   * @param words part of the debtor's name or of the case's number
   */
  record Wanted(
      String office, DebtorKind kind, Boolean undisputed, String regionPrefix, String words) {}

  /**
   * @param owed null before it was recorded; without its repayments' days
   * @param paidCents what came of it
   */
  record Listed(
      UUID id,
      String number,
      Instant askedAt,
      String state,
      String department,
      String enterprise,
      Arrears owed,
      long paidCents) {

    long openCents() {
      return owed == null ? 0 : Math.max(0, owed.cents() - paidCents);
    }
  }

  List<Listed> find(Wanted wanted) {
    String kind = wanted.kind() == null ? null : wanted.kind().code();
    String region = wanted.regionPrefix() == null ? null : escaped(wanted.regionPrefix()) + "%";
    String words = wanted.words() == null ? null : "%" + escaped(wanted.words()) + "%";
    return jdbc.query(
        ROWS,
        ArrearsStore::listed,
        wanted.office(),
        wanted.office(),
        wanted.office(),
        wanted.office(),
        kind,
        kind,
        wanted.undisputed(),
        wanted.undisputed(),
        region,
        region,
        words,
        words,
        words);
  }

  private static String escaped(String words) {
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        row.getObject("id", UUID.class),
        row.getString("number"),
        Jdbc.instant(row, "asked_at"),
        row.getString("state"),
        row.getString("department"),
        row.getString("enterprise"),
        owed(row),
        row.getLong("paid_cents"));
  }

  private static Arrears owed(ResultSet row) throws SQLException {
    String kind = row.getString("debtor_kind");
    if (kind == null) {
      return null;
    }
    LocalDate deliveredOn = Jdbc.date(row, "delivered_on");
    return new Arrears(
        row.getLong("cents"),
        row.getString("debtor"),
        Coded.of(DebtorKind.class, kind),
        row.getString("contract"),
        row.getObject("undisputed", Boolean.class),
        deliveredOn,
        row.getObject("agreed_days", Integer.class),
        instalments(row.getString("instalments")),
        List.of());
  }

  private static List<Instalment> instalments(String stored) {
    try {
      return StandardJson.MAPPER.readValue(stored, INSTALMENTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("instalments do not read as they were written", e);
    }
  }
}
