package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.eventlog.StateTable;
import cn.zhitong.assistant.triage.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a case stands, folded from its events in order. */
public final class CaseState {
  /** Of the rules below: cases that were folded by others are folded anew. */
  public static final int RULES = 6;

  /** From this return on the case is not passed around any more: the supervisor rules. */
  static final int RETURNS_TO_SUPERVISOR = 2;

  private final Ownership ownership = new Ownership();
  private final SlaClock clockwork = new SlaClock();
  private final TriageState triage = new TriageState();
  private final ReplyState answer = new ReplyState();
  private final ChargeState charge = new ChargeState();
  private final ThemeState topics = new ThemeState();
  private final MeetingState meetings = new MeetingState();
  private CaseStatus state;
  private CaseStatus interrupted;
  private CaseStatus beforeMerging;
  private int version;
  private Integer requestedDays;
  private int returns;
  private boolean ruled;
  private int urges;
  private boolean supervised;
  private UUID mergedInto;
  private boolean erased;

  private CaseState() {}

  /** Folds the events of an appeal, in order. */
  public static CaseState of(List<CaseEvent> events) {
    return of(AppealStates.TABLE, events);
  }

  /**
   * @param table the state machine of the case's kind
   */
  public static CaseState of(
      StateTable<EventType, CaseStatus, CaseState, EventPayload> table, List<CaseEvent> events) {
    CaseState standing = new CaseState();
    events.forEach(event -> standing.apply(table, event));
    return standing;
  }

  private void apply(
      StateTable<EventType, CaseStatus, CaseState, EventPayload> table, CaseEvent event) {
    EventPayload payload = event.payload();
    CaseStatus before = state;
    state = table.after(event.type(), payload, this, state);
    version = event.seq();
    clockwork.apply(event, payload);
    ownership.apply(event, payload);
    triage.apply(event, payload);
    answer.apply(event, payload);
    charge.apply(event, payload, before);
    topics.apply(event, payload);
    meetings.apply(event, payload);
    moved(event, payload, before);
    if (!state.toBeDecided()) {
      triage.shown();
    }
  }

  private void moved(CaseEvent event, EventPayload payload, CaseStatus before) {
    switch (event.type()) {
      case REASSIGN, ARBITRATE ->
          ruled = ruled || before == CaseStatus.CONTESTED || event.type() == EventType.ARBITRATE;
      case TRANSFER -> {
        // Another level starts afresh: its own returns, its own ruling.
        returns = 0;
        ruled = false;
      }
      case REQUEST_INFORMATION -> interrupted = before;
      case RETURN -> returns++;
      case REQUEST_EXTENSION -> requestedDays = ((EventPayload.DaysGiven) payload).days();
      case MERGE -> {
        mergedInto = ((EventPayload.Merged) payload).into();
        beforeMerging = before;
      }
      // Done anew it is a case of its own: the main case's next answer is none to this one.
      case UNMERGE, REOPEN, ORDER_RECTIFICATION -> mergedInto = null;
      case ERASED -> erased = true;
      case URGE -> urges++;
      case SUPERVISE -> supervised = true;
      default -> {
        // The rest moves the state only.
      }
    }
  }

  /** Where it stood when it was asked to be supplemented, null before. */
  CaseStatus interrupted() {
    return interrupted;
  }

  /** Where it stood when it was merged, null before. */
  CaseStatus beforeMerging() {
    return beforeMerging;
  }

  public CaseStatus state() {
    return state;
  }

  /** Where it stood when it was rejected, null before. */
  CaseStatus beforeRejection() {
    return charge.beforeRejection();
  }

  /** When it was last rejected, null before. */
  public Instant rejectedAt() {
    return charge.rejectedAt();
  }

  /** Account of whoever it is assigned to, null for nobody. */
  public String assignee() {
    return charge.assignee() == null ? null : charge.assignee().account();
  }

  /** The same for people. */
  public String assigneeName() {
    return charge.assignee() == null ? null : charge.assignee().name();
  }

  /** The supervisor who took it on (难事专办), null for an ordinary case. */
  public EventPayload.TakenOn takenOn() {
    return charge.takenOn();
  }

  /** Its themes, and what is owed. */
  public ThemeState topics() {
    return topics;
  }

  /** Its meetings, past ones too. */
  public MeetingState meetings() {
    return meetings;
  }

  /**
   * Whether the enterprise has added something that no suggestion has seen and nobody decided on.
   */
  public boolean suggestionOutdated() {
    return triage.outdated() && state.toBeDecided();
  }

  /** Seq of the last event. */
  public int version() {
    return version;
  }

  /** Triage's suggestion, null before it. */
  public Suggestion suggested() {
    return triage.suggestion();
  }

  /**
   * Whether people decide this case before they see the suggestion, and have not yet. What was
   * merged, answered, rejected or withdrawn before anybody decided hides it no longer.
   */
  public boolean suggestionHidden() {
    return triage.hidden();
  }

  /** Whether the case was chosen to be decided blind. */
  boolean blind() {
    return triage.blind();
  }

  /** Whether handlers must not learn who sent it. */
  public boolean reporterProtected() {
    return triage.reporterProtected();
  }

  /** Seq of the suggestion's event, 0 before it. */
  public int suggestionSeq() {
    return triage.suggestionSeq();
  }

  /** Decided, else suggested, else null. */
  public Category category() {
    return triage.category();
  }

  public boolean categoryDecided() {
    return triage.categoryDecided();
  }

  /** The lead department that people decided on, null before. */
  public Owner department() {
    return ownership.lead();
  }

  /** Names of the supporting departments. */
  public List<String> supporting() {
    return ownership.supporting().stream().map(part -> part.department().name()).toList();
  }

  /** The supporting departments' own parts. */
  public List<SupportTask> parts() {
    return ownership.supporting();
  }

  /** Level and region it was transferred to, null before. */
  public Ownership.Place place() {
    return ownership.place();
  }

  /** What its deadline is counted from, and for how long. */
  public SlaClock clockwork() {
    return clockwork;
  }

  /** Whether an extension waits to be granted. */
  public boolean extensionRequested() {
    return state == CaseStatus.EXTENSION_REQUESTED;
  }

  /** Working days last asked for, null before. */
  public Integer requestedDays() {
    return requestedDays;
  }

  /** How often it was returned at this level. */
  public int returns() {
    return returns;
  }

  /** Whether the supervisor has ruled on who handles it: it is not returned any more. */
  public boolean ruled() {
    return ruled;
  }

  /** How often it was urged. */
  public int urges() {
    return urges;
  }

  /** Whether the supervising office watches it 督办. */
  public boolean supervised() {
    return supervised;
  }

  /** The case it follows, null for none. */
  public UUID mergedInto() {
    return mergedInto;
  }

  /** The latest draft's text, null before. */
  public String draftText() {
    return answer.draftText();
  }

  /** Seq of the latest draft's event, 0 before. */
  public int draftSeq() {
    return answer.draftSeq();
  }

  /** The reply sent or submitted for review, null before. */
  public String reply() {
    return answer.reply();
  }

  public Instant answeredAt() {
    return answer.answeredAt();
  }

  /** The enterprise's rating, null before. */
  public Integer score() {
    return answer.score();
  }

  /** Whether a bad rating waits to be looked into. */
  public ReplyState.Review review() {
    return answer.review();
  }

  /** Whether it is marked as a typical question. */
  public boolean typical() {
    return answer.typical();
  }

  /** Whether its personal data was erased. */
  public boolean erased() {
    return erased;
  }
}
