package cn.zhitong.assistant.casework;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What people decide on a suggestion. A decision is always complete (category and lead) and carries
 * what had been suggested, so that the accuracy reports need nothing but the decision's event.
 */
@ApplicationScoped
class AssignmentDecision {
  private static final Map<String, String> LEVELS =
      Map.of("province", "省", "city", "市", "county", "县");

  private final DepartmentLookup departments;
  private final ObjectMapper json;

  AssignmentDecision(DepartmentLookup departments, ObjectMapper json) {
    this.departments = departments;
    this.json = json;
  }

  /** The suggestion as it stands; there is a candidate, or {@link CaseLimits} had said no. */
  ObjectNode accepted(CaseState standing) {
    JsonNode suggestion = standing.suggestion();
    List<CaseState.Owner> supporting = new ArrayList<>();
    for (JsonNode guess : suggestion.path("supporting")) {
      CaseState.Owner named = lead(guess);
      if (departments.known(named)) {
        supporting.add(owner(named.name()));
      }
    }
    return decision(
        standing,
        Category.of(suggestion.path("category").path("code").asText()),
        owner(lead(suggestion.path("departments").path(0)).name()),
        supporting);
  }

  private static CaseState.Owner lead(JsonNode first) {
    return new CaseState.Owner(first.path("id").asText(null), first.get("name").asText());
  }

  /**
   * To a department of another level, or to that level for it to decide.
   *
   * @throws Problem.InvalidRequest when level, region or department do not go together
   */
  ObjectNode transferred(EventRequest request, CaseState standing) {
    String level = PlainText.clean(request.level());
    if (!LEVELS.containsKey(level)) {
      throw new Problem.InvalidRequest("level（转办层级）为 province（省）、city（市）或 county（县）。");
    }
    String region = AppealReader.region(PlainText.clean(request.region()));
    ObjectNode body =
        blank(request.department())
            ? json.createObjectNode()
            : decision(
                standing,
                category(standing),
                ofLevel(owner(request.department()), level),
                List.of());
    body.put("level", level);
    if (region != null) {
      body.put("region", region);
    }
    return body;
  }

  private CaseState.Owner ofLevel(CaseState.Owner owner, String level) {
    String known =
        owner.id() == null
            ? null
            : departments
                .byId(owner.id())
                .map(department -> department.level())
                .map(found -> found.name().toLowerCase(Locale.ROOT))
                .orElse(null);
    if (known != null && LEVELS.containsKey(known) && !known.equals(level)) {
      throw new Problem.InvalidRequest(
          owner.name() + "是" + LEVELS.get(known) + "级部门，与 level 不符，请核对。");
    }
    return owner;
  }

  /** Departments that come to support it. */
  ArrayNode added(EventRequest request, CaseState standing) {
    if (request.supporting() == null || request.supporting().isEmpty()) {
      throw new Problem.InvalidRequest("请给出 supporting（要增加的配合部门）。");
    }
    ArrayNode added = json.createArrayNode();
    for (String name : request.supporting()) {
      CaseState.Owner owner = owner(name);
      if (standing.department() != null && owner.name().equals(standing.department().name())) {
        throw new Problem.InvalidRequest(owner.name() + "是牵头部门，不能同时配合。");
      }
      added.add(json.valueToTree(owner));
    }
    return added;
  }

  /**
   * Whose part an act is about: a handler's own, or the one that an agent names.
   *
   * @throws Problem.InvalidRequest when that department does not support the case
   */
  ObjectNode part(EventRequest request, CaseState standing, Caller caller) {
    String name =
        caller.handlesAppeals() && !blank(request.department())
            ? owner(request.department()).name()
            : caller.department();
    return standing.parts().stream()
        .filter(part -> part.of(name))
        .findFirst()
        .map(part -> (ObjectNode) json.valueToTree(part.department()))
        .orElseThrow(
            () ->
                new Problem.InvalidRequest(
                    "请在 department 中给出配合部门：" + String.join("、", standing.supporting()) + "。"));
  }

