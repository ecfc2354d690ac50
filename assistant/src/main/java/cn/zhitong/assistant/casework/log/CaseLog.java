package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.PayloadCodec;
import cn.zhitong.assistant.casework.clock.Deadlines;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.eventlog.EventChain;
import cn.zhitong.common.jdbc.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Writes events: numbers them, links them to the one before, and keeps the case's row in step. */
@ApplicationScoped
public class CaseLog {
  private static final Logger LOG = Logger.getLogger(CaseLog.class);

  private static final int BATCH = 200;

  /** Longer than any triage takes. */
  private static final Duration TRIAGE_GRACE = Duration.ofSeconds(30);

  private final CaseStore store;
  private final Deadlines deadlines;
  private final EventNotices notices;
  private final CaseSearchIndex search;
  private final LogKeyHolder keys;
  private final Clock clock;

  CaseLog(
      CaseStore store,
      Deadlines deadlines,
      EventNotices notices,
      CaseSearchIndex search,
      LogKeyHolder keys,
      Clock clock) {
    this.search = search;
    this.store = store;
    this.keys = keys;
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
  public record Entry(
      EventType type,
      String actor,
      String actorName,
      String reason,
      int basedOn,
      EventPayload payload,
      Instant occurredAt) {

    /** By the program itself, now. */
    public static Entry bySystem(
        EventType type, String reason, CaseFile file, EventPayload payload) {
      int version = file.standing().version();
      return new Entry(type, "system", "系统", reason, version, payload, null);
    }

    /** The same, based on where another case stands. */
    Entry on(CaseFile file) {
      int version = file.standing().version();
      return new Entry(type, actor, actorName, reason, version, payload, occurredAt);
    }

    /** The same act, recording something else. */
    public Entry with(EventPayload other) {
      return new Entry(type, actor, actorName, reason, basedOn, other, occurredAt);
    }
  }

  /** PostgreSQL keeps microseconds; what is hashed must be what is read back. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The first event of a case that is yet to be stored. */
  public CaseEvent first(UUID caseId, Entry entry) {
    return event(caseId, 0, EventChain.START, entry);
  }

  /**
   * Appends what the function decides on; the case is locked from its reading to the writing, and
   * what follows from it for cases merged into it is written with it.
   *
   * @param decide empty to write nothing; may throw a problem, and nothing is written then
   * @return the case afterwards, empty when there is no such case
   */
  public Optional<CaseFile> append(UUID id, Function<CaseFile, Optional<Entry>> decide) {
    return store.change(
        change ->
            change
                .lock(id)
                .map(
                    file ->
                        decide.apply(file).map(entry -> write(change, file, entry)).orElse(file)));
  }

  /**
   * What stands beside a case.
   *
   * @param other the other case, locked too; empty when there is no such one
   * @param followed whether cases are merged into the case itself
   */
  public record OtherCase(Optional<CaseFile> other, boolean followed) {}

  /** Like {@link #append}, with another case locked before: for what concerns both. */
  public Optional<CaseFile> appendBeside(
      UUID other, UUID id, BiFunction<CaseFile, OtherCase, Optional<Entry>> decide) {
    return store.change(
        change -> {
          Optional<CaseFile> locked = change.lock(other);
          return change
              .lock(id)
              .map(
                  file -> {
                    OtherCase beside = new OtherCase(locked, !change.followers(id).isEmpty());
                    return decide
                        .apply(file, beside)
                        .map(entry -> write(change, file, entry))
                        .orElse(file);
                  });
        });
  }

  /** Appends to a locked case. */
  public CaseFile write(CaseChangeStore change, CaseFile file, Entry entry) {
    CaseEvent event = next(file, entry);
    CaseFile after = file.plus(event);
    change.write(event, projection(after));
    notices.of(after, event).ifPresent(change::notify);
    if (entry.type() == EventType.SUPPLEMENT && after.standing().suggestionOutdated()) {
      // Should this node die before it has looked anew, another does.
      change.triageAgain(after.id(), event.at().plus(TRIAGE_GRACE));
    }
    if (entry.type() == EventType.ERASED) {
      return erased(change, file, event);
    }
    for (Entry following : MergedCasePropagation.of(entry, file).stream().toList()) {
      for (UUID follower : change.followers(file.id())) {
        change.lock(follower).ifPresent(merged -> write(change, merged, following.on(merged)));
      }
    }
    return after;
  }

  /** As it is read from now on, and so are the cases that had got the same reply. */
  private CaseFile erased(CaseChangeStore change, CaseFile before, CaseEvent event) {
    List<UUID> copies = change.erase(before, event.seq(), event.at());
    for (UUID copy : copies) {
      change.lock(copy).ifPresent(other -> change.project(projection(other)));
    }
    CaseFile after = change.lock(before.id()).orElseThrow();
    change.project(projection(after));
    return after;
  }

  /**
   * Writes an event that replaces what came in, and lets triage look at it anew.
   *
   * @return whether it was written
   */
  public boolean amend(UUID id, Appeal appeal, Function<CaseFile, Optional<Entry>> decide) {
    return store.change(
        change -> {
          Optional<CaseFile> file = change.lock(id);
          Optional<Entry> entry = file.flatMap(decide);
          entry.ifPresent(
              written -> {
                write(change, file.get().withAppeal(appeal), written);
                change.amend(id, appeal, now());
              });
          return entry.isPresent();
        });
  }

  /**
   * Reckons anew what other rules or another calendar gave: a due day is one thing, in lists,
   * filters and reports as where the case is shown.
   */
  int bringUpToDate() {
    String by = projectedBy();
    boolean unsealed = keys.key().isPresent() && !keys.allSealed();
    int done = 0;
    UUID after = new UUID(0, 0);
    for (List<UUID> some = store.reproject(after, by, unsealed, BATCH, this::readable);
        !some.isEmpty();
        some = store.reproject(after, by, unsealed, BATCH, this::readable)) {
      done += some.size();
      after = some.get(some.size() - 1);
    }
    keys.sealedAll();
    return done;
  }

  /** Empty for a case whose log was tampered with: it must not keep the others back. */
  private Optional<CaseRowStore.Projection> readable(CaseFile file) {
    try {
      return Optional.of(projection(file));
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.errorf(
          "case %s cannot be read from its log (see verify-log): %s", file.id(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Somebody who works here reads the case. */
  public void read(CaseFile file) {
    if (file.openedAt() == null) {
      store.opened(file.id(), now(), deadlines.today());
    }
  }

  private String projectedBy() {
    return CaseState.RULES + "/" + deadlines.version();
  }

  /** The event that an entry would be; for looking at what it leads to. */
  public CaseEvent following(CaseFile file, Entry entry) {
    return next(file, entry);
  }

  private CaseEvent next(CaseFile file, Entry entry) {
    CaseEvent last = file.events().get(file.events().size() - 1);
    return event(file.id(), last.seq(), last.hash(), entry);
  }

  private CaseEvent event(UUID caseId, int lastSeq, String lastHash, Entry entry) {
    CaseEvent unsigned =
        new CaseEvent(
            Ids.next(),
            caseId,
            lastSeq + 1,
            entry.type(),
            entry.actor(),
            entry.actorName(),
            now(),
            null,
            entry.basedOn(),
            PayloadCodec.seal(entry.payload(), entry.occurredAt(), entry.reason()),
            lastHash,
            null);
    return unsigned.signed(EventChain.hash(unsigned));
  }

  /** What the row of a case repeats of its events. */
  public CaseRowStore.Projection projection(CaseFile file) {
    // Before the deadline: an import in between is seen as one that is still to come.
    String by = projectedBy();
    CaseState standing = file.standing();
    CaseEvent last = file.events().get(file.events().size() - 1);
    Deadlines.Deadline deadline = deadlines.of(file.appeal(), standing).orElse(null);
    // A decision ends the wait for a suggestion: it would only confuse afterwards.
    boolean triaged =
        standing.suggested() != null && !standing.suggestionOutdated()
            || !standing.state().unanswered();
    // While the case waits for the enterprise no deadline runs.
    boolean running = deadline != null && standing.state() != CaseStatus.AWAITING_INFORMATION;
    return new CaseRowStore.Projection(
        file,
        standing,
        search.of(file),
        last.hash(),
        running ? deadline.due() : null,
        running && deadline.provisional(),
        running ? deadline.workingDays() : null,
        running && standing.state().unanswered() ? deadlines.today() : null,
        triaged,
        by);
  }
}
