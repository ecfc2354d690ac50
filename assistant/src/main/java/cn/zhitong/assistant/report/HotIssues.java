package cn.zhitong.assistant.report;

import cn.zhitong.assistant.appeal.AppealText;
import cn.zhitong.assistant.appeal.HanLpWords;
import cn.zhitong.assistant.report.AppealTextStore.Filed;
import cn.zhitong.assistant.topic.AppealBoilerplate;
import cn.zhitong.assistant.topic.AppealBoilerplate.TitledText;
import cn.zhitong.assistant.topic.BackgroundModel;
import cn.zhitong.assistant.topic.Topic;
import cn.zhitong.assistant.topic.TopicDocument;
import cn.zhitong.assistant.topic.TopicFinder;
import cn.zhitong.assistant.topic.TopicMatcher;
import cn.zhitong.assistant.triage.CaseVectors;
import cn.zhitong.common.cache.LeastRecentlyUsed;
import cn.zhitong.common.region.Gazetteer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Hot issues: appeals of the period → themes (kept) → those of before → times and places. */
@ApplicationScoped
class HotIssues {
  /**
   * Appeals compared. The time grows with its square: 5,000 take some seconds, see
   * docs/experiments/topics.md. Of more, the latest count, and the report says how many those were.
   */
  static final int MOST_APPEALS = 10_000;

  /** Only to see whether a theme is new. */
  private static final int MOST_BEFORE = 5_000;

  /** Of fewer, those of the time before are compared too. */
  private static final int FEW_APPEALS = 500;

  /** A theme that a department has less of is another's. */
  private static final int DEPARTMENTS_FEWEST = 3;

  private static final int SHOWN = 20;
  private static final int KEPT_PERIODS = 8;

  private final AppealTextStore store;
  private final ApplicationFactStore applications;
  private final CaseVectors vectors;
  private final Gazetteer gazetteer;
  private final Clock clock;
  private final LeastRecentlyUsed<List<Object>, Found> kept = new LeastRecentlyUsed<>(KEPT_PERIODS);

  HotIssues(
      AppealTextStore store,
      ApplicationFactStore applications,
      CaseVectors vectors,
      Gazetteer gazetteer,
      Clock clock) {
    this.store = store;
    this.applications = applications;
    this.clock = clock;
    this.vectors = vectors;
    this.gazetteer = gazetteer;
  }

  /**
   * What is slow to find.
   *
   * @param before of each theme, the appeals that were about it before; null where none are stored
   */
  private record Found(List<Topic> themes, List<List<Filed>> before) {}

  /**
   * What a department sees of a theme.
   *
   * @param previous null where nothing was stored before
   */
  private record Part(Topic theme, List<Filed> cases, Integer previous, double strength) {}

  /**
   * Finds themes anew only where appeals came, went or changed. They are found among all
   * departments' appeals: a department's own would be too few, and too much alike, to compare.
   */
  HotIssuesReport report(Period period) {
    List<Filed> filed = store.appeals(period, MOST_APPEALS);
    List<Filed> before = store.appeals(before(period), MOST_BEFORE);
    List<Object> key =
        List.of(period.from(), period.to(), texts(filed).hashCode(), texts(before).hashCode());
    Found found;
    // One at a time: two people who look at one quarter need it found once.
    synchronized (kept) {
      found = kept.get(key);
      if (found == null) {
        found = find(filed, before);
        kept.put(key, found);
      }
    }
    return report(period, filed, found);
  }

  private static Period before(Period period) {
    long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
    return new Period(
        period.from().minusDays(days), period.from().minusDays(1), period.department());
  }

  private static Map<UUID, AppealText> texts(List<Filed> filed) {
    Map<UUID, AppealText> texts = new LinkedHashMap<>();
    filed.forEach(
        one -> texts.put(one.id(), new AppealText(one.title(), one.text(), null, one.askedAt())));
    return texts;
  }

  private Found find(List<Filed> filed, List<Filed> before) {
    List<Filed> compared = new ArrayList<>(filed);
    compared.addAll(before);
    Map<UUID, float[]> known = vectors.of(texts(compared));
    // What is usual in a place shows only in many appeals.
    int more = filed.size() < FEW_APPEALS ? Math.min(before.size(), FEW_APPEALS) : 0;
    compared = compared.subList(0, filed.size() + more);
    List<TopicDocument> appeals = documents(compared, known);
    List<Topic> themes =
        TopicFinder.of(appeals, usual(before, known)).stream()
            .map(theme -> theme.among(filed.size()))
            .toList();
    themes =
        themes.stream().filter(theme -> theme.members().size() >= TopicFinder.SMALLEST).toList();
    return new Found(themes, before.isEmpty() ? null : earlier(themes, appeals, before, known));
  }

