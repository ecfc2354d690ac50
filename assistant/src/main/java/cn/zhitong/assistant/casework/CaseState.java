package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.triage.Suggestion;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a case stands, folded from its events in order. */
public final class CaseState {
  /** Of the rules below: cases that were folded by others are folded anew. */
  static final int RULES = 3;

  /** From this return on the case is not passed around any more: the supervisor rules. */
  static final int RETURNS_TO_SUPERVISOR = 2;

  /**
   * A department as decided or suggested.
   *
   * @param id catalogue id or null
   */
  public record Owner(String id, String name) {}

  /** What became of a rating that said 不满意. */
  enum Review {
    NONE,
    OPEN,
    DONE
  }

  private final Ownership ownership = new Ownership();
  private final SlaClock clockwork = new SlaClock();
  private CaseStatus state;
  private CaseStatus interrupted;
  private CaseStatus beforeMerging;
  private int version;
  private EventPayload.Suggested suggestion;
  private JsonNode suggestionDocument;
  private int suggestionSeq;
  private boolean suggestionShown;
  private Category category;
  private boolean categoryDecided;
  private Integer requestedDays;
  private int returns;
  private boolean ruled;
  private int urges;
  private boolean supervised;
  private UUID mergedInto;
  private JsonNode draft;
  private String draftText;
  private int draftSeq;
  private String reply;
  private Instant answeredAt;
  private Integer score;
  private Review review = Review.NONE;
  private boolean typical;
  private boolean erased;

  private CaseState() {}

  static CaseState of(List<CaseEvent> events) {
    return of(AppealStates.TABLE, events);
  }

  /**
   * @param table the state machine of the case's kind
   */
  static CaseState of(StateTable table, List<CaseEvent> events) {
    CaseState standing = new CaseState();
    events.forEach(event -> standing.apply(table, event));
    return standing;
  }

  private void apply(StateTable table, CaseEvent event) {
    EventPayload payload = event.payload();
    CaseStatus before = state;
    state = table.after(event.type(), payload, this);
    version = event.seq();
    clockwork.apply(event, payload);
    ownership.apply(event, payload);
    switch (event.type()) {
      case SUGGESTED -> suggested(event, (EventPayload.Suggested) payload);
      case AMENDED -> {
        // It was made of the text before.
        suggestion = null;
        suggestionDocument = null;
        category = null;
      }
      case ACCEPT_SUGGESTION, CHANGE, DISPATCH -> decided((EventPayload.Decided) payload);
      case REASSIGN, ARBITRATE -> {
        decided((EventPayload.Decided) payload);
        ruled = ruled || before == CaseStatus.CONTESTED || event.type() == EventType.ARBITRATE;
      }
      case TRANSFER -> transferred();
      case REQUEST_INFORMATION -> interrupted = before;
      case RETURN -> returns++;
      case REQUEST_EXTENSION -> requestedDays = ((EventPayload.DaysGiven) payload).days();
      case MERGE -> {
        mergedInto = ((EventPayload.Merged) payload).into();
        beforeMerging = before;
      }
      case UNMERGE -> mergedInto = null;
      case ERASED -> erased = true;
      case URGE -> urges++;
      case SUPERVISE -> supervised = true;
      default -> answer(event, payload);
    }
    // Once it was shown, no later decision is blind.
    suggestionShown = suggestionShown || suggestion != null && !state.toBeDecided();
  }

