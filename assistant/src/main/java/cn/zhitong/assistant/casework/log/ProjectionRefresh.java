package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.calendar.Calendars;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Keeps the folded columns in step with calendar and rules: at the start, at once on the node that
 * imports a year, and soon after on the others, or after one that died in between.
 */
@ApplicationScoped
class ProjectionRefresh {
  private static final Logger LOG = Logger.getLogger(ProjectionRefresh.class);

  private final CaseLog log;

  ProjectionRefresh(CaseLog log) {
    this.log = log;
  }

  void started(@Observes StartupEvent start) {
    refresh();
  }

  void yearLoaded(@Observes Calendars.YearLoaded loaded) {
    refresh();
  }

  @Scheduled(
      every = "10s",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refresh() {
    int done = log.bringUpToDate();
    if (done > 0) {
      LOG.infof("reckoned the deadlines of %d cases anew", done);
    }
  }
}
