package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.triage.Category;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a case stands, folded from its events in order. */
public final class Standing {
  /**
   * A department as decided or suggested.
   *
   * @param id catalogue id or null
   */
  public record Owner(String id, String name) {}

  private CaseState state;
  private int version;
  private JsonNode suggestion;
  private int suggestionSeq;
  private Category category;
  private boolean categoryDecided;
  private Owner department;
  private List<String> supporting = List.of();
  private int extraDays;
  private boolean extensionRequested;
  private Integer requestedDays;
  private int returns;
  private int urges;
  private boolean supervised;
  private Instant informationRequestedAt;
  private JsonNode draft;
  private int draftSeq;
  private String reply;
  private Instant answeredAt;
  private Integer score;

  private Standing() {}

  static Standing of(List<CaseEvent> events) {
    Standing standing = new Standing();
    events.forEach(standing::apply);
    return standing;
  }

  private void apply(CaseEvent event) {
    JsonNode body = event.body();
    state = event.type().after(state);
    version = event.seq();
    switch (event.type()) {
      case SUGGESTED -> suggested(event);
      case ACCEPT_SUGGESTION, CHANGE, DISPATCH, REASSIGN -> decided(body);
      case REQUEST_INFORMATION -> informationRequestedAt = event.at();
      case SUPPLEMENT -> {
        extraDays += body.path("pausedDays").asInt();
        informationRequestedAt = null;
      }
      case RETURN -> returns++;
      case REQUEST_EXTENSION -> {
        extensionRequested = true;
        requestedDays = body.path("days").asInt();
      }
      case GRANT_EXTENSION -> {
        extraDays += body.path("days").asInt();
        extensionRequested = false;
      }
      case REFUSE_EXTENSION -> extensionRequested = false;
      case DRAFTED -> {
        draft = body;
        draftSeq = event.seq();
      }
      case SUBMIT_REPLY -> reply = body.path("text").asText();
      case REPLY -> {
        reply = body.path("text").asText(reply);
        answeredAt = event.occurredAt();
      }
      case RATE -> rated(body);
      case REOPEN -> answeredAt = null;
      case URGE -> urges++;
      case SUPERVISE -> supervised = true;
      default -> {
        // The rest moves the state only.
      }
    }
  }

  private void suggested(CaseEvent event) {
    suggestion = event.body();
    suggestionSeq = event.seq();
    String code = suggestion.path("category").path("code").asText("");
    if (!categoryDecided && !code.isEmpty()) {
      category = Category.of(code);
    }
  }

  private void decided(JsonNode body) {
    if (body.hasNonNull("category")) {
      category = Category.of(body.get("category").asText());
      categoryDecided = true;
    }
    JsonNode lead = body.path("department");
    if (lead.hasNonNull("name")) {
      department = new Owner(lead.path("id").asText(null), lead.get("name").asText());
    }
    if (body.has("supporting")) {
      List<String> names = new ArrayList<>();
      body.get("supporting").forEach(name -> names.add(name.asText()));
      supporting = List.copyOf(names);
    }
  }

  private void rated(JsonNode body) {
    score = body.path("score").asInt();
    // 不满意 opens a review instead of closing.
    if (score <= Rating.DISSATISFIED) {
      state = CaseState.AWAITING_FOLLOW_UP;
    }
  }

  public CaseState state() {
    return state;
  }

  /** Seq of the last event. */
  public int version() {
    return version;
  }

  /** Triage's suggestion as it was recorded, null before it. */
  public JsonNode suggestion() {
    return suggestion;
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
    return department;
  }

  public List<String> supporting() {
    return supporting;
  }

  /** Working days granted or paused beyond the category's. */
  int extraDays() {
    return extraDays;
  }

  boolean extensionRequested() {
    return extensionRequested;
  }

  /** Working days last asked for, null before. */
  Integer requestedDays() {
    return requestedDays;
  }

  int returns() {
    return returns;
  }

  int urges() {
    return urges;
  }

  boolean supervised() {
    return supervised;
  }

  /** When it was asked to supplement, null when it isn't waiting for that. */
  Instant informationRequestedAt() {
    return informationRequestedAt;
  }

  /** The latest draft, null before. */
  public JsonNode draft() {
    return draft;
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
}
