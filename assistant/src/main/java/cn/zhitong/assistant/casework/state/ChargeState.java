package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.CaseStatus;
import cn.zhitong.assistant.casework.EventPayload;
import java.time.Instant;

/** Who has a case in hand, and whether it was turned away; folded from its events. */
final class ChargeState {
  private EventPayload.Assigned assignee;
  private EventPayload.TakenOn takenOn;
  private CaseStatus beforeRejection;
  private Instant rejectedAt;

  /**
   * @param before the state in which it happened
   */
  void apply(CaseEvent event, EventPayload payload, CaseStatus before) {
    switch (event.type()) {
      case ASSIGN -> {
        EventPayload.Assigned to = (EventPayload.Assigned) payload;
        assignee = to.account() == null ? null : to;
      }
      // Whoever had it has passed it on.
      case DISPATCH, RECALL, RETURN, REASSIGN, ARBITRATE, TRANSFER -> assignee = null;
      case TAKE_ON -> takenOn = (EventPayload.TakenOn) payload;
      case HAND_BACK -> takenOn = null;
      case REJECT -> {
        beforeRejection = before;
        rejectedAt = event.occurredAt();
      }
      default -> {
        // The rest says nothing of it.
      }
    }
  }

  /** Null for nobody. */
  EventPayload.Assigned assignee() {
    return assignee;
  }

  /** The supervisor who took it on (难事专办), null for an ordinary case. */
  EventPayload.TakenOn takenOn() {
    return takenOn;
  }

  /** Where it stood when it was rejected, null before. */
  CaseStatus beforeRejection() {
    return beforeRejection;
  }

  /** When it was last rejected, null before. */
  Instant rejectedAt() {
    return rejectedAt;
  }
}
