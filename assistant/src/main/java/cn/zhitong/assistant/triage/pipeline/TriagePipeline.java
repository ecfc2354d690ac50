package cn.zhitong.assistant.triage.pipeline;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.AppealDocuments;
import cn.zhitong.assistant.appeal.AppealSanitizer;
import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.calendar.Calendars;
import cn.zhitong.assistant.department.Catalogue;
import cn.zhitong.assistant.department.Department;
import cn.zhitong.assistant.duplicates.DuplicateIndex;
import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.triage.DeadlineRules;
import cn.zhitong.assistant.triage.ReporterProtection;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.Triage;
import cn.zhitong.assistant.triage.classify.AppealClassifier;
import cn.zhitong.assistant.triage.classify.DutyRanker;
import cn.zhitong.assistant.triage.model.ModelRegistry;
import cn.zhitong.common.workday.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pipeline of an appeal: screen → read → sort → propose lead and supporting departments (names
 * of today, never the office complained of) → each of several matters → deadline → repeats → decide
 * whether a person must look first. Instructions inside an appeal are words like any others.
 */
@ApplicationScoped
class TriagePipeline implements Triage {
  /** A second owner is named when it is no long shot, by itself and beside the first. */
  private static final double SUPPORTING = .15;

  private static final double SUPPORTING_SHARE = .4;
  private static final int MOST_SUPPORTING = 2;

  /** Candidates for one of several matters. */
  private static final int SHOWN_PER_MATTER = 3;

  private static final int GIST = 80;

  private final AppealDocuments documents;
  private final ModelRegistry models;
  private final AssignmentRules house;
  private final Catalogue catalogue;
  private final DutyRanker duties;
  private final Calendars calendars;
  private final DeadlineRules rules;
  private final DuplicateIndex recent;
  private final Clock clock;

  @Inject
  TriagePipeline(
      AppealDocuments documents,
      ModelRegistry models,
      AssignmentRules house,
      Catalogue catalogue,
      DutyRanker duties,
      Calendars calendars,
      DeadlineRules rules,
      DuplicateIndex recent,
      Clock clock) {
    this.documents = documents;
    this.models = models;
    this.house = house;
    this.catalogue = catalogue;
    this.duties = duties;
    this.calendars = calendars;
    this.rules = rules;
    this.recent = recent;
    this.clock = clock;
  }

  @Override
  public Suggestion suggest(AppealText appeal) {
    return suggest(List.of(appeal)).get(0);
  }

  @Override
  public List<Suggestion> suggest(List<AppealText> appeals) {
    return suggest(appeals, models.inUse());
  }

  /** An appeal as it is read: the whole, and its matters where it brings several. */
  private record Read(AppealText appeal, AppealDocument whole, List<AppealDocument> matters) {}

  List<Suggestion> suggest(List<AppealText> appeals, AppealClassifier sorter) {
    return read(appeals).stream().map(read -> suggest(read, sorter)).toList();
  }

  /** Embeds wholes and matters of all appeals together. */
  private List<Read> read(List<AppealText> appeals) {
    List<AppealText> all = new ArrayList<>(appeals);
    List<Integer> matters = new ArrayList<>();
    for (AppealText appeal : appeals) {
      List<String> own = AppealMatters.of(AppealSanitizer.matter(appeal.text()));
      own.forEach(text -> all.add(new AppealText("", text, appeal.region(), appeal.askedAt())));
      matters.add(own.size());
    }
    List<AppealDocument> read = documents.of(all);
    List<Read> result = new ArrayList<>();
    int next = appeals.size();
    for (int i = 0; i < appeals.size(); i++) {
      int end = next + matters.get(i);
      result.add(new Read(appeals.get(i), read.get(i), read.subList(next, end)));
      next = end;
    }
    return result;
  }

