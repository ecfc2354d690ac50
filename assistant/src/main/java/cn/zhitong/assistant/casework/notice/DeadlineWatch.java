package cn.zhitong.assistant.casework.notice;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.clock.DeadlineLight;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.clock.EscalationConfig;
import cn.zhitong.assistant.casework.clock.SlaWarnings;
import cn.zhitong.assistant.casework.log.CaseChangeStore;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.notice.Notice;
import cn.zhitong.assistant.runtime.ClaimLoop;
import cn.zhitong.common.text.Coded;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks at every running deadline once a day and after each change: warns, urges, escalates. */
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
    return ClaimLoop.run(
        ROUND,
        store::change,
        new ClaimLoop.Task<CaseChangeStore, UUID>(
            change -> change.claimWatched(today),
            (change, id) -> look(change, change.lock(id).orElseThrow()),
            (change, id) -> change.watchAgain(id, today.plusDays(1)),
            id -> "deadline of case " + id));
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
    for (SlaWarnings.Escalation step : due(config.escalation(), file, deadline, late)) {
      Optional<EventType> type = type(step.act());
      if (type.isEmpty()) {
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
              CaseLog.Entry.bySystem(type.get(), step.reason("答复"), current, reminded));
      LOG.infof("case %s: %s after %d working days", file.id(), type.get().code(), late);
    }
  }

  /** The steps that are due, without those taken before for this deadline. */
  static List<SlaWarnings.Escalation> due(
      Map<String, EscalationConfig.Step> steps,
      CaseFile file,
      Deadlines.Deadline deadline,
      int late) {
    SlaWarnings.Term now =
        new SlaWarnings.Term(deadline.from(), deadline.workingDays(), deadline.due(), null);
    List<SlaWarnings.Taken> taken =
        file.events().stream()
            .filter(CaseEvent::bySystem)
            .flatMap(event -> taken(event).stream())
            .toList();
    return SlaWarnings.due(steps, late, now, taken);
  }

  private static Optional<SlaWarnings.Taken> taken(CaseEvent event) {
    return Coded.find(SlaWarnings.Act.class, event.type().code())
        .map(
            act -> {
              EventPayload.Reminded one = (EventPayload.Reminded) event.payload();
              return new SlaWarnings.Taken(
                  act, one.step(), new SlaWarnings.Term(one.from(), one.days(), one.due(), null));
            });
  }

  /** Empty for what is no event: its notice goes out once for each due day. */
  private static Optional<EventType> type(SlaWarnings.Act act) {
    return Coded.find(EventType.class, act.code());
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
