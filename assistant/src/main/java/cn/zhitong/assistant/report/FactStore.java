package cn.zhitong.assistant.report;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.CasesAsOf;
import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads cases with what their logs say of them, and what happened in a time. */
@ApplicationScoped
class FactStore {
  /** Cases asked in a time, and with {@code true} all that were asked before and are unanswered. */
  private static final String FACTS =
      """
      select c.id, c.number, c.channel, c.asked_at, c.region, c.title,
             left(c.content, 200) as content, c.enterprise, c.state, c.category, c.department,
             c.department_id, c.due, c.answered_at, s.body as suggestion, d.body as decision,
             (select count(*) from assistant.case_event e
               where e.case_id = c.id and e.type = 'return') as returns,
             (select count(*) from assistant.case_event e
               where e.case_id = c.id and e.type = 'urge') as urges,
             exists (select 1 from assistant.case_event e
                      where e.case_id = c.id and e.type = 'supervise') as supervised,
             (select (e.body ->> 'score')::int from assistant.case_event e
               where e.case_id = c.id and e.type = 'rate' order by e.seq desc limit 1) as score
        from assistant.appeal_case c
        left join lateral (select e.body from assistant.case_event e
                            where e.case_id = c.id and e.type = 'suggested'
                            order by e.seq desc limit 1) s on true
        left join lateral (select e.body from assistant.case_event e
                            where e.case_id = c.id
                              and e.type = any (?)
                            order by e.seq desc limit 1) d on true
       where c.asked_at < ? and (c.asked_at >= ? or ? and (c.answered_at is null or c.answered_at >= ?))
         and c.state not in ('rejected', 'withdrawn')
         and (?::text is null or c.department = ? or c.department_id = ?)
       order by c.asked_at, c.id
      """;

  private static final String HAPPENED =
      """
      select e.case_id, e.type, c.due, (e.body ->> 'score')::int as score,
             coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) as happened_at
        from assistant.case_event e join assistant.appeal_case c on c.id = e.case_id
       where coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) >= ?
         and coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) < ?
         and (?::text is null or c.department = ? or c.department_id = ?)
       order by e.case_id, e.seq
      """;

  private final Jdbc jdbc;
  private final ObjectMapper json;

  FactStore(Jdbc jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A case for reports.
   *
   * @param category null while unknown, like department, due and answeredAt
   * @param suggestion missing node where there is none
   * @param score of the last rating or null
   */
  record Fact(
      UUID id,
      String number,
      String channel,
      Instant askedAt,
      String region,
      String title,
      String text,
      String enterprise,
      String state,
      Category category,
      String department,
      LocalDate due,
      Instant answeredAt,
      JsonNode suggestion,
      List<String> supporting,
      boolean decided,
      int returns,
      int urges,
      boolean supervised,
      Integer score) {

    /** The same case as it stood at a moment before. */
    Fact as(CasesAsOf.Stood stood) {
      return new Fact(
          id,
          number,
          channel,
          askedAt,
          region,
          title,
          text,
          enterprise,
          stood.state().code(),
          stood.category(),
          department,
          stood.due(),
          stood.answeredAt(),
          suggestion,
          supporting,
          decided,
          returns,
          urges,
          supervised,
          score);
    }

    boolean unansweredAt(Instant moment) {
      return answeredAt == null || !answeredAt.isBefore(moment);
    }
  }

  /** An event of the time asked for. */
  record Happened(UUID caseId, String type, LocalDate due, Integer score, Instant at) {}

  /** Cases asked in the period. */
  List<Fact> asked(Period period) {
    return facts(period, false);
  }

  /** Cases asked in the period, and those of before that were unanswered at its end. */
  List<Fact> askedOrOpen(Period period) {
    return facts(period, true);
  }

  private List<Fact> facts(Period period, boolean open) {
    String department = period.department();
    return jdbc.query(
        FACTS,
        this::fact,
        LoggedEvents.DECIDING,
        period.end(),
        period.start(),
        open,
        period.end(),
        department,
        department,
        department);
  }

  List<Happened> happened(Period period) {
    String department = period.department();
    return jdbc.query(
        HAPPENED,
        row ->
            new Happened(
                row.getObject("case_id", UUID.class),
                row.getString("type"),
                Jdbc.date(row, "due"),
                (Integer) row.getObject("score"),
                Jdbc.instant(row, "happened_at")),
        period.start(),
        period.end(),
        department,
        department,
        department);
  }

  private Fact fact(ResultSet row) throws SQLException {
    String category = row.getString("category");
    JsonNode decision = LoggedEvents.tree(json, row.getString("decision"));
    List<String> supporting = new ArrayList<>();
    decision.path("supporting").forEach(name -> supporting.add(name.asText()));
    return new Fact(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("channel"),
        Jdbc.instant(row, "asked_at"),
        row.getString("region"),
        row.getString("title"),
        row.getString("content"),
        row.getString("enterprise"),
        row.getString("state"),
        category == null ? null : Category.of(category),
        row.getString("department"),
        Jdbc.date(row, "due"),
        Jdbc.instant(row, "answered_at"),
        LoggedEvents.tree(json, row.getString("suggestion")),
        supporting,
        decision.isObject() && !decision.isEmpty(),
        row.getInt("returns"),
        row.getInt("urges"),
        row.getBoolean("supervised"),
        (Integer) row.getObject("score"));
  }
}
