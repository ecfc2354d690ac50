package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.triage.Suggestion;

/**
 * What triage suggested for a case, and what category people decided on; folded from its events.
 */
final class TriageState {
  private EventPayload.Suggested suggestion;
  private int suggestionSeq;
  private int supplementSeq;
  private boolean protectedLater;
  private boolean suggestionShown;
  private Category category;
  private boolean categoryDecided;

  void apply(CaseEvent event, EventPayload payload) {
    switch (event.type()) {
      case SUGGESTED -> suggested(event, (EventPayload.Suggested) payload);
      case SUPPLEMENT -> {
        supplementSeq = event.seq();
        protectedLater =
            protectedLater
                || Boolean.TRUE.equals(((EventPayload.Supplemented) payload).protectsReporter());
      }
      case AMENDED -> {
        // It was made of the text before.
        suggestion = null;
        category = null;
      }
      case ACCEPT_SUGGESTION, CHANGE, DISPATCH, REASSIGN, ARBITRATE ->
          decided((EventPayload.Decided) payload);
      default -> {
        // The rest says nothing of it.
      }
    }
  }

  /** Once it was shown, no later decision is blind. */
  void shown() {
    suggestionShown = suggestionShown || suggestion != null;
  }

  private void suggested(CaseEvent event, EventPayload.Suggested suggested) {
    suggestion = suggested;
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

  /** Null before it. */
  Suggestion suggestion() {
    return suggestion == null ? null : suggestion.suggestion();
  }

  /** Whether something was added that it has not seen, while it still counts. */
  boolean outdated() {
    return suggestion != null && supplementSeq > suggestionSeq && !categoryDecided;
  }

  int suggestionSeq() {
    return suggestionSeq;
  }

  /** Whether the case was chosen to be decided blind. */
  boolean blind() {
    return suggestion != null && suggestion.blind();
  }

  /** Whether people decide before they see the suggestion, and have not yet. */
  boolean hidden() {
    return blind() && !categoryDecided && !suggestionShown;
  }

  boolean reporterProtected() {
    return protectedLater || suggestion != null && suggestion.suggestion().reporterProtected();
  }

  /** Decided, else suggested, else null. */
  Category category() {
    return category;
  }

  boolean categoryDecided() {
    return categoryDecided;
  }
}
