package cn.zhitong.assistant.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A log beside that of the appeals, which the daily heads cover and verification proves. */
public interface ChainedLog {

  /** What it is kept of, in Chinese: 申报. */
  String noun();

  /** Of each subject its last event from before a moment, in the order of ids. */
  void lastBefore(Instant through, LeafConsumer leaves);

  /** The next subjects in the order of ids. */
  List<UUID> idsAfter(UUID after, int limit);

  Checked check(UUID id);

  /** Takes the last event of one subject. */
  interface LeafConsumer {
    void accept(UUID subject, int seq, String hash);
  }

  /**
   * A subject with its whole log.
   *
   * @param broken where it does not hold first; null where all does
   */
  record Checked(
      UUID id, String number, List<? extends ChainedEvent> events, EventChain.Break broken) {
    public Checked {
      events = List.copyOf(events);
    }
  }
}
