package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.casework.Appeal;
import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A case with all that belongs to it.
 *
 * @param trackingCode what the enterprise reads its own case with
 * @param due last day, inclusive; null while no category is known
 * @param version seq of the last event as the case's row has it
 * @param head hash of the last event as the case's row has it
 * @param openedAt when somebody who works here first read it, null before
 * @param projectedBy rules and calendar that the row was folded by, null before any
 * @param seal of the row as it was read, null where there is none
 * @param events in order; empty only between reading the row and reading them
 */
public record CaseFile(
    UUID id,
    String number,
    String trackingCode,
    Instant receivedAt,
    Appeal appeal,
    String contentSalt,
    LocalDate due,
    boolean dueProvisional,
    int version,
    String head,
    Instant openedAt,
    String projectedBy,
    String seal,
    List<CaseEvent> events) {
  public CaseFile {
    events = List.copyOf(events);
  }

  /** What triage may look at: the appeal, with what the enterprise added to it. */
  public AppealText forTriage() {
    String added =
        events.stream()
            .filter(event -> event.type() == EventType.SUPPLEMENT)
            .map(event -> ((EventPayload.Supplemented) event.payload()).text())
            .filter(text -> text != null && !text.isBlank())
            .collect(Collectors.joining("\n"));
    AppealText asked = appeal.forTriage();
    return added.isEmpty()
        ? asked
        : new AppealText(
            asked.title(), asked.text() + "\n" + added, asked.region(), asked.askedAt());
  }

  /** Where it stands; folded from the events with every call. */
  public CaseState standing() {
    return CaseState.of(events);
  }

  /** What a seal of the row is over, as the row is, or is to be. */
  public String sealed(int ofVersion, String ofHead, String by) {
    return String.join(
        "\u001f",
        id.toString(),
        number,
        appeal.channel(),
        appeal.askedAt().toString(),
        receivedAt.toString(),
        appeal.region() == null ? "" : appeal.region(),
        Integer.toString(ofVersion),
        ofHead,
        by == null ? "" : by);
  }

  /** What the seal that was read is over. */
  public String sealed() {
    return sealed(version, head, projectedBy);
  }

  /** Whether anybody has read it, or done anything with it. */
  public boolean touched() {
    return openedAt != null
        || events.stream()
            .anyMatch(
                event ->
                    event.type() != EventType.RECEIVED_BY_US
                        && event.type() != EventType.SUGGESTED);
  }

  /** Triage's suggestion; none before it, and none of what came in before it was amended. */
  public Optional<CaseEvent> suggestion() {
    return last(EventType.SUGGESTED, EventType.AMENDED)
        .filter(event -> event.type() == EventType.SUGGESTED);
  }

  /** The latest draft. */
  public Optional<CaseEvent> draft() {
    return last(EventType.DRAFTED, EventType.DRAFTED);
  }

  private Optional<CaseEvent> last(EventType one, EventType other) {
    return events.stream()
        .filter(event -> event.type() == one || event.type() == other)
        .reduce((earlier, later) -> later);
  }

  /** With what came in replaced. */
  public CaseFile withAppeal(Appeal amended) {
    return new CaseFile(
        id,
        number,
        trackingCode,
        receivedAt,
        amended,
        contentSalt,
        due,
        dueProvisional,
        version,
        head,
        openedAt,
        projectedBy,
        seal,
        events);
  }

  /** With other events in the place of its own. */
  public CaseFile withEvents(List<CaseEvent> all) {
    return new CaseFile(
        id,
        number,
        trackingCode,
        receivedAt,
        appeal,
        contentSalt,
        due,
        dueProvisional,
        version,
        head,
        openedAt,
        projectedBy,
        seal,
        all);
  }

  /** With one more event at its end. */
  public CaseFile plus(CaseEvent event) {
    List<CaseEvent> all = new ArrayList<>(events);
    all.add(event);
    return withEvents(all);
  }

  @Override
  public String toString() {
    return "CaseFile[" + number + "]";
  }
}
