package cn.zhitong.assistant.report;

import cn.zhitong.assistant.calendar.Calendars;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

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

  /**
   * @param channel null for all
   * @param model model version, null for all
   */
  TriageReport triage(Period period, String channel, String model) {
    List<ReportStore.Decision> decisions =
        store.decisions(period).stream()
            .filter(decision -> channel == null || channel.equals(decision.channel()))
            .filter(
                decision ->
                    model == null
                        || decision.suggested() != null
                            && model.equals(decision.suggested().modelVersion()))
            .toList();
    return TriageReport.of(period, decisions, store.returns(period, channel));
  }

  DeadlinesReport deadlines(Period period) {
    return DeadlinesReport.of(period, store.cases(period), today(), calendars.current());
  }

  SatisfactionReport satisfaction(Period period) {
    return SatisfactionReport.of(period, store.ratings(period));
  }
}
