package cn.zhitong.assistant.application;

import cn.zhitong.assistant.casework.clock.EscalationConfig;
import cn.zhitong.assistant.casework.clock.SlaWarnings;
import cn.zhitong.assistant.runtime.ClaimLoop;
import cn.zhitong.common.text.Coded;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Looks at every running deadline once a day and after each change, as casework does for appeals:
 * warns, urges, escalates; and notes that a publicity is over.
 */
@ApplicationScoped
class ApplicationWatch {
  private static final Logger LOG = Logger.getLogger(ApplicationWatch.class);

  /** At most this many a round, so that other tasks get their turn. */
  private static final int ROUND = 500;

  private final ApplicationStore store;
  private final ApplicationLog log;
  private final ApplicationDeadlines deadlines;
  private final ApplicationNotices notices;
  private final EscalationConfig config;

  ApplicationWatch(
      ApplicationStore store,
      ApplicationLog log,
      ApplicationDeadlines deadlines,
      ApplicationNotices notices,
      EscalationConfig config) {
    this.store = store;
    this.log = log;
    this.deadlines = deadlines;
    this.notices = notices;
    this.config = config;
  }

  @Scheduled(
      every = "60s",
      delayed = "25s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void watch() {
    lookAtDue();
  }

  /** Returns how many were looked at. */
  int lookAtDue() {
    LocalDate today = deadlines.today();
    return ClaimLoop.run(
        ROUND,
        store::change,
        new ClaimLoop.Task<ApplicationChangeStore, UUID>(
            change -> change.claimWatched(today),
            (change, id) -> look(change, change.lock(id).orElseThrow()),
            (change, id) -> change.watch(id, today.plusDays(1)),
            id -> "deadline of application " + id));
  }

  private void look(ApplicationChangeStore change, ApplicationFile found) {
    ApplicationFile file = afterPublicity(change, found);
    ApplicationState standing = file.standing();
    ApplicationDeadlines.Deadline deadline = deadlines.of(standing).orElse(null);
    if (deadline == null) {
      return;
    }
    String kind = SlaWarnings.kind(deadlines.light(deadline));
    if (kind == null) {
      return;
    }
    change.notify(notices.deadline(file, standing, kind, deadline, log.now()));
    int late = deadlines.workingDaysSince(deadline.due());
    ApplicationFile current = file;
    for (SlaWarnings.Escalation step : due(config.escalation(), file, deadline, late)) {
      Optional<ApplicationEventType> type = type(step.act());
      if (type.isEmpty()) {
        change.notify(
            notices.deadline(current, standing, "escalation." + step.name(), deadline, log.now()));
        continue;
      }
      LOG.infof("application %s: %s after %d working days", file.id(), type.get().code(), late);
      current =
          log.write(
              change,
              current,
              ApplicationLog.Entry.bySystem(
                  type.get(),
                  step.reason("办理"),
                  current.last().seq(),
                  new ApplicationPayload.Reminded(
                      step.name(),
                      deadline.due(),
                      deadline.from(),
                      deadline.workingDays(),
                      deadline.key())));
    }
  }

  /** The steps that are due, without those taken before for this deadline. */
  static List<SlaWarnings.Escalation> due(
      Map<String, EscalationConfig.Step> steps,
      ApplicationFile file,
      ApplicationDeadlines.Deadline deadline,
      int late) {
    SlaWarnings.Term now =
        new SlaWarnings.Term(
            deadline.from(), deadline.workingDays(), deadline.due(), deadline.key());
    List<SlaWarnings.Taken> taken =
        file.events().stream()
            .filter(ApplicationEvent::bySystem)
            .flatMap(event -> taken(event).stream())
            .toList();
    return SlaWarnings.due(steps, late, now, taken);
  }

  private static Optional<SlaWarnings.Taken> taken(ApplicationEvent event) {
    return Coded.find(SlaWarnings.Act.class, event.type().code())
        .map(
            act -> {
              ApplicationPayload.Reminded one = (ApplicationPayload.Reminded) event.payload();
              return new SlaWarnings.Taken(
                  act,
                  one.step(),
                  new SlaWarnings.Term(one.from(), one.days(), one.due(), one.key()));
            });
  }

  /** Empty for what is no event: its notice goes out once for each due day. */
  private static Optional<ApplicationEventType> type(SlaWarnings.Act act) {
    return Coded.find(ApplicationEventType.class, act.code());
  }

  private ApplicationFile afterPublicity(ApplicationChangeStore change, ApplicationFile file) {
    ApplicationState standing = file.standing();
    boolean ended =
        standing.state() == ApplicationStatus.PUBLICITY
            && !standing.publicity().over()
            && deadlines.today().isAfter(standing.publicity().until());
    return ended
        ? log.write(
            change,
            file,
            ApplicationLog.Entry.bySystem(
                ApplicationEventType.PUBLICITY_OVER,
                null,
                standing.version(),
                new ApplicationPayload.Plain()))
        : file;
  }
}
