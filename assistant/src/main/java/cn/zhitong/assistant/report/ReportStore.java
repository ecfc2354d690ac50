package cn.zhitong.assistant.report;

import cn.zhitong.common.jdbc.Jdbc;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads what reports count from the event log and the folded columns; writes nothing. */
@ApplicationScoped
class ReportStore {
  /** All decisions of the period, of each case the last first. */
  private static final String DECISIONS =
      """
      select e.case_id, e.body, c.channel,
             coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) as decided_at,
             (select count(*) from assistant.case_event r
               where r.case_id = e.case_id and r.type = 'return') as returns,
             exists (select 1 from assistant.case_event b
                      where b.case_id = e.case_id and b.seq <= e.seq
                        and b.type = any (?)
                        and b.body ->> 'blind' = 'true') as blind
        from assistant.case_event e join assistant.appeal_case c on c.id = e.case_id
       where e.type = any (?)
         and coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) >= ?
         and coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) < ?
       order by e.case_id, e.seq desc
      """;

  /** What departments sent back, with the decision that had sent it there. */
  private static final String RETURNS =
      """
      select coalesce(e.sealed ->> 'reason', e.reason) as reason, c.channel,
             (select d.body from assistant.case_event d
               where d.case_id = e.case_id and d.seq < e.seq
                 and d.type = any (?)
               order by d.seq desc limit 1) as decision
        from assistant.case_event e join assistant.appeal_case c on c.id = e.case_id
       where e.type = 'return'
         and coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) >= ?
         and coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) < ?
       order by e.at desc
      """;

  private static final String CASES =
      """
      select asked_at, department, state, due, answered_at
        from assistant.appeal_case
       where asked_at >= ? and asked_at < ?
         and state not in ('rejected', 'withdrawn')
         and (?::text is null or department = ? or department_id = ?)
      """;

  /** All ratings of the period, of each case the last first. */
  private static final String RATINGS =
      """
      select e.case_id, (e.body ->> 'score')::int as score, c.department,
             coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) as rated_at
        from assistant.case_event e join assistant.appeal_case c on c.id = e.case_id
       where e.type = 'rate'
         and coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) >= ?
         and coalesce((e.body ->> 'occurredAt')::timestamptz, e.at) < ?
         and (?::text is null or c.department = ? or c.department_id = ?)
       order by e.case_id, e.seq desc
      """;

  private final Jdbc jdbc;
  private final ObjectMapper json;

  ReportStore(Jdbc jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * A decision with what had been suggested.
   *
   * @param returns how often departments sent the case back
   * @param blind whether the case was first decided before the suggestion was shown
   * @param suggested null where there was no suggestion yet
   */
  record Decision(
      UUID caseId,
      String channel,
      Instant decidedAt,
      int returns,
      boolean blind,
      String category,
      String departmentId,
      String department,
      Suggested suggested) {

    /** Whether there was a suggestion, and it did not abstain. */
    boolean sure() {
      return suggested != null && !suggested.abstained();
    }

    boolean categoryRight() {
      return category.equals(suggested.category());
    }

    /** Whether the department decided on was among so many first candidates. */
    boolean rankWithin(int places) {
      return suggested.rank() >= 1 && suggested.rank() <= places;
    }
  }

  /**
   * @param rank place of the department that was decided on among the candidates, 0 for none
   */
  record Suggested(
      String category,
      double categoryConfidence,
      String department,
      double departmentConfidence,
      int rank,
      boolean abstained,
      String modelVersion) {}

  /**
   * A case sent back.
   *
   * @param department that sent it back
   * @param reason null where it was not kept, or erased
   * @param asSuggested whether the department had been the first suggested
   */
  record Return(String department, String reason, boolean asSuggested) {}

  /**
   * @param department null while undecided
   * @param due null without a category
   * @param answeredAt null while unanswered
   */
  record CaseRow(
      Instant askedAt, String department, String state, LocalDate due, Instant answeredAt) {}

  record Rated(UUID caseId, Instant at, int score, String department) {}

  /** The last decision on each case: what people held to be right in the end. */
  List<Decision> decisions(Period period) {
    return decisions(period, List.of(period)).get(0);
  }

  /** The last decision on each case within each of the steps that the period is divided into. */
  List<List<Decision>> decisions(Period period, List<Period> steps) {
    List<Decision> all =
        jdbc.query(
            DECISIONS,
            this::decision,
            LoggedEvents.DECIDING,
            LoggedEvents.DECIDING,
            period.start(),
            period.end());
    return divided(all, Decision::decidedAt, steps).stream()
        .map(
            step ->
                firstOfEach(step, Decision::caseId).stream()
                    .filter(
                        decision -> period.concerns(decision.departmentId(), decision.department()))
                    .toList())
        .toList();
  }

  private static <T> List<List<T>> divided(
      List<T> rows, Function<T, Instant> at, List<Period> steps) {
    List<List<T>> divided = new ArrayList<>();
    for (Period step : steps) {
      Instant start = step.start();
      Instant end = step.end();
      divided.add(
          rows.stream()
              .filter(row -> !at.apply(row).isBefore(start) && at.apply(row).isBefore(end))
              .toList());
    }
    return divided;
  }

  private static <T> Collection<T> firstOfEach(List<T> rows, Function<T, UUID> caseId) {
    Map<UUID, T> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(caseId.apply(row), row));
    return first.values();
  }