  /** Where a place has enough appeals of the time before, these tell what is usual there. */
  private BackgroundModel usual(List<Filed> before, Map<UUID, float[]> known) {
    return before.size() < FEW_APPEALS
        ? BackgroundModel.forModel(vectors.modelId())
        : BackgroundModel.of(before.stream().map(one -> known.get(one.id())).toList());
  }

  /**
   * Appeals as they are compared: without the frame they came in, and with a vector of the rest.
   */
  private List<TopicDocument> documents(List<Filed> filed, Map<UUID, float[]> known) {
    List<TitledText> whole =
        filed.stream().map(one -> new TitledText(one.title(), one.text())).toList();
    List<TitledText> own = AppealBoilerplate.without(whole);
    int[] framed =
        IntStream.range(0, whole.size()).filter(i -> !own.get(i).equals(whole.get(i))).toArray();
    List<float[]> made =
        vectors.of(
            Arrays.stream(framed)
                .mapToObj(
                    i ->
                        new AppealText(
                            own.get(i).title(), own.get(i).text(), null, filed.get(i).askedAt()))
                .toList());
    List<float[]> all = new ArrayList<>(filed.stream().map(one -> known.get(one.id())).toList());
    for (int i = 0; i < framed.length; i++) {
      all.set(framed[i], made.get(i));
    }
    return IntStream.range(0, filed.size()).mapToObj(i -> appeal(own.get(i), all.get(i))).toList();
  }

  private static TopicDocument appeal(TitledText one, float[] vector) {
    List<String> title = HanLpWords.of(one.title());
    List<String> words = new ArrayList<>(title);
    words.add("。");
    words.addAll(HanLpWords.of(one.text()));
    return new TopicDocument(one.title(), title, words, vector);
  }

  private static List<List<Filed>> earlier(
      List<Topic> themes,
      List<TopicDocument> appeals,
      List<Filed> before,
      Map<UUID, float[]> known) {
    TopicMatcher lookalikes = new TopicMatcher(appeals);
    List<List<Filed>> earlier = new ArrayList<>();
    for (Topic theme : themes) {
      TopicMatcher.Matter matter = lookalikes.matter(theme);
      earlier.add(
          before.stream()
              .filter(one -> matter.concerns(one.title() + one.text(), known.get(one.id())))
              .toList());
    }
    return earlier;
  }

  private HotIssuesReport report(Period period, List<Filed> filed, Found found) {
    List<Filed> all = filed.stream().filter(one -> one.of(period.department())).toList();
    IssueTimes times = new IssueTimes(period, all.stream().map(Filed::askedAt).toList());
    IssueBodies bodies = new IssueBodies(times, gazetteer, all.size());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < found.themes().size(); i++) {
      Part part = part(period, filed, found, i, times);
      if (part.cases().size() >= (period.department() == null ? 1 : DEPARTMENTS_FEWEST)) {
        parts.add(part);
      }
    }
    parts.sort(Comparator.comparingDouble(Part::strength).reversed());
    List<HotIssuesReport.Issue> issues = new ArrayList<>();
    for (Part part : parts.subList(0, Math.min(SHOWN, parts.size()))) {
      issues.add(bodies.issue(issues.size() + 1, part.theme(), part.cases(), part.previous()));
    }
    return new HotIssuesReport(
        period.from(),
        period.to(),
        period.department(),
        all.size(),
        parts.stream().mapToInt(part -> part.cases().size()).sum(),
        issues,
        new ApplicationLists(applications.submitted(period), LocalDate.now(clock)).issues());
  }

  private static Part part(
      Period period, List<Filed> filed, Found found, int which, IssueTimes times) {
    Topic theme = found.themes().get(which);
    List<Filed> cases =
        theme.members().stream()
            .map(filed::get)
            .filter(one -> one.of(period.department()))
            .toList();
    Integer previous = null;
    if (found.before() != null) {
      previous =
          (int)
              found.before().get(which).stream().filter(one -> one.of(period.department())).count();
    }
    double share = (double) cases.size() / theme.members().size();
    double weight = times.weight(cases.stream().map(Filed::askedAt).toList());
    return new Part(theme, cases, previous, theme.strength() * share * weight);
  }
}
