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
import java.util.List;

/**
 * The street of an appeal: screen → read → sort → propose lead and supporting departments →
 * deadline → repeats → decide whether a person must look first. Instructions inside an appeal are
 * words like any others.
 */
@ApplicationScoped
class TriageStreet implements Triage {
  /** A second owner is named when it is no long shot, by itself and beside the first. */
  private static final double SUPPORTING = .15;

  private static final double SUPPORTING_SHARE = .4;
  private static final int MOST_SUPPORTING = 2;

  private final Documents documents;
  private final Models models;
  private final Catalogue catalogue;
  private final Calendars calendars;
  private final RecentCases recent;
  private final Clock clock;

  @Inject
  TriageStreet(
      Documents documents,
      Models models,
      Catalogue catalogue,
      Calendars calendars,
      RecentCases recent,
      Clock clock) {
    this.documents = documents;
    this.models = models;
    this.catalogue = catalogue;
    this.calendars = calendars;
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

  List<Suggestion> suggest(List<AppealText> appeals, Sorter sorter) {
    List<Document> read = documents.of(appeals);
    List<Suggestion> suggestions = new ArrayList<>();
    for (int i = 0; i < appeals.size(); i++) {
      suggestions.add(suggest(appeals.get(i), read.get(i), sorter));
    }
    return suggestions;
  }

  private Suggestion suggest(AppealText appeal, Document document, Sorter sorter) {
    String whole = appeal.title() + "\n" + appeal.text();
    List<String> sensitive = PersonalData.kinds(whole);
    List<Suggestion.Flag> flags = Flags.of(whole);
    Sorter.Sorted sorted = sorter.sort(document, appeal.region());
    Category category = sorted.category();
    double sure = sorted.categories()[category.ordinal()];
    Instant askedAt = appeal.askedAt() == null ? clock.instant() : appeal.askedAt();
    List<String> doubts = Doubts.of(sorted);
    List<String> review = new ArrayList<>(doubts);
    review.addAll(Doubts.of(flags));
    return new Suggestion(
        new Suggestion.CategoryGuess(category.code(), category.label(), rounded(sure)),
        departments(sorted.candidates()),
        departments(supporting(sorted.candidates())),
        deadline(category, askedAt),
        recent.duplicates(document, askedAt),
        flags,
        !doubts.isEmpty(),
        List.copyOf(review),
        sensitive,
        sorter.version());
  }

  private static List<Sorter.Candidate> supporting(List<Sorter.Candidate> candidates) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    double lead = candidates.get(0).probability();
    return candidates.stream()
        .skip(1)
        .filter(c -> c.probability() >= SUPPORTING && c.probability() >= SUPPORTING_SHARE * lead)
        .limit(MOST_SUPPORTING)
        .toList();
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

  private Suggestion.Deadline deadline(Category category, Instant askedAt) {
    LocalDate accepted = LocalDate.ofInstant(askedAt, Infrastructure.ZONE);
    WorkingDays.Due due = calendars.current().due(accepted, category.workingDays());
    return new Suggestion.Deadline(category.workingDays(), due.date(), due.provisional());
  }

  private static double rounded(double probability) {
    return Math.round(probability * 10_000) / 10_000.0;
  }
}
