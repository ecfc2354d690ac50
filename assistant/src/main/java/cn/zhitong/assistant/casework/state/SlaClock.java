package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import java.time.Instant;

/** What of a case's events its deadline depends on. */
public final class SlaClock {
  private Instant from;
  private Integer ordered;
  private int extra;
  private Instant pausedAt;
  private Instant assignedAt;

  void apply(CaseEvent event, EventPayload payload) {
    switch (event.type()) {
      case REQUEST_INFORMATION -> pausedAt = event.occurredAt();
      case SUPPLEMENT -> {
        extra += ((EventPayload.Supplemented) payload).pausedDays();
        pausedAt = null;
      }
      case REJECT, WITHDRAW -> pausedAt = null;
      case DISPATCH, REASSIGN, ARBITRATE -> assignedAt = event.occurredAt();
      case GRANT_EXTENSION -> extra += ((EventPayload.DaysGiven) payload).days();
      case REOPEN -> restart(event, null);
      case ORDER_RECTIFICATION -> restart(event, ((EventPayload.DaysGiven) payload).days());
      default -> {
        // Nothing about time.
      }
    }
  }

  private void restart(CaseEvent event, Integer days) {
    from = event.occurredAt();
    ordered = days;
    extra = 0;
  }

  /** When it was reopened or ordered to be rectified; null counts from when it was asked. */
  public Instant from() {
    return from;
  }

  /** Working days that the supervisor ordered; null for the category's. */
  public Integer ordered() {
    return ordered;
  }

  /** Working days granted or paused beyond those. */
  public int extra() {
    return extra;
  }

  /** Since when it waits for the enterprise, null when it doesn't. */
  public Instant pausedAt() {
    return pausedAt;
  }

  /** When the department got it, null before. */
  public Instant assignedAt() {
    return assignedAt;
  }
}
