package cn.zhitong.assistant.casework.state;

import cn.zhitong.assistant.casework.CaseEvent;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.Owner;
import java.util.ArrayList;
import java.util.List;

/** Which departments a case is with, and how far each is with its part. */
final class Ownership {
  /**
   * Where it was transferred to.
   *
   * @param level {@code province}, {@code city} or {@code county}
   * @param region GB/T 2260 code or null
   */
  public record Place(String level, String region) {}

  private Owner lead;
  private final List<SupportTask> supporting = new ArrayList<>();
  private Place place;

  void apply(CaseEvent event, EventPayload payload) {
    switch (event.type()) {
      case ACCEPT_SUGGESTION, CHANGE, DISPATCH, REASSIGN, ARBITRATE -> {
        EventPayload.Decided decision = (EventPayload.Decided) payload;
        decided(decision.department(), decision.supportingOwners());
      }
      case TRANSFER -> {
        EventPayload.Transferred transfer = (EventPayload.Transferred) payload;
        lead = null;
        supporting.clear();
        place = new Place(transfer.level(), transfer.region());
        decided(transfer.department(), transfer.supportingOwners());
      }
      case ADD_SUPPORT -> ((EventPayload.SupportAdded) payload).added().forEach(this::add);
      case PART_REPLY -> {
        EventPayload.PartDone part = (EventPayload.PartDone) payload;
        done(event, part, SupportTask.Progress.REPLIED, part.text());
      }
      case PART_RETURN ->
          done(
              event,
              (EventPayload.PartDone) payload,
              SupportTask.Progress.RETURNED,
              event.reason());
      default -> {
        // Nothing about departments.
      }
    }
  }

  /** Null for what the decision says nothing of. */
  private void decided(Owner department, List<Owner> departments) {
    if (department != null) {
      lead = department;
    }
    if (departments == null) {
      return;
    }
    List<SupportTask> before = List.copyOf(supporting);
    supporting.clear();
    for (Owner owner : departments) {
      supporting.add(
          before.stream()
              .filter(part -> part.of(owner.name()))
              .findFirst()
              .orElseGet(() -> SupportTask.pending(owner)));
    }
  }

  private void add(Owner department) {
    supporting.removeIf(
        part -> part.of(department.name()) && part.progress() == SupportTask.Progress.RETURNED);
    if (supporting.stream().noneMatch(part -> part.of(department.name()))) {
      supporting.add(SupportTask.pending(department));
    }
  }

  private void done(
      CaseEvent event, EventPayload.PartDone done, SupportTask.Progress how, String what) {
    String name = done.department().name();
    supporting.replaceAll(part -> part.of(name) ? part.done(how, what, event.occurredAt()) : part);
  }

  Owner lead() {
    return lead;
  }

  List<SupportTask> supporting() {
    return List.copyOf(supporting);
  }

  Place place() {
    return place;
  }
}