  /**
   * What the request changes; the rest as decided before, or as suggested.
   *
   * @throws Problem.InvalidRequest when something is missing, or differs from the suggestion
   *     without a reason
   */
  ObjectNode changed(EventRequest request, CaseState standing) {
    if (blank(request.category()) && blank(request.department()) && request.supporting() == null) {
      throw new Problem.InvalidRequest("请给出要改定的 category（类别）或 department（牵头部门）。");
    }
    Category category =
        blank(request.category()) ? category(standing) : category(request.category());
    CaseState.Owner lead =
        blank(request.department()) ? lead(standing) : owner(request.department());
    List<String> names =
        request.supporting() == null ? standing.supporting() : request.supporting();
    List<CaseState.Owner> supporting = names.stream().map(this::owner).toList();
    ObjectNode decision = decision(standing, category, lead, supporting);
    // Decided blind: whoever did not see the suggestion owes no reason for differing from it.
    boolean decidedBlind =
        standing.suggestionHidden() && !blank(request.category()) && !blank(request.department());
    if (decidedBlind) {
      decision.put("blind", true);
    }
    if (!decidedBlind && blank(request.reason()) && differs(decision)) {
      throw new Problem.InvalidRequest("与分办建议不同，请填写 reason（改定理由），以便改进建议。");
    }
    return decision;
  }

  private static boolean differs(ObjectNode decision) {
    JsonNode suggested = decision.path("suggested");
    return suggested.isObject()
        && !suggested.path("abstained").asBoolean()
        && !(suggested.path("categoryRight").asBoolean() && suggested.path("rank").asInt() == 1);
  }

  private ObjectNode decision(
      CaseState standing,
      Category category,
      CaseState.Owner lead,
      List<CaseState.Owner> supporting) {
    ObjectNode body = json.createObjectNode();
    body.put("category", category.code());
    body.set("department", json.valueToTree(lead));
    ArrayNode names = body.putArray("supporting");
    ArrayNode ids = body.putArray("supportingIds");
    for (CaseState.Owner owner : supporting) {
      names.add(owner.name());
      ids.add(owner.id());
    }
    if (standing.suggestion() != null) {
      body.set("suggested", suggested(standing, category, lead));
    }
    return body;
  }

  /** The part of the suggestion that accuracy is computed from. */
  private ObjectNode suggested(CaseState standing, Category category, CaseState.Owner lead) {
    JsonNode suggestion = standing.suggestion();
    JsonNode first = suggestion.path("departments").path(0);
    String suggestedCategory = suggestion.path("category").path("code").asText();
    ObjectNode summary = json.createObjectNode();
    summary.put("seq", standing.suggestionSeq());
    summary.put("category", suggestedCategory);
    summary.put("categoryConfidence", suggestion.path("category").path("confidence").asDouble());
    summary.put("categoryRight", suggestedCategory.equals(category.code()));
    summary.put("department", first.path("name").asText(null));
    summary.put("departmentConfidence", first.path("confidence").asDouble());
    summary.put("rank", rank(suggestion.path("departments"), lead));
    summary.put("abstained", suggestion.path("abstained").asBoolean());
    summary.put("modelVersion", suggestion.path("modelVersion").asText("unknown"));
    return summary;
  }

  /** Place of the department that was decided on among the candidates, from 1; 0 when not there. */
  private int rank(JsonNode candidates, CaseState.Owner lead) {
    for (int i = 0; i < candidates.size(); i++) {
      String name = candidates.get(i).path("name").asText();
      String id = candidates.get(i).path("id").asText(null);
      if (name.equals(lead.name()) || (id != null && Objects.equals(id, lead.id()))) {
        return i + 1;
      }
    }
    return 0;
  }

  private CaseState.Owner owner(String text) {
    return departments.owner(text);
  }

  private static Category category(String text) {
    try {
      return Category.of(text.strip());
    } catch (IllegalArgumentException e) {
      throw new Problem.InvalidRequest(
          "category（类别）可为 consultation（咨询）、suggestion（建议）或 demand（诉求）。");
    }
  }

  private static Category category(CaseState standing) {
    if (standing.category() == null) {
      throw new Problem.InvalidRequest("还没有分办建议，请同时给出 category（类别）。");
    }
    return standing.category();
  }

  private static CaseState.Owner lead(CaseState standing) {
    if (standing.department() != null) {
      return standing.department();
    }
    JsonNode first =
        standing.suggestion() == null ? null : standing.suggestion().path("departments").path(0);
    if (first == null || !first.hasNonNull("name")) {
      throw new Problem.InvalidRequest("还没有分办建议，请同时给出 department（牵头部门）。");
    }
    return lead(first);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