  /** From the draft to what the enterprise says of the answer. */
  private void answer(CaseEvent event, EventPayload payload) {
    switch (event.type()) {
      case DRAFTED -> {
        draft = event.body();
        draftText = ((EventPayload.Drafted) payload).text();
        draftSeq = event.seq();
      }
      case SUBMIT_REPLY -> reply = ((EventPayload.Replied) payload).text();
      case REPLY -> {
        String text = ((EventPayload.Replied) payload).text();
        reply = text == null ? reply : text;
        answeredAt = event.occurredAt();
      }
      case RATE -> rated((EventPayload.Rated) payload);
      case REVIEW -> review = Review.DONE;
      case MARK_TYPICAL -> typical = true;
      case UNMARK_TYPICAL -> typical = false;
      case REOPEN, ORDER_RECTIFICATION -> {
        answeredAt = null;
        score = null;
        // Done anew it is a case of its own: the main case's next answer is none to this one.
        mergedInto = null;
        review = review == Review.OPEN ? Review.DONE : review;
      }
      default -> {
        // The rest moves the state only.
      }
    }
  }

  private void suggested(CaseEvent event, EventPayload.Suggested suggested) {
    suggestion = suggested;
    suggestionDocument = event.body();
    suggestionSeq = event.seq();
    if (!categoryDecided && suggested.suggestion().category() != null) {
      category = Category.of(suggested.suggestion().category().code());
    }
  }

  private void decided(EventPayload.Decided decision) {
    if (decision.category() != null) {
      category = decision.decided();
      categoryDecided = true;
    }
  }

  /** Another level starts afresh: its own returns, its own ruling. */
  private void transferred() {
    returns = 0;
    ruled = false;
  }

  private void rated(EventPayload.Rated rating) {
    score = rating.score();
    review = score <= Rating.DISSATISFIED ? Review.OPEN : review;
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

  /** Seq of the last event. */
  public int version() {
    return version;
  }

  /** Triage's suggestion as it was recorded, for showing; null before it. */
  JsonNode suggestion() {
    return suggestionDocument;
  }

  /** Triage's suggestion, null before it. */
  public Suggestion suggested() {
    return suggestion == null ? null : suggestion.suggestion();
  }

  /**
   * Whether people decide this case before they see the suggestion, and have not yet. What was
   * merged, answered, rejected or withdrawn before anybody decided hides it no longer.
   */
  boolean suggestionHidden() {
    return blind() && !categoryDecided && !suggestionShown;
  }

  /** Whether the case was chosen to be decided blind. */
  boolean blind() {
    return suggestion != null && suggestion.blind();
  }

  /** Whether handlers must not learn who sent it. */
  public boolean reporterProtected() {
    return suggestion != null && suggestion.suggestion().reporterProtected();
  }

  int suggestionSeq() {
    return suggestionSeq;
  }

  /** Decided, else suggested, else null. */
  public Category category() {
    return category;
  }

  public boolean categoryDecided() {
    return categoryDecided;
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
  List<SupportTask> parts() {
    return ownership.supporting();
  }

  /** Level and region it was transferred to, null before. */
  Ownership.Place place() {
    return ownership.place();
  }

  /** What its deadline is counted from, and for how long. */
  SlaClock clockwork() {
    return clockwork;
  }

  boolean extensionRequested() {
    return state == CaseStatus.EXTENSION_REQUESTED;
  }

  /** Working days last asked for, null before. */
  Integer requestedDays() {
    return requestedDays;
  }

  int returns() {
    return returns;
  }

  /** Whether the supervisor has ruled on who handles it: it is not returned any more. */
  boolean ruled() {
    return ruled;
  }

  int urges() {
    return urges;
  }

  boolean supervised() {
    return supervised;
  }

  /** The case it follows, null for none. */
  UUID mergedInto() {
    return mergedInto;
  }

  /** The latest draft, for showing; null before. */
  public JsonNode draft() {
    return draft;
  }

  /** The latest draft's text, null before. */
  String draftText() {
    return draftText;
  }

  int draftSeq() {
    return draftSeq;
  }

  /** The reply sent or submitted for review, null before. */
  public String reply() {
    return reply;
  }

  public Instant answeredAt() {
    return answeredAt;
  }

  Integer score() {
    return score;
  }

  Review review() {
    return review;
  }

  boolean typical() {
    return typical;
  }

  boolean erased() {
    return erased;
  }
}
