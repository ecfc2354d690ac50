package cn.zhitong.assistant.report;

import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.casework.port.CasesAsOf;
import cn.zhitong.assistant.report.FactStore.Fact;
import cn.zhitong.common.workday.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes the reports of a day, the lists and the trends. */
@ApplicationScoped
class DayReports {
  /** Hot issues of the daily report are of so many days up to it. */
  private static final int HOT_DAYS = 30;

  private final FactStore facts;
  private final ReportStore store;
  private final HotIssues issues;
  private final ApplicationDayStore applications;
  private final ApplicationFactStore applicationFacts;
  private final CasesAsOf asOf;
  private final Calendars calendars;
  private final Clock clock;

  DayReports(
      FactStore facts,
      ReportStore store,
      HotIssues issues,
      ApplicationDayStore applications,
      ApplicationFactStore applicationFacts,
      CasesAsOf asOf,
      Calendars calendars,
      Clock clock) {
    this.facts = facts;
    this.store = store;
    this.issues = issues;
    this.applications = applications;
    this.applicationFacts = applicationFacts;
    this.asOf = asOf;
    this.calendars = calendars;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  DayFigures figures(Period day) {
    return DayFigures.of(day, present(day), facts.happened(day), calendars.current());
  }

  /** The day's cases and those open at its end, as they stood then. */
  private List<Fact> present(Period day) {
    List<Fact> present = facts.askedOrOpen(day);
    if (day.end().isAfter(clock.instant())) {
      return present;
    }
    Map<UUID, CasesAsOf.Stood> stood = asOf.of(present.stream().map(Fact::id).toList(), day.end());
    return present.stream().map(fact -> fact.as(stood.get(fact.id()))).toList();
  }

  DailyReport daily(Period day) {
    LocalDate date = day.to();
    WorkingDays days = calendars.current();
    List<Fact> present = present(day);
    return DailyReport.of(
        day,
        present,
        DayFigures.of(day, present, facts.happened(day), days),
        figures(Period.day(date.minusDays(1), day.department())),
        issues.report(new Period(date.minusDays(HOT_DAYS - 1L), date, day.department())),
        new DailyReport.Applications(
            applications.of(day, today()),
            applications.of(Period.day(date.minusDays(1), day.department()), today())),
        applications.late(day, today()),
        days);
  }

  ListsReport lists(Period period) {
    return ListsReport.of(
        period,
        facts.asked(period),
        new ApplicationLists(applicationFacts.submitted(period), today()),
        today());
  }

  List<LowConfidenceReport.Item> lowConfidence(Period period, boolean undecidedOnly) {
    return LowConfidenceReport.items(facts.asked(period), undecidedOnly);
  }

  TrendsReport trends(Period period, TrendsReport.Step step) {
    List<Period> parts = TrendsReport.steps(period, step);
    List<List<ReportStore.Decision>> decisions = store.decisions(period, parts);
    List<List<ReportStore.CaseRow>> cases = store.cases(period, parts);
    List<List<ReportStore.Rated>> ratings = store.ratings(period, parts);
    WorkingDays days = calendars.current();
    List<TrendsReport.Point> points = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Period part = parts.get(i);
      points.add(
          TrendsReport.point(
              part,
              decisions.get(i),
              DeadlinesReport.of(part, cases.get(i), today(), days).total(),
              SatisfactionReport.of(part, ratings.get(i)).total()));
    }
    return new TrendsReport(period.from(), period.to(), period.department(), step.code, points);
  }
}
