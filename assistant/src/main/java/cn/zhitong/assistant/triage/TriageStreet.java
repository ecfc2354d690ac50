package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.triage.learn.Document;
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
 * The street of an appeal: screen → read → sort → propose lead and supporting departments (names of
 * today, never the office complained of) → each of several matters → deadline → repeats → decide
 * whether a person must look first. Instructions inside an appeal are words like any others.
 */
@ApplicationScoped
class TriageStreet implements Triage {
  /** A second owner is named when it is no long shot, by itself and beside the first. */
  private static final double SUPPORTING = .15;

  private static final double SUPPORTING_SHARE = .4;
  private static final int MOST_SUPPORTING = 2;

  /** Candidates for one of several matters. */
  private static final int SHOWN_PER_MATTER = 3;

  private static final int GIST = 80;

  private final Documents documents;
  private final Models models;
  private final Candidates house;
  private final Catalogue catalogue;
  private final DutyCandidates duties;
  private final Calendars calendars;
  private final DeadlineRules rules;
  private final RecentCases recent;
  private final Clock clock;

  @Inject
  TriageStreet(
      Documents documents,
      Models models,
      Candidates house,
      Catalogue catalogue,
      DutyCandidates duties,
      Calendars calendars,
      DeadlineRules rules,
      RecentCases recent,
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
  private record Read(AppealText appeal, Document whole, List<Document> matters) {}

  List<Suggestion> suggest(List<AppealText> appeals, Sorter sorter) {
    return read(appeals).stream().map(read -> suggest(read, sorter)).toList();
  }

  /** Embeds wholes and matters of all appeals together. */
  private List<Read> read(List<AppealText> appeals) {
    List<AppealText> all = new ArrayList<>(appeals);
    List<Integer> matters = new ArrayList<>();
    for (AppealText appeal : appeals) {
      List<String> own = AppealMatters.of(Screen.matter(appeal.text()));
      own.forEach(text -> all.add(new AppealText("", text, appeal.region(), appeal.askedAt())));
      matters.add(own.size());
    }
    List<Document> read = documents.of(all);
    List<Read> result = new ArrayList<>();
    int next = appeals.size();
    for (int i = 0; i < appeals.size(); i++) {
      int end = next + matters.get(i);
      result.add(new Read(appeals.get(i), read.get(i), read.subList(next, end)));
      next = end;
    }
    return result;
  }

  private Suggestion suggest(Read read, Sorter sorter) {
    AppealText appeal = read.appeal();
    String whole = appeal.title() + "\n" + appeal.text();
    List<Suggestion.Flag> flags = Flags.of(whole);
    Sorter.Sorted first = sorter.sort(read.whole(), appeal.region());
    Map<String, String> accused = house.accused(Screen.matter(whole), first.candidates());
    Candidates.Proposed proposed = proposed(read.whole(), first, accused, appeal.region());
    Sorter.Sorted sorted =
        new Sorter.Sorted(first.categories(), proposed.candidates(), first.thresholds());
    List<Suggestion.Matter> matters = matters(read, sorter, accused);
    RecentCases.Repeats repeats = recent.repeats(read.whole(), askedAt(appeal));
    Category category = sorted.category();
    List<String> doubts = Doubts.of(sorted);
    List<String> review = new ArrayList<>(doubts);
    review.addAll(proposed.doubts());
    review.addAll(Doubts.of(flags));
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
        Accusations.protectsReporter(whole));
  }

  private Candidates.Proposed proposed(
      Document document, Sorter.Sorted sorted, Map<String, String> accused, String region) {
    List<Sorter.Candidate> others =
        accused.isEmpty() ? List.of() : duties.candidates(document, region);
    return house.propose(sorted.candidates(), accused, others);
  }

  private List<Suggestion.Matter> matters(Read read, Sorter sorter, Map<String, String> accused) {
    List<Suggestion.Matter> matters = new ArrayList<>();
    for (Document matter : read.matters()) {
      Sorter.Sorted sorted = sorter.sort(matter, read.appeal().region());
      List<Sorter.Candidate> candidates =
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
      List<Sorter.Candidate> candidates, List<Suggestion.Matter> matters) {
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

  private List<Suggestion.DepartmentGuess> departments(List<Sorter.Candidate> candidates) {
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
