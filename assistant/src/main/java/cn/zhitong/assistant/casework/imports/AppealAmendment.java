package cn.zhitong.assistant.casework.imports;

import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.AppealRequest;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.intake.AppealReader;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.log.CaseStore;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Mends an appeal that a list brought in before with a column left out or misread, as long as
 * nobody has touched the case. What the list does not say now stays.
 */
@ApplicationScoped
class AppealAmendment {
  private final AppealReader reader;
  private final CaseStore store;
  private final CaseLog log;

  AppealAmendment(AppealReader reader, CaseStore store, CaseLog log) {
    this.reader = reader;
    this.store = store;
    this.log = log;
  }

  /** What became of a line whose appeal is known. */
  enum Outcome {
    UNCHANGED,
    AMENDED,
    /** Somebody works on it, and the list says otherwise. */
    TOUCHED
  }

  /** Empty where no case has the line's number or key. */
  Optional<Outcome> amend(AppealRequest request, String key, Caller caller) {
    return planned(request, key, caller).map(plan -> amend(plan, caller));
  }

  /** What {@link #amend} would do; nothing is written. */
  Optional<Outcome> foresee(AppealRequest request, String key, Caller caller) {
    return planned(request, key, caller).map(Plan::outcome);
  }

  /** A known case, and what it would hold with what the line adds. */
  private record Plan(CaseFile known, Appeal merged) {
    Outcome outcome() {
      if (merged.equals(known.appeal())) {
        return Outcome.UNCHANGED;
      }
      if (untouched(known)) {
        return Outcome.AMENDED;
      }
      return known.appeal().sameContent(merged) ? Outcome.UNCHANGED : Outcome.TOUCHED;
    }
  }

  private Optional<Plan> planned(AppealRequest request, String key, Caller caller) {
    Appeal wanted = reader.read(request, caller);
    Optional<UUID> id =
        wanted.externalNumber() != null
            ? store.idByExternalNumber(wanted.channel(), wanted.externalNumber())
            : store.byKey(caller.name(), key).map(CaseStore.Claimed::caseId);
    return id.flatMap(store::load)
        .map(known -> new Plan(known, merged(known.appeal(), wanted, request.askedAt() != null)));
  }

  private Outcome amend(Plan plan, Caller caller) {
    Outcome outcome = plan.outcome();
    if (outcome != Outcome.AMENDED) {
      return outcome;
    }
    boolean written =
        log.amend(plan.known().id(), plan.merged(), file -> entry(file, plan.merged(), caller));
    return written ? Outcome.AMENDED : Outcome.TOUCHED;
  }

  private Optional<CaseLog.Entry> entry(CaseFile file, Appeal merged, Caller caller) {
    if (!untouched(file)) {
      return Optional.empty();
    }
    return Optional.of(
        new CaseLog.Entry(
            EventType.AMENDED,
            caller.name(),
            caller.displayName(),
            null,
            file.standing().version(),
            new EventPayload.Received(null, merged.digest(file.contentSalt())),
            null));
  }

  private static boolean untouched(CaseFile file) {
    return file.events().stream()
        .allMatch(
            event ->
                event.type() == EventType.RECEIVED_BY_US
                    || event.type() == EventType.SUGGESTED
                    || event.type() == EventType.AMENDED
                    || event.actor().equals("system")
                        && (event.type() == EventType.URGE || event.type() == EventType.SUPERVISE));
  }

  private static Appeal merged(Appeal known, Appeal wanted, boolean timeGiven) {
    return new Appeal(
        known.channel(),
        known.externalNumber(),
        timeGiven ? wanted.askedAt() : known.askedAt(),
        given(wanted.region(), known.region()),
        given(wanted.title(), known.title()),
        given(wanted.text(), known.text()),
        given(wanted.enterprise(), known.enterprise()),
        given(wanted.contactName(), known.contactName()),
        given(wanted.contactPhone(), known.contactPhone()),
        given(wanted.contactEmail(), known.contactEmail()));
  }

  private static String given(String wanted, String known) {
    return wanted == null || wanted.isEmpty() ? known : wanted;
  }
}
