package cn.zhitong.assistant.application;

import cn.zhitong.assistant.calendar.Calendars;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Keeps the folded columns in step with calendar and rules, as casework does for appeals. */
@ApplicationScoped
class ApplicationRefresh {
  private static final Logger LOG = Logger.getLogger(ApplicationRefresh.class);

  private final ApplicationLog log;

  ApplicationRefresh(ApplicationLog log) {
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
      LOG.infof("reckoned the deadlines of %d applications anew", done);
    }
  }
}
