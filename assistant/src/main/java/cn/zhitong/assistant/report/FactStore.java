package cn.zhitong.assistant.report;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.PayloadCodec;
import cn.zhitong.assistant.casework.clock.UnreadBacklog;
import cn.zhitong.assistant.casework.port.CasesAsOf;
import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.common.jdbc.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reads cases with what their logs say of them, and what happened in a time. */
@ApplicationScoped
class FactStore {
  /** Cases asked in a time, and with {@code true} all that were asked before and are unanswered. */
  static final String FACTS =
      """
      select c.id, c.number, c.channel, c.asked_at, c.region, c.title,
             left(c.content, 200) as content, c.enterprise, c.state, c.category, c.department,
             c.department_id, c.due, c.answered_at, c.score, s.document as suggestion,
             d.supporting as decided_supporting, d.case_id is not null as decided,
             (select count(*) from assistant.case_happening e
               where e.case_id = c.id and e.type = 'return') as returns,
             c.urges, c.supervised, %s as unopened
        from assistant.appeal_case c
        left join lateral (select s.document from assistant.case_suggestion s
                            where s.case_id = c.id order by s.seq desc limit 1) s on true
        left join lateral (select d.case_id, d.supporting from assistant.case_decision d
                            where d.case_id = c.id order by d.seq desc limit 1) d on true
       where c.asked_at < ? and (c.asked_at >= ? or ? and (c.answered_at is null or c.answered_at >= ?))
         and c.state not in ('rejected', 'withdrawn')
         and (?::text is null or c.department = ? or c.department_id = ?)
       order by c.asked_at, c.id
      """
          .formatted(UnreadBacklog.UNOPENED);

  static final String HAPPENED =
      """
      select e.case_id, e.type, c.due, e.score, e.occurred_at
        from assistant.case_happening e join assistant.appeal_case c on c.id = e.case_id
       where e.occurred_at >= ? and e.occurred_at < ?
         and (?::text is null or c.department = ? or c.department_id = ?)
       order by e.case_id, e.seq
      """;

  private final Jdbc jdbc;

  private final UnreadBacklog backlog;

  FactStore(@Replica Jdbc jdbc, UnreadBacklog backlog) {
    this.jdbc = jdbc;
    this.backlog = backlog;
  }

  /**
   * A case for reports.
   *
   * @param category null while unknown, like department, due and answeredAt
   * @param suggestion null where there is none
   * @param score of the last rating or null
   * @param unopened whether it came late and nobody had opened it, as of the time's end
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
      EventPayload.Suggested suggestion,
      List<String> supporting,
      boolean decided,
      int returns,
      int urges,
      boolean supervised,
      Integer score,
      boolean unopened) {

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
          score,
          unopened);
    }

    /** Whether it is one of {@link UnreadBacklog}. */
    boolean unread() {
      return unopened && CaseStatus.RECEIVED.code().equals(state);
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
        FactStore::fact,
        period.end(),
        period.end(),
        backlog.since(period.to()),
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
                Jdbc.instant(row, "occurred_at")),
        period.start(),
        period.end(),
        department,
        department,
        department);
  }

  private static Fact fact(ResultSet row) throws SQLException {
    String category = row.getString("category");
    String suggestion = row.getString("suggestion");
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
        suggestion == null ? null : PayloadCodec.suggested(suggestion),
        Jdbc.texts(row, "decided_supporting"),
        row.getBoolean("decided"),
        row.getInt("returns"),
        row.getInt("urges"),
        row.getBoolean("supervised"),
        (Integer) row.getObject("score"),
        row.getBoolean("unopened"));
  }
}