  /** Cases sent back in the period, the newest first. */
  List<Return> returns(Period period, String channel) {
    return jdbc
        .query(
            RETURNS,
            row -> {
              JsonNode decision = LoggedEvents.tree(json, row.getString("decision"));
              String name = decision.path("department").path("name").asText("");
              String id = decision.path("department").path("id").asText("");
              boolean wanted =
                  period.concerns(id, name)
                      && (channel == null || channel.equals(row.getString("channel")));
              boolean first = decision.path("suggested").path("rank").asInt() == 1;
              return wanted
                  ? Optional.of(new Return(name, row.getString("reason"), first))
                  : Optional.<Return>empty();
            },
            LoggedEvents.DECIDING,
            period.start(),
            period.end())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The cases asked in the period. */
  List<CaseRow> cases(Period period) {
    return cases(period, List.of(period)).get(0);
  }

  /** Those asked in each of the steps that the period is divided into. */
  List<List<CaseRow>> cases(Period period, List<Period> steps) {
    String department = period.department();
    List<CaseRow> all =
        jdbc.query(
            CASES,
            row ->
                new CaseRow(
                    Jdbc.instant(row, "asked_at"),
                    row.getString("department"),
                    row.getString("state"),
                    Jdbc.date(row, "due"),
                    Jdbc.instant(row, "answered_at")),
            period.start(),
            period.end(),
            department,
            department,
            department);
    return divided(all, CaseRow::askedAt, steps);
  }

  /** The last rating of each case. */
  List<Rated> ratings(Period period) {
    return ratings(period, List.of(period)).get(0);
  }

  /** The last rating of each case within each of the steps that the period is divided into. */
  List<List<Rated>> ratings(Period period, List<Period> steps) {
    String department = period.department();
    List<Rated> all =
        jdbc.query(
            RATINGS,
            row ->
                new Rated(
                    row.getObject("case_id", UUID.class),
                    Jdbc.instant(row, "rated_at"),
                    row.getInt("score"),
                    row.getString("department")),
            period.start(),
            period.end(),
            department,
            department,
            department);
    return divided(all, Rated::at, steps).stream()
        .map(step -> List.copyOf(firstOfEach(step, Rated::caseId)))
        .toList();
  }

  private Decision decision(ResultSet row) throws SQLException {
    JsonNode body = LoggedEvents.tree(json, row.getString("body"));
    JsonNode lead = body.path("department");
    JsonNode suggested = body.path("suggested");
    return new Decision(
        row.getObject("case_id", UUID.class),
        row.getString("channel"),
        Jdbc.instant(row, "decided_at"),
        row.getInt("returns"),
        row.getBoolean("blind"),
        body.path("category").asText(),
        lead.path("id").asText(null),
        lead.path("name").asText(),
        suggested.isObject() ? suggested(suggested) : null);
  }

  private static Suggested suggested(JsonNode node) {
    return new Suggested(
        node.path("category").asText(),
        node.path("categoryConfidence").asDouble(),
        node.path("department").asText(),
        node.path("departmentConfidence").asDouble(),
        node.path("rank").asInt(),
        node.path("abstained").asBoolean(),
        node.path("modelVersion").asText("unknown"));
  }
}
