package cn.zhitong.assistant.application;

import cn.zhitong.assistant.web.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * An act on an application that its actor sends once more because the answer got lost; known as
 * those on cases are, by what it would have recorded where the earlier one stands.
 */
final class RepeatedApplicationAct {
  /** As for cases: pages wait half a minute for an answer, gateways a minute. */
  private static final Duration SUCCESSION = Duration.ofMinutes(2);

  /** What needs no basis, and may be done any number of times. */
  private static final Set<ApplicationEventType> WITHOUT_BASIS =
      Set.of(
          ApplicationEventType.NOTE,
          ApplicationEventType.URGE,
          ApplicationEventType.SUPERVISE,
          ApplicationEventType.OBJECT);

  private RepeatedApplicationAct() {}

  /**
   * What somebody asks for.
   *
   * @param basedOn the version that the actor had seen; null where none was given
   * @param occurredAt when it had happened elsewhere; null where none was given
   */
  record Asked(
      ApplicationEventType type, String actor, Integer basedOn, String reason, Instant occurredAt) {

    Instant time(ApplicationEvent event) {
      return occurredAt == null ? event.at() : occurredAt;
    }
  }

  /**
   * Whether the actor has done just this since what the request is based on.
   *
   * @param recorded whether an event records what the request does, given how the application stood
   *     before it
   */
  static boolean isKnown(
      ApplicationFile file,
      Asked asked,
      Instant now,
      BiPredicate<ApplicationEvent, ApplicationFile> recorded) {
    // Saving what is saved changes nothing, and another may have saved something else since.
    return asked.type() != ApplicationEventType.SAVE
        && candidates(file, asked, now).stream()
            .filter(event -> event.type() == asked.type() && event.actor().equals(asked.actor()))
            .filter(event -> Objects.equals(event.reason(), asked.reason()))
            .filter(event -> event.occurredAt().equals(asked.time(event)))
            .anyMatch(event -> isRecorded(file, event, recorded));
  }

  private static List<ApplicationEvent> candidates(ApplicationFile file, Asked asked, Instant now) {
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

  private static boolean isRecorded(
      ApplicationFile file,
      ApplicationEvent event,
      BiPredicate<ApplicationEvent, ApplicationFile> recorded) {
    try {
      return recorded.test(event, file.withEvents(file.events().subList(0, event.seq() - 1)));
    } catch (Problem e) {
      // Refused then: what was recorded came of another request.
      return false;
    }
  }
}
