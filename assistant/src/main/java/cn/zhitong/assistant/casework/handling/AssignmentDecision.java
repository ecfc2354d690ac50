package cn.zhitong.assistant.casework.handling;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.casework.EventPayload;
import cn.zhitong.assistant.casework.Owner;
import cn.zhitong.assistant.casework.PlainText;
import cn.zhitong.assistant.casework.intake.AppealReader;
import cn.zhitong.assistant.casework.rights.CaseLimits;
import cn.zhitong.assistant.casework.rights.DepartmentLookup;
import cn.zhitong.assistant.casework.state.CaseState;
import cn.zhitong.assistant.casework.state.SupportTask;
import cn.zhitong.assistant.security.Caller;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What people decide on a suggestion. A decision is always complete (category and lead) and carries
 * what had been suggested, so that the accuracy reports need nothing but the decision's event.
 */
@ApplicationScoped
class AssignmentDecision {
  private static final Map<String, String> LEVELS =
      Map.of("province", "省", "city", "市", "county", "县");

  private final DepartmentLookup departments;

  AssignmentDecision(DepartmentLookup departments) {
    this.departments = departments;
  }

  /** The suggestion as it stands; there is a candidate, or {@link CaseLimits} had said no. */
  EventPayload.Decided accepted(CaseState standing) {
    Suggestion suggestion = standing.suggested();
    List<Owner> supporting =
        suggestion.supporting().stream()
            .map(AssignmentDecision::named)
            .filter(departments::known)
            .map(known -> owner(known.name()))
            .toList();
    return decision(
        standing,
        Category.of(suggestion.category().code()),
        owner(suggestion.departments().get(0).name()),
        supporting,
        false);
  }

  private static Owner named(Suggestion.DepartmentGuess guess) {
    return new Owner(guess.id(), guess.name());
  }

  /**
   * To a department of another level, or to that level for it to decide.
   *
   * @throws Problem.InvalidRequest when level, region or department do not go together
   */
  EventPayload.Transferred transferred(EventRequest request, CaseState standing) {
    String level = PlainText.clean(request.level());
    if (!LEVELS.containsKey(level)) {
      throw new Problem.InvalidRequest("level（转办层级）为 province（省）、city（市）或 county（县）。");
    }
    String region = AppealReader.region(PlainText.clean(request.region()));
    if (blank(request.department())) {
      return new EventPayload.Transferred(level, region, null, null, null, null, null);
    }
    EventPayload.Decided decision =
        decision(
            standing,
            category(standing),
            ofLevel(owner(request.department()), level),
            List.of(),
            false);
    return new EventPayload.Transferred(
        level,
        region,
        decision.category(),
        decision.department(),
        decision.supporting(),
        decision.supportingIds(),
        decision.suggested());
  }

  private Owner ofLevel(Owner owner, String level) {
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
  List<Owner> added(EventRequest request, CaseState standing) {
    if (request.supporting() == null || request.supporting().isEmpty()) {
      throw new Problem.InvalidRequest("请给出 supporting（要增加的配合部门）。");
    }
    List<Owner> added = new ArrayList<>();
    for (String name : request.supporting()) {
      Owner owner = owner(name);
      if (standing.department() != null && owner.name().equals(standing.department().name())) {
        throw new Problem.InvalidRequest(owner.name() + "是牵头部门，不能同时配合。");
      }
      added.add(owner);
    }
    return added;
  }

  /**
   * Whose part an act is about: a handler's own, or the one that an agent names.
   *
   * @throws Problem.InvalidRequest when that department does not support the case
   */
  Owner part(EventRequest request, CaseState standing, Caller caller) {
    String name =
        caller.handlesAppeals() && !blank(request.department())
            ? owner(request.department()).name()
            : caller.department();
    return standing.parts().stream()
        .filter(part -> part.of(name))
        .findFirst()
        .map(SupportTask::department)
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
  EventPayload.Decided changed(EventRequest request, CaseState standing) {
    if (blank(request.category()) && blank(request.department()) && request.supporting() == null) {
      throw new Problem.InvalidRequest("请给出要改定的 category（类别）或 department（牵头部门）。");
    }
    Category category =
        blank(request.category()) ? category(standing) : category(request.category());
    Owner lead = blank(request.department()) ? lead(standing) : owner(request.department());
    List<String> names =
        request.supporting() == null ? standing.supporting() : request.supporting();
    List<Owner> supporting = names.stream().map(this::owner).toList();
    // Decided blind: whoever did not see the suggestion owes no reason for differing from it.
    boolean blind =
        standing.suggestionHidden() && !blank(request.category()) && !blank(request.department());
    EventPayload.Decided decision = decision(standing, category, lead, supporting, blind);
    boolean overruled = decision.suggested() != null && decision.suggested().overruled();
    if (!blind && blank(request.reason()) && overruled) {
      throw new Problem.InvalidRequest("与分办建议不同，请填写 reason（改定理由），以便改进建议。");
    }
    return decision;
  }

  private EventPayload.Decided decision(
      CaseState standing, Category category, Owner lead, List<Owner> supporting, boolean blind) {
    return new EventPayload.Decided(
        category.code(),
        lead,
        supporting.stream().map(Owner::name).toList(),
        supporting.stream().map(Owner::id).collect(Collectors.toList()),
        standing.suggested() == null ? null : suggested(standing, category, lead),
        blind ? true : null);
  }

  /** The part of the suggestion that accuracy is computed from. */
  private static EventPayload.SuggestedThen suggested(
      CaseState standing, Category category, Owner lead) {
    Suggestion suggestion = standing.suggested();
    List<Suggestion.DepartmentGuess> candidates = suggestion.departments();
    Suggestion.DepartmentGuess first = candidates.isEmpty() ? null : candidates.get(0);
    return new EventPayload.SuggestedThen(
        standing.suggestionSeq(),
        suggestion.category().code(),
        suggestion.category().confidence(),
        suggestion.category().code().equals(category.code()),
        first == null ? null : first.name(),
        first == null ? 0 : first.confidence(),
        rank(candidates, lead),
        suggestion.abstained(),
        suggestion.modelVersion() == null ? "unknown" : suggestion.modelVersion());
  }

  /** Place of the department that was decided on among the candidates, from 1; 0 when not there. */
  private static int rank(List<Suggestion.DepartmentGuess> candidates, Owner lead) {
    for (int i = 0; i < candidates.size(); i++) {
      Owner candidate = named(candidates.get(i));
      if (candidate.name().equals(lead.name())
          || candidate.id() != null && candidate.id().equals(lead.id())) {
        return i + 1;
      }
    }
    return 0;
  }

  private Owner owner(String text) {
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

  private Owner lead(CaseState standing) {
    if (standing.department() != null) {
      return standing.department();
    }
    Suggestion suggestion = standing.suggested();
    if (suggestion == null || suggestion.departments().isEmpty()) {
      throw new Problem.InvalidRequest("还没有分办建议，请同时给出 department（牵头部门）。");
    }
    return owner(suggestion.departments().get(0).name());
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
