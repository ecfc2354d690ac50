package cn.zhitong.assistant.application;

import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Writes events: numbers them, links them to the one before, and keeps the row in step. */
@ApplicationScoped
class ApplicationLog {
  private static final Logger LOG = Logger.getLogger(ApplicationLog.class);
  private static final int BATCH = 200;

  private final ApplicationStore store;
  private final ApplicationDeadlines deadlines;
  private final ApplicationNotices notices;
  private final Clock clock;

  ApplicationLog(
      ApplicationStore store,
      ApplicationDeadlines deadlines,
      ApplicationNotices notices,
      Clock clock) {
    this.store = store;
    this.deadlines = deadlines;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * What is to be written.
   *
   * @param actor account name, {@code system} or {@code enterprise}
   * @param basedOn the seq that the actor had seen
   * @param occurredAt where that is not when it is recorded; else null
   */
  record Entry(
      ApplicationEventType type,
      String actor,
      String actorName,
      String reason,
      int basedOn,
      ApplicationPayload payload,
      Instant occurredAt) {

    Entry(
        ApplicationEventType type,
        String actor,
        String actorName,
        String reason,
        int basedOn,
        ApplicationPayload payload) {
      this(type, actor, actorName, reason, basedOn, payload, null);
    }

    /** By the program itself. */
    static Entry bySystem(
        ApplicationEventType type, String reason, int basedOn, ApplicationPayload payload) {
      return new Entry(type, "system", "系统", reason, basedOn, payload);
    }

    Entry because(String other) {
      return new Entry(type, actor, actorName, other, basedOn, payload, occurredAt);
    }

    /**
     * @param time null for now
     */
    Entry at(Instant time) {
      return new Entry(type, actor, actorName, reason, basedOn, payload, time);
    }
  }

  /** PostgreSQL keeps microseconds; what is hashed must be what is read back. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A new application with its first event. */
  ApplicationFile begin(ApplicationChangeStore change, Entry entry) {
    UUID id = Ids.next();
    String number = ApplicationNumbers.next(deadlines.day(entry.occurredAt()));
    ApplicationEvent first = event(id, 0, EventChain.START, entry);
    ApplicationFile file =
        new ApplicationFile(id, number, 1, first.hash(), null, null, List.of(first));
    ApplicationState standing = file.standing();
    ApplicationFile stored = written(change, null, file, standing);
    notices.of(stored, standing, first).ifPresent(change::notify);
    return stored;
  }

  /**
   * Appends what the function decides on; the application is locked from its reading to the
   * writing.
   *
   * @param decide empty to write nothing; may throw a problem, and nothing is written then
   * @return the application afterwards, empty when there is no such one
   */
  Optional<ApplicationFile> append(
      UUID id, BiFunction<ApplicationChangeStore, ApplicationFile, Optional<Entry>> decide) {
    return store.change(
        change ->
            change
                .lock(id)
                .map(
                    file ->
                        decide
                            .apply(change, file)
                            .map(entry -> write(change, file, entry))
                            .orElse(file)));
  }

  /** Appends to a locked application. */
  ApplicationFile write(ApplicationChangeStore change, ApplicationFile file, Entry entry) {
    ApplicationEvent event = event(file.id(), file.last().seq(), file.last().hash(), entry);
    ApplicationFile after = file.plus(event);
    ApplicationState standing = after.standing();
    ApplicationFile stored = written(change, file, after, standing);
    if (entry.type() == ApplicationEventType.ERASED) {
      change.erase(file.id(), event.seq());
      return change.lock(file.id()).orElseThrow();
    }
    notices.of(stored, standing, event).ifPresent(change::notify);
    return stored;
  }

  private ApplicationFile written(
      ApplicationChangeStore change,
      ApplicationFile before,
      ApplicationFile after,
      ApplicationState standing) {
    FoldedApplication row = FoldedApplication.of(after, standing, deadlines);
    return change.write(before, after, row, deadlines.version(), watchOn(standing, row));
  }

  /** Today where time runs, the day after its last where it is made public. */
  private LocalDate watchOn(ApplicationState standing, FoldedApplication row) {
    if (row.due() != null) {
      return deadlines.today();
    }
    PublicityState publicity = standing.publicity();
    boolean open = standing.state() == ApplicationStatus.PUBLICITY && !publicity.over();
    return open ? publicity.until().plusDays(1) : null;
  }

  private ApplicationEvent event(UUID id, int lastSeq, String lastHash, Entry entry) {
    ApplicationEvent unsigned =
        new ApplicationEvent(
            Ids.next(),
            id,
            lastSeq + 1,
            entry.type(),
            entry.actor(),
            entry.actorName(),
            now(),
            entry.basedOn(),
            ApplicationCodec.seal(entry.payload(), entry.occurredAt(), entry.reason()),
            lastHash,
            null);
    return unsigned.signed(EventChain.hash(unsigned));
  }

  /** Reckons anew what other rules or another calendar gave; how many were. */
  int bringUpToDate() {
    int done = 0;
    UUID after = new UUID(0, 0);
    for (List<UUID> ids = store.stale(after, deadlines.version(), BATCH);
        !ids.isEmpty();
        ids = store.stale(after, deadlines.version(), BATCH)) {
      for (UUID id : ids) {
        done += refold(id) ? 1 : 0;
        after = id;
      }
    }
    return done;
  }

  private boolean refold(UUID id) {
    return store.change(
        change -> {
          ApplicationFile file = change.lock(id).orElse(null);
          if (file == null) {
            // Not written here: verification says so.
            return false;
          }
          if (deadlines.version().equals(file.foldedBy())) {
            // Another node did, or somebody wrote meanwhile.
            return false;
          }
          try {
            ApplicationState standing = file.standing();
            FoldedApplication row = FoldedApplication.of(file, standing, deadlines);
            change.project(file, row, deadlines.version(), watchOn(standing, row));
            return true;
          } catch (IllegalArgumentException | IllegalStateException e) {
            // One whose log was tampered with must not keep the others back.
            LOG.errorf(
                "application %s cannot be read from its log (see verify-log): %s",
                id, e.getMessage());
            return false;
          }
        });
  }
}
