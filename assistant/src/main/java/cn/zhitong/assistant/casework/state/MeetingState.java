package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The meetings of a case, folded from its events. */
public final class MeetingState {
  private final List<CaseMeeting> meetings = new ArrayList<>();

  void apply(CaseEvent event, EventPayload payload) {
    switch (event.type()) {
      case SET_MEETING -> set((EventPayload.MeetingSet) payload, event.at());
      case CANCEL_MEETING ->
          change(
              ((EventPayload.MeetingEnded) payload).number(),
              meeting -> meeting.ended(CaseMeeting.Status.CANCELLED, event.reason(), event.at()));
      case RECORD_MEETING -> {
        EventPayload.MeetingEnded ended = (EventPayload.MeetingEnded) payload;
        change(
            ended.number(),
            meeting -> meeting.ended(CaseMeeting.Status.HELD, ended.text(), event.at()));
      }
      default -> {
        // No meeting.
      }
    }
  }

  private void set(EventPayload.MeetingSet set, Instant at) {
    Optional<CaseMeeting> before = find(set.number());
    CaseMeeting now = CaseMeeting.of(set, before.map(CaseMeeting::sequence).orElse(-1) + 1, at);
    if (before.isPresent()) {
      meetings.set(meetings.indexOf(before.get()), now);
    } else {
      meetings.add(now);
    }
  }

  private void change(int number, UnaryOperator<CaseMeeting> how) {
    meetings.replaceAll(meeting -> meeting.number() == number ? how.apply(meeting) : meeting);
  }

  /** In the order in which they were set. */
  public List<CaseMeeting> all() {
    return List.copyOf(meetings);
  }

  /** A meeting by its number within the case. */
  public Optional<CaseMeeting> find(int number) {
    return meetings.stream().filter(meeting -> meeting.number() == number).findFirst();
  }

  /** Whether one is still to come, or its outcome to be recorded. */
  public boolean anyOpen() {
    return meetings.stream().anyMatch(meeting -> meeting.status() == CaseMeeting.Status.SET);
  }
}
