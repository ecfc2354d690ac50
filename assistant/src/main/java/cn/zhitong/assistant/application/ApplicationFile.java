package cn.zhitong.assistant.application;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An application with its log.
 *
 * @param version seq of the last event as its row has it
 * @param head hash of the last event as its row has it
 * @param foldedBy rules and calendar that the row was folded by; null before any
 * @param seal of the row as it was read; null where there is none
 * @param events in order
 */
record ApplicationFile(
    UUID id,
    String number,
    int version,
    String head,
    String foldedBy,
    String seal,
    List<ApplicationEvent> events) {
  ApplicationFile {
    events = List.copyOf(events);
  }

  /** Where it stands; folded from the events with every call. */
  ApplicationState standing() {
    return ApplicationState.of(events);
  }

  ApplicationEvent last() {
    return events.get(events.size() - 1);
  }

  ApplicationFile plus(ApplicationEvent event) {
    List<ApplicationEvent> all = new ArrayList<>(events);
    all.add(event);
    return new ApplicationFile(id, number, version, head, foldedBy, seal, all);
  }

  ApplicationFile withEvents(List<ApplicationEvent> all) {
    return new ApplicationFile(id, number, version, head, foldedBy, seal, all);
  }

  /** What a seal of the row is over, as the row is, or is to be. */
  String sealed(int ofVersion, String ofHead, String by) {
    return String.join(
        "\u001f", id.toString(), number, Integer.toString(ofVersion), ofHead, by == null ? "" : by);
  }

  @Override
  public String toString() {
    return "ApplicationFile[" + number + "]";
  }
}
