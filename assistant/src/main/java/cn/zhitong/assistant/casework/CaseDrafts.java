package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.security.PersonalReads;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What drafting replies needs of casework. */
@ApplicationScoped
public class CaseDrafts {
  private final CaseDesk desk;
  private final CaseLog log;
  private final PersonalReads reads;

  CaseDrafts(CaseDesk desk, CaseLog log, PersonalReads reads) {
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

  /** Keeps a draft as an event, so that what was sent can be compared with it. */
  public void record(UUID id, JsonNode draft, Caller caller) {
    log.append(
        id,
        file -> {
          requireUnanswered(file);
          int version = file.standing().version();
          return Optional.of(
              new CaseLog.Entry(
                  EventType.DRAFTED, caller.name(), caller.displayName(), null, version, draft));
        });
  }

  private static void requireUnanswered(CaseFile file) {
    CaseState state = file.standing().state();
    if (!EventType.DRAFTED.possibleIn(state)) {
      throw new Problem.Conflict(
          "办件处于“" + state.label() + "”，不再需要拟答复。", Map.of("state", state.code()));
    }
  }
}
