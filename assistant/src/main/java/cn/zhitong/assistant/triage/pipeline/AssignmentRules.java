package cn.zhitong.assistant.triage.pipeline;

import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.classify.AppealClassifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the sorter's candidates become in the owner's house: departments of the past answer under
 * their successor's name, and nobody judges in their own cause.
 */
@ApplicationScoped
class AssignmentRules {
  /** Offices that look after other offices' conduct, where the catalogue names no superior. */
  private static final Pattern SUPERVISORY = Pattern.compile("纪委|监委|纪律检查|监察|督查|信访");

  private static final int LEAST = 3;

  private final Catalogue catalogue;

  @Inject
  AssignmentRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Candidates, and why a person should look at them. */
  record Proposed(List<AppealClassifier.Candidate> candidates, List<String> doubts) {}

  /** Offices that this text complains of, with the words. */
  Map<String, String> accused(String text, List<AppealClassifier.Candidate> candidates) {
    Set<String> names = new HashSet<>();
    catalogue.all().forEach(department -> names.addAll(department.names()));
    candidates.forEach(candidate -> names.add(candidate.name()));
    return Accusations.in(text, names);
  }

  Proposed propose(
      List<AppealClassifier.Candidate> sorted,
      Map<String, String> accused,
      List<AppealClassifier.Candidate> others) {
    List<AppealClassifier.Candidate> today = today(sorted);
    if (accused.isEmpty()) {
      return new Proposed(today, List.of());
    }
    return referred(today, accused, others);
  }

  /** One candidate a department of today; what named it before stands in its reasons. */
  private List<AppealClassifier.Candidate> today(List<AppealClassifier.Candidate> sorted) {
    Map<String, AppealClassifier.Candidate> byName = new LinkedHashMap<>();
    boolean changed = false;
    for (AppealClassifier.Candidate candidate : sorted) {
      String name = catalogue.today(candidate.name());
      AppealClassifier.Candidate now = candidate;
      if (!name.equals(candidate.name())) {
        changed = true;
        List<Suggestion.Reason> reasons = new ArrayList<>(candidate.reasons());
        reasons.add(
            new Suggestion.Reason("history", candidate.name() + "的职责现由" + name + "承担（部门目录）", null));
        now = new AppealClassifier.Candidate(name, candidate.probability(), reasons);
      }
      byName.merge(name, now, AssignmentRules::together);
    }
    return changed ? ranked(byName) : sorted;
  }

  private static AppealClassifier.Candidate together(
      AppealClassifier.Candidate one, AppealClassifier.Candidate other) {
    List<Suggestion.Reason> reasons = new ArrayList<>(one.reasons());
    other.reasons().stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
    return new AppealClassifier.Candidate(
        one.name(), Math.min(1, one.probability() + other.probability()), reasons);
  }

  private static List<AppealClassifier.Candidate> ranked(
      Map<String, AppealClassifier.Candidate> byName) {
    return byName.values().stream()
        .sorted(Comparator.comparingDouble(AppealClassifier.Candidate::probability).reversed())
        .toList();
  }

  private Proposed referred(
      List<AppealClassifier.Candidate> candidates,
      Map<String, String> accused,
      List<AppealClassifier.Candidate> others) {
    Map<String, AppealClassifier.Candidate> kept = new LinkedHashMap<>();
    candidates.stream()
        .filter(candidate -> !isAccused(candidate.name(), accused))
        .forEach(candidate -> kept.put(candidate.name(), candidate));
    Set<String> doubts = new java.util.LinkedHashSet<>();
    for (Map.Entry<String, String> one : accused.entrySet()) {
      double probability =
          candidates.stream()
              .filter(candidate -> same(candidate.name(), one.getKey()))
              .mapToDouble(AppealClassifier.Candidate::probability)
              .sum();
      Optional<Department> above = above(one.getKey(), accused);
      if (above.isPresent()) {
        String name = above.get().name();
        Suggestion.Reason reason =
            new Suggestion.Reason(
                "duty", "来件投诉%s（“%s”），由%s核查".formatted(one.getKey(), one.getValue(), name), null);
        kept.merge(
            name,
            new AppealClassifier.Candidate(name, probability, List.of(reason)),
            (old, now) -> together(now, old));
        doubts.add("来件投诉" + one.getKey() + "，不由其自办，已推荐" + name + "，请核实");
      } else {
        doubts.add("来件投诉" + one.getKey() + "，不由其自办；部门目录没有写明其上级或监督单位，请人工指定");
      }
    }
    List<AppealClassifier.Candidate> ranked = new ArrayList<>(ranked(kept));
    for (AppealClassifier.Candidate other : others) {
      boolean there = ranked.stream().anyMatch(c -> c.name().equals(other.name()));
      if (ranked.size() < LEAST && !there && !isAccused(other.name(), accused)) {
        ranked.add(new AppealClassifier.Candidate(other.name(), 0, other.reasons()));
      }
    }
    return new Proposed(List.copyOf(ranked), List.copyOf(doubts));
  }

  private boolean isAccused(String name, Map<String, String> accused) {
    return accused.keySet().stream().anyMatch(other -> same(name, other));
  }

  /** By name, or the same entry of the catalogue. */
  private boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    Optional<Department> first = catalogue.byName(one);
    return first.isPresent()
        && first.map(Department::id).equals(catalogue.byName(other).map(Department::id));
  }

  /** The department above, or one that supervises in the same place; never one accused as well. */
  private Optional<Department> above(String name, Map<String, String> accused) {
    Optional<Department> own = catalogue.byName(name);
    Optional<Department> parent =
        own.map(Department::parent)
            .flatMap(catalogue::byId)
            .filter(department -> !isAccused(department.name(), accused));
    if (parent.isPresent()) {
      return parent;
    }
    return catalogue.all().stream()
        .filter(department -> department.successor() == null)
        .filter(department -> SUPERVISORY.matcher(department.name()).find())
        .filter(
            department -> own.isEmpty() || Objects.equals(department.region(), own.get().region()))
        .filter(department -> !isAccused(department.name(), accused))
        .findFirst();
  }
}
