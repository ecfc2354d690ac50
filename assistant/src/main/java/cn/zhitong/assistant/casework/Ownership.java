package cn.zhitong.assistant.casework;

import com.fasterxml.jackson.databind.JsonNode;
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
  record Place(String level, String region) {}

  private CaseState.Owner lead;
  private final List<SupportTask> supporting = new ArrayList<>();
  private Place place;

  void apply(CaseEvent event, JsonNode body) {
    switch (event.type()) {
      case ACCEPT_SUGGESTION, CHANGE, DISPATCH, REASSIGN, ARBITRATE -> decided(body);
      case TRANSFER -> {
        lead = null;
        supporting.clear();
        place = new Place(body.path("level").asText(), body.path("region").asText(null));
        decided(body);
      }
      case ADD_SUPPORT -> body.path("added").forEach(node -> add(owner(node)));
      case PART_REPLY ->
          done(event, body, SupportTask.Progress.REPLIED, body.path("text").asText(null));
      case PART_RETURN -> done(event, body, SupportTask.Progress.RETURNED, event.reason());
      default -> {
        // Nothing about departments.
      }
    }
  }

  private void decided(JsonNode body) {
    if (body.path("department").hasNonNull("name")) {
      lead = owner(body.get("department"));
    }
    if (!body.has("supporting")) {
      return;
    }
    List<SupportTask> before = List.copyOf(supporting);
    supporting.clear();
    JsonNode names = body.get("supporting");
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).asText();
      String id = body.path("supportingIds").path(i).asText(null);
      supporting.add(
          before.stream()
              .filter(part -> part.of(name))
              .findFirst()
              .orElseGet(() -> SupportTask.pending(new CaseState.Owner(id, name))));
    }
  }

  private void add(CaseState.Owner department) {
    supporting.removeIf(
        part -> part.of(department.name()) && part.progress() == SupportTask.Progress.RETURNED);
    if (supporting.stream().noneMatch(part -> part.of(department.name()))) {
      supporting.add(SupportTask.pending(department));
    }
  }

  private void done(CaseEvent event, JsonNode body, SupportTask.Progress how, String what) {
    String name = body.path("department").path("name").asText();
    supporting.replaceAll(part -> part.of(name) ? part.done(how, what, event.occurredAt()) : part);
  }

  private static CaseState.Owner owner(JsonNode node) {
    return new CaseState.Owner(node.path("id").asText(null), node.path("name").asText());
  }

  CaseState.Owner lead() {
    return lead;
  }

  List<SupportTask> supporting() {
    return List.copyOf(supporting);
  }

  Place place() {
    return place;
  }
}
