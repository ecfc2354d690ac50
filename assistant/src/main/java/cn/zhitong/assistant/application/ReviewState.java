package cn.zhitong.assistant.application;

import cn.zhitong.assistant.application.ApplicationPayload.ReviewPlan;
import cn.zhitong.common.text.Coded;
import java.util.LinkedHashSet;
import java.util.Set;

/** How far the review has come: one department after another. */
final class ReviewState {
  private int next;
  private int steps;
  private final Set<String> reviewers = new LinkedHashSet<>();

  void apply(ApplicationEvent event, ApplicationPayload payload, ReviewPlan plan) {
    steps = plan == null ? 0 : plan.steps().size();
    switch (event.type()) {
      case REVIEW -> reviewed(event, (ApplicationPayload.Reviewed) payload);
      // What an objection was right about is looked at from the start.
      case RESOLVE_OBJECTION -> {
        if (((ApplicationPayload.ObjectionResolved) payload).upheld()) {
          restart();
        }
      }
      // What all had agreed on has changed.
      case CORRECT -> {
        if (done()) {
          restart();
        }
      }
      case LISTED -> next = steps;
      default -> {
        // Nothing about the review.
      }
    }
  }

  private void restart() {
    next = 0;
    reviewers.clear();
  }

  private void reviewed(ApplicationEvent event, ApplicationPayload.Reviewed opinion) {
    switch (Coded.of(ReviewVerdict.class, opinion.verdict())) {
      case AGREE -> {
        next = Math.min(opinion.step() + 1, steps);
        reviewers.add(event.actor());
      }
      case SEND_BACK -> next = opinion.backTo();
      case DISAGREE -> {
        // It stays where it is.
      }
    }
  }

  /** The step that is to be done, from 0; null where all have agreed. */
  Integer step() {
    return next < steps ? next : null;
  }

  boolean done() {
    return next >= steps;
  }

  /** Whether one person alone has reviewed it, and it is this one. */
  boolean aloneBy(String account) {
    return reviewers.size() == 1 && reviewers.contains(account);
  }
}
