package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.notice.Notice;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Looks at every running deadline once a day and after each change: warns, urges, escalates. A case
 * is claimed, written and marked as looked at in one transaction, so that no node repeats another's
 * work and a dying one loses none.
 */
@ApplicationScoped
class DeadlineWatch {
  private static final Logger LOG = Logger.getLogger(DeadlineWatch.class);

  /** At most this many a round, so that other tasks get their turn. */
  private static final int ROUND = 500;

  private final CaseStore store;
  private final CaseLog log;
  private final Deadlines deadlines;
  private final EscalationConfig config;
  private final CaseNotices notices;

  DeadlineWatch(
      CaseStore store,
      CaseLog log,
      Deadlines deadlines,
      EscalationConfig config,
      CaseNotices notices) {
    this.store = store;
    this.log = log;
    this.deadlines = deadlines;
    this.config = config;
    this.notices = notices;
  }

  @Scheduled(
      every = "60s",
      delayed = "20s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void watch() {
    lookAtDue();
  }

  /** Returns how many cases were looked at. */
  int lookAtDue() {
    LocalDate today = deadlines.today();
    for (int looked = 0; looked < ROUND; looked++) {
      Optional<UUID> id = lookAtOne(today);
      if (id.isEmpty()) {
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
                      change.watchAgain(found.id(), today.plusDays(1));
                    });
            return null;
          });
    } catch (RuntimeException e) {
      if (taken.get() == null) {
        throw e;
      }
      // One that cannot be looked at must not keep the others from it.
      LOG.errorf(e, "deadline of case %s could not be looked at", taken.get());
      store.change(
          change -> {
            change.watchAgain(taken.get(), today.plusDays(1));
            return null;
          });
    }
    return Optional.ofNullable(taken.get());
  }

  private void look(CaseChangeStore change, CaseFile file) {
    CaseState standing = file.standing();
    Deadlines.Deadline deadline = deadlines.of(file.appeal(), standing).orElse(null);
    if (deadline == null || unseen(file)) {
      return;
    }
    DeadlineLight light = deadlines.light(standing.state(), deadline.due(), deadline.workingDays());
    String kind = SlaWarnings.kind(light);
    if (kind == null) {
      return;
    }
    change.notify(notices.deadline(file, kind, deadline, log.now()));
    int late = deadlines.workingDaysSince(deadline.due());
    CaseFile current = file;
    for (SlaWarnings.Escalation step : SlaWarnings.due(config.escalation(), file, deadline, late)) {
      if (step.type() == null) {
        Notice notice = notices.deadline(current, "escalation." + step.name(), deadline, log.now());
        change.notify(notice);
        continue;
      }
      EventPayload.Reminded reminded =
          new EventPayload.Reminded(
              step.name(), deadline.due(), deadline.from(), deadline.workingDays());
      current =
          log.write(
              change,
              current,
              CaseLog.Entry.bySystem(step.type(), step.reason(), current, reminded));
      LOG.infof("case %s: %s after %d working days", file.id(), step.type().code(), late);
    }
  }

  /**
   * Whether it was brought in after its time had begun, and nobody could have read it yet: alarms
   * are for what somebody leaves lying.
   */
  private boolean unseen(CaseFile file) {
    LocalDate received = Deadlines.day(file.receivedAt());
    return Deadlines.day(file.appeal().askedAt()).isBefore(received)
        && !file.touched()
        && deadlines.workingDaysSince(received) < config.quietWorkingDays();
  }

  /** A typing error in the configuration is said at the start, not when a case is overdue. */
  void check(@Observes StartupEvent start) {
    config.escalation().forEach(SlaWarnings::escalation);
  }
}
