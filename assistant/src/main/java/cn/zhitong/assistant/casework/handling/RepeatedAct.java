package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventType;
import cn.zhitong.assistant.casework.state.CaseFile;
import cn.zhitong.assistant.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An act that its actor sends once more because the answer got lost. It is told by what it would
 * have recorded where the earlier one stands: the case may look different since, not least by that
 * one.
 */
final class RepeatedAct {
  /**
   * Our pages wait half a minute for an answer, gateways a minute; what comes later without a basis
   * is meant. A note or a supplement that is to be there twice within that time gives the basis.
   */
  static final Duration SUCCESSION = Duration.ofMinutes(2);

  /** What needs no basis, and may be done any number of times. */
  private static final Set<EventType> WITHOUT_BASIS = Set.of(EventType.NOTE, EventType.SUPPLEMENT);

  private RepeatedAct() {}

  /**
   * What somebody asks for.
   *
   * @param basedOn the version that the actor had seen; null where none was given
   * @param occurredAt when it had happened elsewhere; null where none was given
   */
  record Asked(EventType type, String actor, Integer basedOn, String reason, Instant occurredAt) {
    Instant time(CaseEvent event) {
      return occurredAt == null ? event.at() : occurredAt;
    }
  }

  /** What the request records. */
  interface Recording {
    /**
     * @param before the case as it stood then
     */
    boolean isThatOf(CaseEvent event, CaseFile before);
  }

  /** Whether the actor has done just this since what the request is based on. */
  static boolean isKnown(CaseFile file, Asked asked, Instant now, Recording recording) {
    return candidates(file, asked, now).stream()
        .filter(event -> event.type() == asked.type() && event.actor().equals(asked.actor()))
        .filter(event -> Objects.equals(event.reason(), asked.reason()))
        .filter(event -> event.occurredAt().equals(asked.time(event)))
        .anyMatch(event -> recorded(file, event, recording));
  }

  private static List<CaseEvent> candidates(CaseFile file, Asked asked, Instant now) {
    int version = file.events().size();
    if (asked.basedOn() != null) {
      boolean older = asked.basedOn() >= 1 && asked.basedOn() < version;
      return older ? file.events().subList(asked.basedOn(), version) : List.of();
    }
    if (!WITHOUT_BASIS.contains(asked.type())) {
      return List.of();
    }
    return file.events().stream()
        .filter(event -> event.actor().equals(asked.actor()))
        .reduce((earlier, later) -> later)
        .filter(event -> event.at().isAfter(now.minus(SUCCESSION)))
        .stream()
        .toList();
  }

  private static boolean recorded(CaseFile file, CaseEvent event, Recording recording) {
    CaseFile before = file.withEvents(file.events().subList(0, event.seq() - 1));
    try {
      return recording.isThatOf(event, before);
    } catch (Problem e) {
      // Refused then: what was recorded came of another request.
      return false;
    }
  }
}
