package cn.zhitong.assistant.report;

import cn.zhitong.assistant.insight.Letter;
import cn.zhitong.assistant.insight.Theme;
import cn.zhitong.assistant.insight.Themes;
import cn.zhitong.assistant.insight.Lookalikes;
import cn.zhitong.assistant.report.LetterStore.Filed;
import cn.zhitong.assistant.triage.AppealText;
import cn.zhitong.assistant.triage.CaseVectors;
import cn.zhitong.assistant.triage.learn.Words;
import cn.zhitong.ingest.region.Gazetteer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hot issues: letters of the period → themes (kept) → those of before → times and places. */
@ApplicationScoped
class HotIssues {
  /**
   * Letters compared. The time grows with its square: 5,000 take some seconds, see docs/reports.md.
   * Of more, the latest count, and the report says how many those were.
   */
  static final int MOST_LETTERS = 10_000;

  /** Only to see whether a theme is new. */
  private static final int MOST_BEFORE = 5_000;

  private static final int SHOWN = 20;
  private static final int KEPT_PERIODS = 8;

  private final LetterStore store;
  private final CaseVectors vectors;
  private final Gazetteer gazetteer;
  private final Map<List<Object>, Found> kept = new LatestKept();

  HotIssues(LetterStore store, CaseVectors vectors, Gazetteer gazetteer) {
    this.store = store;
    this.vectors = vectors;
    this.gazetteer = gazetteer;
  }

  /**
   * What is slow to find.
   *
   * @param previous of each theme, how many letters were about it before; null where none are stored
   */
  private record Found(List<Theme> themes, List<Integer> previous) {}

  /** Finds themes anew only where letters came, went or changed. */
  HotIssuesReport report(Period period) {
    List<Filed> filed = store.letters(period, MOST_LETTERS);
    Period earlier = before(period);
    List<Filed> before = store.letters(earlier, MOST_BEFORE);
    List<Object> key = List.of(period, texts(filed).hashCode(), texts(before).hashCode());
    Found found;
    // One at a time: two people who look at one quarter need it found once.
    synchronized (kept) {
      found = kept.computeIfAbsent(key, any -> find(filed, before));
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
    Map<UUID, float[]> known = vectors.of(texts(filed));
    List<Letter> letters = new ArrayList<>();
    for (Filed one : filed) {
      List<String> title = Words.of(one.title());
      List<String> words = new ArrayList<>(title);
      words.add("。");
      words.addAll(Words.of(one.text()));
      letters.add(new Letter(one.title(), title, words, known.get(one.id())));
    }
    List<Theme> themes = Themes.of(letters);
    if (before.isEmpty() || themes.isEmpty()) {
      return new Found(themes, null);
    }
    Map<UUID, float[]> earlier = vectors.of(texts(before));
    Lookalikes lookalikes = new Lookalikes(letters);
    List<Integer> previous = new ArrayList<>();
    for (Theme theme : themes) {
      Lookalikes.Matter matter = lookalikes.matter(theme);
      previous.add(
          (int)
              before.stream()
                  .filter(
                      one -> matter.concerns(one.title() + one.text(), earlier.get(one.id())))
                  .count());
    }
    return new Found(themes, previous);
  }

  private HotIssuesReport report(Period period, List<Filed> filed, Found found) {
    IssueTimes times = new IssueTimes(period, filed.stream().map(Filed::askedAt).toList());
    IssueBodies bodies = new IssueBodies(times, gazetteer, filed);
    List<HotIssuesReport.Issue> issues = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < found.themes().size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingDouble(
            i -> -found.themes().get(i).strength() * times.weight(members(filed, found, i))));
    for (int i : order.subList(0, Math.min(SHOWN, order.size()))) {
      Integer previous = found.previous() == null ? null : found.previous().get(i);
      issues.add(bodies.issue(issues.size() + 1, found.themes().get(i), previous));
    }
    int inIssues = found.themes().stream().mapToInt(theme -> theme.members().size()).sum();
    return new HotIssuesReport(
        period.from(), period.to(), period.department(), filed.size(), inIssues, issues);
  }

  private static List<Instant> members(List<Filed> filed, Found found, int theme) {
    return found.themes().get(theme).members().stream().map(i -> filed.get(i).askedAt()).toList();
  }

  /** Of periods looked at the latest. */
  private static final class LatestKept extends LinkedHashMap<List<Object>, Found> {
    private static final long serialVersionUID = 1L;

    LatestKept() {
      super(KEPT_PERIODS, .75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<List<Object>, Found> eldest) {
      return size() > KEPT_PERIODS;
    }
  }
}
