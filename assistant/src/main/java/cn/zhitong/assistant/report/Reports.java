package cn.zhitong.assistant.report;

import cn.zhitong.assistant.triage.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Makes reports of what the log and the cases say. */
@ApplicationScoped
class Reports {
  private final ReportStore store;
  private final Calendars calendars;
  private final Clock clock;

  Reports(ReportStore store, Calendars calendars, Clock clock) {
    this.store = store;
    this.calendars = calendars;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  TriageReport triage(Period period) {
    return TriageReport.of(period, store.decisions(period));
  }

  DeadlinesReport deadlines(Period period) {
    return DeadlinesReport.of(period, store.cases(period), today(), calendars.current());
  }

  SatisfactionReport satisfaction(Period period) {
    return SatisfactionReport.of(period, store.ratings(period));
  }
}
