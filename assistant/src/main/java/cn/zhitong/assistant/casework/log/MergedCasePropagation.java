package cn.zhitong.assistant.casework.log;

import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.state.CaseFile;
import java.util.Optional;

/** What an event of a main case means for the cases merged into it. */
final class MergedCasePropagation {
  private MergedCasePropagation() {}

  /** Empty when they are not touched by it. */
  static Optional<CaseLog.Entry> of(CaseLog.Entry entry, CaseFile main) {
    return switch (entry.type()) {
      // The answer reaches all who asked; the draft it came from is the main case's.
      case REPLY -> Optional.of(entry.with(replied((EventPayload.Replied) entry.payload(), main)));
      case REJECT ->
          Optional.of(
              entry.with(
                  new EventPayload.Rejected(
                      ((EventPayload.Rejected) entry.payload()).legalGround(),
                      main.id(),
                      main.number())));
      // Their own appeals stand.
      case WITHDRAW ->
          Optional.of(
              CaseLog.Entry.bySystem(
                  EventType.UNMERGE,
                  "主办件已撤回，恢复单独办理",
                  main,
                  new EventPayload.Unmerged(main.id(), main.number())));
      default -> Optional.empty();
    };
  }

  /** What the main case's sender is told need not be theirs to read. */
  private static EventPayload replied(EventPayload.Replied reply, CaseFile main) {
    String own = reply.followersText();
    return EventPayload.Replied.following(
        own == null ? reply.text() : own, main.id(), main.number());
  }
}
