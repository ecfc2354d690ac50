package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.Rating;
import java.time.Instant;

/** A case's draft, its answer, and what the enterprise said of it; folded from its events. */
public final class ReplyState {

  /** What became of a rating that said 不满意. */
  public enum Review {
    NONE,
    OPEN,
    DONE
  }

  private String draftText;
  private int draftSeq;
  private String reply;
  private Instant answeredAt;
  private Integer score;
  private Review review = Review.NONE;
  private boolean typical;

  void apply(CaseEvent event, EventPayload payload) {
    switch (event.type()) {
      case DRAFTED -> {
        draftText = payload.text();
        draftSeq = event.seq();
      }
      case SUBMIT_REPLY -> reply = payload.text();
      case REPLY -> {
        reply = payload.text() == null ? reply : payload.text();
        answeredAt = event.occurredAt();
      }
      case RATE -> {
        score = ((EventPayload.Rated) payload).score();
        review = score <= Rating.DISSATISFIED ? Review.OPEN : review;
      }
      case REVIEW -> review = Review.DONE;
      case MARK_TYPICAL -> typical = true;
      case UNMARK_TYPICAL -> typical = false;
      case REOPEN, ORDER_RECTIFICATION -> {
        answeredAt = null;
        score = null;
        review = review == Review.OPEN ? Review.DONE : review;
      }
      default -> {
        // The rest says nothing of it.
      }
    }
  }

  /** The latest draft's text, null before or where it was erased. */
  String draftText() {
    return draftText;
  }

  /** Of the latest draft, 0 before. */
  int draftSeq() {
    return draftSeq;
  }

  /** Sent, or submitted for review; null before. */
  String reply() {
    return reply;
  }

  Instant answeredAt() {
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
}
