package cn.zhitong.assistant.eventlog;

import cn.zhitong.assistant.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * An act that may be one that its actor sends once more because the answer got lost. It is told by
 * what it would have recorded where the earlier one stands: what the log is kept of may look
 * different since, not least by that one.
 *
 * @param typeCode of the event that it would be
 * @param basedOn the version that the actor had seen; null where none was given
 * @param free whether it needs no basis, and may be done any number of times
 * @param reason null where none was given
 * @param occurredAt when it had happened elsewhere; null where none was given
 */
public record RepeatedAct(
    String typeCode,
    String actor,
    Integer basedOn,
    boolean free,
    String reason,
    Instant occurredAt) {

  /**
   * Our pages wait half a minute for an answer, gateways a minute; what comes later without a basis
   * is meant. What is to be there twice within that time gives the basis.
   */
  private static final Duration SUCCESSION = Duration.ofMinutes(2);

  /**
   * Whether the actor has done just this since what the request is based on.
   *
   * @param events of the log, from the first
   * @param recorded whether an event records what the request does, given the events before it; a
   *     {@link Problem} says that the request would have been refused there
   */
  public <E extends ChainedEvent> boolean isAmong(
      List<E> events, Instant now, BiPredicate<E, List<E>> recorded) {
    return candidates(events, now).stream()
        .filter(event -> event.typeCode().equals(typeCode) && event.actor().equals(actor))
        .filter(event -> Objects.equals(event.reason(), reason))
        .filter(event -> event.occurredAt().equals(occurredAt == null ? event.at() : occurredAt))
        .anyMatch(event -> isRecorded(event, events.subList(0, event.seq() - 1), recorded));
  }

  private <E extends ChainedEvent> List<E> candidates(List<E> events, Instant now) {
    int version = events.size();
    if (basedOn != null) {
      boolean older = basedOn >= 1 && basedOn < version;
      return older ? events.subList(basedOn, version) : List.of();
    }
    if (!free) {
      return List.of();
    }
    return events.stream()
        .filter(event -> event.actor().equals(actor))
        .reduce((earlier, later) -> later)
        .filter(event -> event.at().isAfter(now.minus(SUCCESSION)))
        .stream()
        .toList();
  }

  private static <E extends ChainedEvent> boolean isRecorded(
      E event, List<E> before, BiPredicate<E, List<E>> recorded) {
    try {
      return recorded.test(event, before);
    } catch (Problem e) {
      // Refused then: what was recorded came of another request.
      return false;
    }
  }
}