  private Suggestion suggest(Read read, AppealClassifier sorter) {
    AppealText appeal = read.appeal();
    String whole = appeal.title() + "\n" + appeal.text();
    List<Suggestion.Flag> flags = RiskFlags.of(whole);
    AppealClassifier.Sorted first = sorter.sort(read.whole(), appeal.region());
    Map<String, String> accused = house.accused(AppealSanitizer.matter(whole), first.candidates());
    AssignmentRules.Proposed proposed = proposed(read.whole(), first, accused, appeal.region());
    AppealClassifier.Sorted sorted =
        new AppealClassifier.Sorted(first.categories(), proposed.candidates(), first.thresholds());
    List<Suggestion.Matter> matters = matters(read, sorter, accused);
    DuplicateIndex.Repeats repeats = recent.repeats(read.whole(), askedAt(appeal));
    Category category = sorted.category();
    List<String> doubts = new ArrayList<>(ReviewReasons.of(sorted));
    if (!sorted.candidates().isEmpty()) {
      PlaceDoubt.of(appeal, sorted.candidates().get(0).name(), catalogue).ifPresent(doubts::add);
    }
    List<String> review = new ArrayList<>(doubts);
    review.addAll(proposed.doubts());
    review.addAll(ReviewReasons.of(flags));
    return new Suggestion(
        new Suggestion.CategoryGuess(
            category.code(), category.label(), rounded(sorted.categories()[category.ordinal()])),
        departments(sorted.candidates()),
        supporting(sorted.candidates(), matters),
        deadline(category, appeal),
        repeats.same(),
        flags,
        !doubts.isEmpty(),
        List.copyOf(review),
        PersonalData.kinds(whole),
        sorter.version(),
        matters,
        repeats.like(),
        ReporterProtection.askedFor(whole));
  }

  private AssignmentRules.Proposed proposed(
      AppealDocument document,
      AppealClassifier.Sorted sorted,
      Map<String, String> accused,
      String region) {
    List<AppealClassifier.Candidate> others =
        accused.isEmpty() ? List.of() : duties.candidates(document, region);
    return house.propose(sorted.candidates(), accused, others);
  }

  private List<Suggestion.Matter> matters(
      Read read, AppealClassifier sorter, Map<String, String> accused) {
    List<Suggestion.Matter> matters = new ArrayList<>();
    for (AppealDocument matter : read.matters()) {
      AppealClassifier.Sorted sorted = sorter.sort(matter, read.appeal().region());
      List<AppealClassifier.Candidate> candidates =
          proposed(matter, sorted, accused, read.appeal().region()).candidates();
      matters.add(
          new Suggestion.Matter(
              gist(matter.body()),
              departments(candidates.subList(0, Math.min(SHOWN_PER_MATTER, candidates.size())))));
    }
    return List.copyOf(matters);
  }

  /** Enough to tell which matter is meant: a suggestion is kept longer than the appeal may be. */
  private static String gist(String text) {
    return text.length() <= GIST ? text : text.substring(0, GIST) + "……";
  }

  /** Owners of the other matters, then departments that the whole speaks of nearly as much. */
  private List<Suggestion.DepartmentGuess> supporting(
      List<AppealClassifier.Candidate> candidates, List<Suggestion.Matter> matters) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    String lead = candidates.get(0).name();
    double sure = candidates.get(0).probability();
    Map<String, Suggestion.DepartmentGuess> supporting = new LinkedHashMap<>();
    for (Suggestion.Matter matter : matters) {
      matter.departments().stream()
          .limit(1)
          .filter(guess -> !guess.name().equals(lead) && guess.confidence() >= SUPPORTING)
          .forEach(guess -> supporting.putIfAbsent(guess.name(), guess));
    }
    departments(
            candidates.stream()
                .skip(1)
                .filter(c -> c.probability() >= Math.max(SUPPORTING, SUPPORTING_SHARE * sure))
                .limit(MOST_SUPPORTING)
                .toList())
        .forEach(guess -> supporting.putIfAbsent(guess.name(), guess));
    return List.copyOf(supporting.values());
  }

  private List<Suggestion.DepartmentGuess> departments(
      List<AppealClassifier.Candidate> candidates) {
    return candidates.stream()
        .map(
            c ->
                new Suggestion.DepartmentGuess(
                    catalogue.byName(c.name()).map(Department::id).orElse(null),
                    c.name(),
                    rounded(c.probability()),
                    List.copyOf(c.reasons())))
        .toList();
  }

  private Instant askedAt(AppealText appeal) {
    return appeal.askedAt() == null ? clock.instant() : appeal.askedAt();
  }

  private Suggestion.Deadline deadline(Category category, AppealText appeal) {
    LocalDate accepted = LocalDate.ofInstant(askedAt(appeal), Infrastructure.ZONE);
    int days = rules.workingDays(category, appeal.region());
    WorkingDays.Due due = calendars.current().due(accepted, days);
    return new Suggestion.Deadline(days, due.date(), due.provisional());
  }

  private static double rounded(double probability) {
    return Math.round(probability * 10_000) / 10_000.0;
  }
}
