package cn.zhitong.assistant.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An application's publicity (公示) and the objections to it. */
final class PublicityState {
  private LocalDate until;
  private boolean over;
  private final List<Integer> open = new ArrayList<>();
  private boolean upheld;

  void apply(ApplicationEvent event, ApplicationPayload payload) {
    switch (event.type()) {
      case PUBLICISE -> begin(((ApplicationPayload.Publicised) payload).until());
      case LISTED -> begin(((ApplicationPayload.Created) payload).publicity().until());
      case PUBLICITY_OVER -> over = true;
      case OBJECT -> open.add(event.seq());
      case RESOLVE_OBJECTION -> resolved(event, (ApplicationPayload.ObjectionResolved) payload);
      default -> {
        // Nothing about publicity.
      }
    }
  }

  private void begin(LocalDate last) {
    until = last;
    over = false;
    upheld = false;
    open.clear();
  }

  private void resolved(ApplicationEvent event, ApplicationPayload.ObjectionResolved one) {
    open.remove(Integer.valueOf(one.objection()));
    upheld |= one.upheld();
    // Settled after its last day, it does not begin again.
    over = PausedTime.day(event.occurredAt()).isAfter(until);
  }

  /** Last day, inclusive; null before. */
  LocalDate until() {
    return until;
  }

  /** Whether it is known to be over. */
  boolean over() {
    return over;
  }

  /** Objections that nobody has settled. */
  int open() {
    return open.size();
  }

  List<Integer> openObjections() {
    return List.copyOf(open);
  }

  /** Whether an objection of this publicity was right. */
  boolean upheld() {
    return upheld;
  }
}
