package cn.zhitong.assistant.report;

import cn.zhitong.assistant.casework.clock.UnreadBacklog;
import cn.zhitong.assistant.runtime.Replica;
import cn.zhitong.common.jdbc.Jdbc;
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
  static final String DECISIONS =
      """
      select d.*, c.channel,
             (select count(*) from assistant.case_happening r
               where r.case_id = d.case_id and r.type = 'return') as returns,
             exists (select 1 from assistant.case_decision b
                      where b.case_id = d.case_id and b.seq <= d.seq and b.blind) as decided_blind
        from assistant.case_decision d join assistant.appeal_case c on c.id = d.case_id
       where d.occurred_at >= ? and d.occurred_at < ?
       order by d.case_id, d.seq desc
      """;

  /** What departments sent back, with the decision that had sent it there. */
  static final String RETURNS =
      """
      select r.reason, r.department, r.department_id, r.suggested_rank, c.channel
        from assistant.case_return r join assistant.appeal_case c on c.id = r.case_id
       where r.occurred_at >= ? and r.occurred_at < ?
       order by r.occurred_at desc
      """;

  static final String CASES =
      """
      select asked_at, department, state, due, answered_at, %s as unread
        from assistant.appeal_case c
       where asked_at >= ? and asked_at < ?
         and state not in ('rejected', 'withdrawn')
         and (?::text is null or department = ? or department_id = ?)
      """
          .formatted(UnreadBacklog.CONDITION);

  /** All ratings of the period, of each case the last first. */
  static final String RATINGS =
      """
      select r.case_id, r.score, r.occurred_at, c.department
        from assistant.case_rating r join assistant.appeal_case c on c.id = r.case_id
       where r.occurred_at >= ? and r.occurred_at < ?
         and (?::text is null or c.department = ? or c.department_id = ?)
       order by r.case_id, r.seq desc
      """;

  private final Jdbc jdbc;
  private final UnreadBacklog backlog;

  ReportStore(@Replica Jdbc jdbc, UnreadBacklog backlog) {
    this.jdbc = jdbc;
    this.backlog = backlog;
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
   * @param unread whether it is one of {@link UnreadBacklog}
   */
  record CaseRow(
      Instant askedAt,
      String department,
      String state,
      LocalDate due,
      Instant answeredAt,
      boolean unread) {}

  record Rated(UUID caseId, Instant at, int score, String department) {}

  /** The last decision on each case: what people held to be right in the end. */
  List<Decision> decisions(Period period) {
    return decisions(period, List.of(period)).get(0);
  }

  /** The last decision on each case within each of the steps that the period is divided into. */
  List<List<Decision>> decisions(Period period, List<Period> steps) {
    List<Decision> all = jdbc.query(DECISIONS, ReportStore::decision, period.start(), period.end());
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
              String name = row.getString("department");
              String id = row.getString("department_id");
              boolean wanted =
                  period.concerns(id, name)
                      && (channel == null || channel.equals(row.getString("channel")));
              boolean first = row.getInt("suggested_rank") == 1;
              return wanted
                  ? Optional.of(new Return(name, row.getString("reason"), first))
                  : Optional.<Return>empty();
            },
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
                    Jdbc.instant(row, "answered_at"),
                    row.getBoolean("unread")),
            // The cases are read as they stand now, whatever the period.
            backlog.since(),
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
                    Jdbc.instant(row, "occurred_at"),
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

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getObject("case_id", UUID.class),
        row.getString("channel"),
        Jdbc.instant(row, "occurred_at"),
        row.getInt("returns"),
        row.getBoolean("decided_blind"),
        row.getString("category"),
        row.getString("department_id"),
        row.getString("department"),
        row.getBoolean("suggested") ? suggested(row) : null);
  }

  private static Suggested suggested(ResultSet row) throws SQLException {
    return new Suggested(
        row.getString("suggested_category"),
        row.getDouble("suggested_category_confidence"),
        row.getString("suggested_department"),
        row.getDouble("suggested_department_confidence"),
        row.getInt("suggested_rank"),
        row.getBoolean("abstained"),
        row.getString("model_version"));
  }
}
