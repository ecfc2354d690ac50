package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.Answer;
import cn.zhitong.assistant.application.ApplicationPayload.Created;
import cn.zhitong.assistant.application.ApplicationPayload.Profile;
import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where an application stands, folded from its events in order. */
final class ApplicationState {
  /** Of the rules below: rows that were folded by others are folded anew. */
  static final int RULES = 1;

  private final PausedTime clock = new PausedTime();
  private final ReviewState review = new ReviewState();
  private final PublicityState publicity = new PublicityState();
  private final MoneyState money = new MoneyState();
  private Created created;
  private Profile profile;
  private ApplicationStatus state;
  private ApplicationStatus interrupted;
  private int version;
  private Instant createdAt;
  private Instant updatedAt;
  private Instant stateSince;
  private Instant submittedAt;
  private Instant acceptedAt;
  private Instant closedAt;
  private LocalDate correctUntil;
  private List<Answer> answers = List.of();
  private int urges;
  private LocalDate urgedOn;
  private boolean supervised;
  private Integer score;
  private Instant erasedAt;

  private ApplicationState() {}

  static ApplicationState of(List<ApplicationEvent> events) {
    ApplicationState standing = new ApplicationState();
    events.forEach(standing::apply);
    return standing;
  }

  private void apply(ApplicationEvent event) {
    ApplicationPayload payload = event.payload();
    ApplicationStatus before = state;
    state = ApplicationStates.TABLE.after(event.type(), payload, this, before);
    version = event.seq();
    updatedAt = event.at();
    if (state != before) {
      stateSince = event.occurredAt();
    }
    review.apply(event, payload, plan(payload));
    publicity.apply(event, payload);
    money.apply(event, payload);
    clock.apply(event, state, publicity);
    moved(event, payload, before);
  }

  private ReviewPlan plan(ApplicationPayload payload) {
    return created != null
        ? created.plan()
        : payload instanceof Created first ? first.plan() : null;
  }

  private void moved(ApplicationEvent event, ApplicationPayload payload, ApplicationStatus before) {
    switch (event.type()) {
      case CREATED, LISTED -> begun(event, (Created) payload);
      case SAVE -> answered(((ApplicationPayload.Saved) payload).answers());
      case SUBMIT -> {
        submittedAt = event.occurredAt();
        ApplicationPayload.Submitted sent = (ApplicationPayload.Submitted) payload;
        profile = sent.profile() == null ? profile : sent.profile();
        answered(sent.answers());
      }
      case ACCEPT -> acceptedAt = event.occurredAt();
      case REQUEST_CORRECTION -> {
        interrupted = before;
        correctUntil = ((ApplicationPayload.CorrectionRequested) payload).until();
      }
      case CORRECT -> {
        correctUntil = null;
        answered(((ApplicationPayload.Corrected) payload).answers());
      }
      case CLOSE, REJECT, WITHDRAW -> closedAt = event.occurredAt();
      case REFUND -> closedAt = null;
      case URGE -> {
        urges++;
        urgedOn = event.bySystem() ? urgedOn : PausedTime.day(event.occurredAt());
      }
      case SUPERVISE -> supervised = true;
      case RATE -> score = ((ApplicationPayload.Rated) payload).score();
      case ERASED -> {
        erasedAt = event.occurredAt();
        closedAt = closedAt == null && !ended(before) ? event.occurredAt() : closedAt;
        answers = List.of();
      }
      default -> {
        // The rest moves the state only.
      }
    }
  }

  private static boolean ended(ApplicationStatus state) {
    return ApplicationStatus.GRANTED.contains(state);
  }

  private void begun(ApplicationEvent event, Created first) {
    created = first;
    profile = first.profile();
    createdAt = event.occurredAt();
    answered(first.answers());
    if (event.type() == ApplicationEventType.LISTED) {
      // The list stands for the request and for its acceptance.
      submittedAt = event.occurredAt();
      acceptedAt = event.occurredAt();
    }
  }

  /** Later answers replace earlier ones to the same question. */
  private void answered(List<Answer> more) {
    if (more != null) {
      answers = AnswerMerge.add(answers, more);
    }
  }

  Created created() {
    return created;
  }

  ReviewPlan plan() {
    return created.plan();
  }

  /** As of filing. */
  Profile profile() {
    return profile;
  }

  ApplicationStatus state() {
    return state;
  }

  /** Where it stood when it was sent back to be corrected, null before. */
  ApplicationStatus interrupted() {
    return interrupted;
  }

  /** Seq of the last event. */
  int version() {
    return version;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  Instant stateSince() {
    return stateSince;
  }

  Instant submittedAt() {
    return submittedAt;
  }

  Instant acceptedAt() {
    return acceptedAt;
  }

  Instant closedAt() {
    return closedAt;
  }

  /** Last day for the enterprise to correct it; null unless it is asked to. */
  LocalDate correctUntil() {
    return correctUntil;
  }

  List<Answer> answers() {
    return answers;
  }

  int urges() {
    return urges;
  }

  /** When somebody urged it last; null before. */
  LocalDate urgedOn() {
    return urgedOn;
  }

  boolean supervised() {
    return supervised;
  }

  Integer score() {
    return score;
  }

  /** Null unless the enterprise's file is gone. */
  Instant erasedAt() {
    return erasedAt;
  }

  PausedTime clock() {
    return clock;
  }

  ReviewState review() {
    return review;
  }

  PublicityState publicity() {
    return publicity;
  }

  MoneyState money() {
    return money;
  }

  /** The step of the review that is to be done; null where none is. */
  Integer step() {
    return state == ApplicationStatus.REVIEWING ? review.step() : null;
  }

  /** Whose turn it is: the step's department, else the lead; null where supervisors handle it. */
  String department() {
    Integer step = step();
    return step == null ? plan().department() : plan().steps().get(step);
  }
}
