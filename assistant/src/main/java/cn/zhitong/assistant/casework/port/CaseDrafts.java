package cn.zhitong.assistant.casework.port;

import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.handling.ReplyDisclosure;
import cn.zhitong.assistant.casework.intake.AppealReader;
import cn.zhitong.assistant.casework.log.CaseLog;
import cn.zhitong.assistant.casework.state.AppealStates;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.casework.view.CaseAccess;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.PersonalReads;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What drafting replies needs of casework. */
@ApplicationScoped
public class CaseDrafts {
  private final CaseAccess desk;
  private final CaseLog log;
  private final AppealReader reader;
  private final PersonalReads reads;
  private final ReplyDisclosure disclosure;

  CaseDrafts(
      CaseAccess desk,
      CaseLog log,
      AppealReader reader,
      PersonalReads reads,
      ReplyDisclosure disclosure) {
    this.disclosure = disclosure;
    this.reader = reader;
    this.reads = reads;
    this.desk = desk;
    this.log = log;
  }

  /**
   * @throws Problem.NotFound when there is none that the caller works on
   * @throws Problem.Conflict when no answer is owed any more
   */
  public CaseFile find(UUID id, Caller caller) {
    CaseFile file = desk.forStaff(id, caller);
    requireUnanswered(file);
    reads.record(caller, id, PersonalReads.What.DRAFT);
    return file;
  }

  /** Why a reply would not reach the cases merged into this one as it stands; empty if it would. */
  public Optional<String> followersNote(CaseFile file, String text) {
    return disclosure.followersNote(text, file);
  }

  /**
   * When a draft was written that is brought in with a past case.
   *
   * @param occurredAt null for now; for administrators only
   */
  public Optional<Instant> writtenAt(String occurredAt, Caller caller) {
    return reader.happenedAt(occurredAt, caller);
  }

  /**
   * Keeps a draft as an event, so that what was sent can be compared with it.
   *
   * @param writtenAt empty for now
   */
  public void record(
      UUID id, EventPayload.Drafted draft, Optional<Instant> writtenAt, Caller caller) {
    log.append(
        id,
        file -> {
          requireUnanswered(file);
          int version = file.standing().version();
          return Optional.of(
              new CaseLog.Entry(
                  EventType.DRAFTED,
                  caller.name(),
                  caller.displayName(),
                  null,
                  version,
                  draft,
                  writtenAt.orElse(null)));
        });
  }

  private static void requireUnanswered(CaseFile file) {
    CaseStatus state = file.standing().state();
    if (!AppealStates.TABLE.possible(EventType.DRAFTED, state)) {
      throw new Problem.Conflict(
          "办件处于“" + state.label() + "”，不再需要拟答复。", Map.of("state", state.code()));
    }
  }
}
