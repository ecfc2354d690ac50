package cn.zhitong.assistant.triage.classify;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.assistant.department.MinedDutyStore;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.learn.DutyIndex;
import cn.zhitong.common.embedding.Embedder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks departments by their duties, by being named, and by place. What it returns can be checked:
 * the duty in the catalogue or the clause whose bracket names the department.
 */
@ApplicationScoped
public class DutyRanker {
  /** Being named in the appeal says much, but people also name whom they complain of. */
  private static final double NAMED = .15;

  /** Departments of other places are seldom the owner. */
  private static final double WRONG_PLACE = -.25;

  private static final double RIGHT_PLACE = .06;

  /**
   * Turns scores into probabilities; with 40 departments a lead of .1 (one more telling word) makes
   * the first about four times as likely as the second.
   */
  private static final double SHARPNESS = 14;

  private static final int SHOWN = 10;
  private static final long REFRESH_SECONDS = 5;

  private final Catalogue catalogue;
  private final MinedDutyStore mined;
  private final Embedder embedder;
  private final Clock clock;
  private volatile Built built = new Built("", null, List.of(), Instant.EPOCH);

  private record Built(
      String version, DutyIndex index, List<Department> departments, Instant until) {}

  /** What a duty's match gives as a reason. */
  private record Ground(String kind, String label, String citation) {}

  @Inject
  DutyRanker(Catalogue catalogue, MinedDutyStore mined, Embedder embedder, Clock clock) {
    this.catalogue = catalogue;
    this.mined = mined;
    this.embedder = embedder;
    this.clock = clock;
  }

  /** At least three where the catalogue has as many, best first. */
  public List<AppealClassifier.Candidate> candidates(AppealDocument document, String region) {
    Built now = current();
    Map<String, DutyIndex.Match> best = new HashMap<>();
    now.index().bestByOwner(document).forEach(match -> best.put(match.duty().owner(), match));
    Map<String, Double> scores = new LinkedHashMap<>();
    for (Department department : now.departments()) {
      DutyIndex.Match match = best.get(department.name());
      scores.put(
          department.name(),
          (match == null ? 0 : match.score())
              + named(document, department)
              + placed(department, region));
    }
    best.forEach((owner, match) -> scores.putIfAbsent(owner, match.score()));
    return ranked(scores, best, document);
  }

  private static List<AppealClassifier.Candidate> ranked(
      Map<String, Double> scores, Map<String, DutyIndex.Match> best, AppealDocument document) {
    double top = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double sum = scores.values().stream().mapToDouble(s -> Math.exp(SHARPNESS * (s - top))).sum();
    return scores.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(
            entry ->
                new AppealClassifier.Candidate(
                    entry.getKey(),
                    Math.exp(SHARPNESS * (entry.getValue() - top)) / sum,
                    reasons(best.get(entry.getKey()), entry.getKey(), document)))
        .toList();
  }

  /** Why duties speak for a department, by its name in the catalogue and its former names. */
  public Map<String, List<Suggestion.Reason>> reasonsByName(AppealDocument document) {
    Built now = current();
    Map<String, DutyIndex.Match> best = new HashMap<>();
    now.index().bestByOwner(document).forEach(match -> best.put(match.duty().owner(), match));
    Map<String, List<Suggestion.Reason>> reasons = new HashMap<>();
    best.forEach((owner, match) -> reasons.put(owner, reasons(match, owner, document)));
    for (Department department : now.departments()) {
      if (best.containsKey(department.name())) {
        department
            .names()
            .forEach(name -> reasons.putIfAbsent(name, reasons.get(department.name())));
      }
    }
    return reasons;
  }

  private static List<Suggestion.Reason> reasons(
      DutyIndex.Match match, String name, AppealDocument document) {
    List<Suggestion.Reason> reasons = new ArrayList<>();
    if (match != null && match.score() > .15) {
      Ground ground = (Ground) match.duty().given();
      reasons.add(new Suggestion.Reason(ground.kind(), ground.label(), ground.citation()));
    }
    if (document.text().contains(name)) {
      reasons.add(new Suggestion.Reason("duty", "来件提到" + name, null));
    }
    return reasons;
  }

  private static double named(AppealDocument document, Department department) {
    String text = document.text();
    return department.names().stream().anyMatch(text::contains) ? NAMED : 0;
  }

  private static double placed(Department department, String region) {
    if (region == null || department.region() == null) {
      return 0;
    }
    String own = department.region().replaceAll("(00)+$", "");
    return region.startsWith(own) ? (own.length() > 2 ? RIGHT_PLACE : 0) : WRONG_PLACE;
  }

  private Built current() {
    Built present = built;
    Instant now = clock.instant();
    if (present.index() != null && now.isBefore(present.until())) {
      return present;
    }
    Catalogue.Snapshot departments = catalogue.current();
    String version = departments.version() + "|" + mined.version();
    Instant until = now.plusSeconds(REFRESH_SECONDS);
    present =
        version.equals(present.version())
            ? new Built(version, present.index(), present.departments(), until)
            : new Built(version, index(departments), departments.departments(), until);
    built = present;
    return present;
  }

  private DutyIndex index(Catalogue.Snapshot departments) {
    List<String> owners = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<Ground> grounds = new ArrayList<>();
    for (Department department : departments.departments()) {
      for (Department.Duty duty : department.duties()) {
        owners.add(department.name());
        texts.add(duty.text());
        grounds.add(new Ground("duty", "职责：" + duty.text(), url(duty.source())));
      }
    }
    for (MinedDutyStore.Mined duty : mined.inForce(LocalDate.now(clock))) {
      Department known = departments.byName().get(duty.department());
      if (known != null || departments.departments().isEmpty()) {
        owners.add(known == null ? duty.department() : known.name());
        texts.add(duty.text());
        grounds.add(new Ground("clause", label(duty), duty.url()));
      }
    }
    List<float[]> vectors = texts.isEmpty() ? List.of() : embedder.embedPassages(texts);
    List<DutyIndex.Duty> duties = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      duties.add(new DutyIndex.Duty(owners.get(i), texts.get(i), vectors.get(i), grounds.get(i)));
    }
    return new DutyIndex(duties);
  }

  private static String url(String source) {
    return source != null && source.startsWith("/") ? source : null;
  }

  private static String label(MinedDutyStore.Mined duty) {
    String clause = duty.clause() == null ? "" : " " + duty.clause();
    return "《" + duty.policy() + "》" + clause + " 的责任单位列有" + duty.department();
  }
}
