package cn.zhitong.assistant.application;

import cn.zhitong.assistant.casework.DeadlineLight;
import cn.zhitong.assistant.casework.EscalationConfig;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Looks at every running deadline once a day and after each change, as casework does for appeals:
 * warns, urges, escalates; and notes that a publicity is over. An application is claimed, written
 * and marked in one transaction.
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
    for (int looked = 0; looked < ROUND; looked++) {
      if (lookAtOne(today).isEmpty()) {
        return looked;
      }
    }
    return ROUND;
  }

  private Optional<UUID> lookAtOne(LocalDate today) {
    AtomicReference<UUID> taken = new AtomicReference<>();
    try {
      store.change(
          change -> {
            change
                .lockWatched(today)
                .ifPresent(
                    found -> {
                      taken.set(found.id());
                      look(change, found);
                      change.watch(found.id(), today.plusDays(1));
                    });
            return null;
          });
    } catch (RuntimeException e) {
      if (taken.get() == null) {
        throw e;
      }
      // One that cannot be looked at must not keep the others from it.
      LOG.errorf(e, "deadline of application %s could not be looked at", taken.get());
      store.change(
          change -> {
            change.watch(taken.get(), today.plusDays(1));
            return null;
          });
    }
    return Optional.ofNullable(taken.get());
  }

  private void look(ApplicationChangeStore change, ApplicationFile found) {
    ApplicationFile file = afterPublicity(change, found);
    ApplicationDeadlines.Deadline deadline = deadlines.of(file.standing()).orElse(null);
    if (deadline == null) {
      return;
    }
    DeadlineLight light = deadlines.light(deadline);
    if (light == DeadlineLight.GREEN) {
      return;
    }
    change.notify(notices.deadline(file, light.code(), deadline, log.now()));
    int late = deadlines.workingDaysSince(deadline.due());
    ApplicationFile current = file;
    for (Map.Entry<String, EscalationConfig.Step> step : steps()) {
      ApplicationEventType type = type(step.getValue());
      boolean due = late >= step.getValue().after() && type != null;
      if (due && !taken(current, step.getKey(), deadline.due())) {
        current = escalate(change, current, step.getKey(), type, deadline.due(), late);
      }
    }
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

  private ApplicationFile escalate(
      ApplicationChangeStore change,
      ApplicationFile file,
      String step,
      ApplicationEventType type,
      LocalDate due,
      int late) {
    LOG.infof("application %s: %s after %d working days", file.id(), type.code(), late);
    return log.write(
        change,
        file,
        ApplicationLog.Entry.bySystem(
            type,
            "超期满 " + late + " 个工作日仍未办理",
            file.standing().version(),
            new ApplicationPayload.Reminded(step, due)));
  }

  private List<Map.Entry<String, EscalationConfig.Step>> steps() {
    return config.escalation().entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                (Map.Entry<String, EscalationConfig.Step> one) -> one.getValue().after()))
        .toList();
  }

  /** Null for a reminder only: the warning of the day is one. */
  private static ApplicationEventType type(EscalationConfig.Step step) {
    return switch (step.act()) {
      case "urge" -> ApplicationEventType.URGE;
      case "supervise" -> ApplicationEventType.SUPERVISE;
      default -> null;
    };
  }

  private static boolean taken(ApplicationFile file, String step, LocalDate due) {
    return file.events().stream()
        .filter(ApplicationEvent::bySystem)
        .map(ApplicationEvent::payload)
        .anyMatch(
            payload ->
                payload instanceof ApplicationPayload.Reminded reminded
                    && step.equals(reminded.step())
                    && due.equals(reminded.due()));
  }
}
