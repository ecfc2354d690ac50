package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.assistant.triage.Suggestion;
import cn.zhitong.assistant.triage.classify.AppealClassifier;
import cn.zhitong.assistant.triage.classify.ColdStartClassifier;
import cn.zhitong.assistant.triage.classify.DutyRanker;
import cn.zhitong.assistant.triage.learn.Neighbours;
import cn.zhitong.assistant.triage.learn.Ranker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Sorts by a trained model; what its history did not teach, day-one mode answers. */
final class TrainedClassifier implements AppealClassifier {
  /**
   * Probabilities are calibrated, so these say: ask a person when the first department is more
   * likely wrong than right by far, or when the category is little better than a coin.
   */
  private static final Thresholds THRESHOLDS = new Thresholds(.55, .35);

  private static final int SHOWN = 10;
  private static final int SIMILAR_SHOWN = 3;
  private static final int SEARCHED = 20;

  /** Below this cosine (mean taken off) two appeals share a topic at most. */
  private static final double SIMILAR = .45;

  private final UUID id;
  private final TrainedModel model;
  private final ModelStore store;
  private final ColdStartClassifier dayOne;
  private final DutyRanker duties;

  TrainedClassifier(
      UUID id,
      TrainedModel model,
      ModelStore store,
      ColdStartClassifier dayOne,
      DutyRanker duties) {
    this.id = id;
    this.model = model;
    this.store = store;
    this.dayOne = dayOne;
    this.duties = duties;
  }

  @Override
  public String version() {
    return id.toString();
  }

  @Override
  public Sorted sort(AppealDocument document, String region) {
    return new Sorted(categories(document), candidates(document, region), THRESHOLDS);
  }

  private double[] categories(AppealDocument document) {
    if (model.categories() == null) {
      return dayOne.categories(document);
    }
    double[] probabilities = new double[Category.values().length];
    for (Ranker.Ranked ranked : model.categories().rank(document)) {
      probabilities[Category.of(ranked.label()).ordinal()] = ranked.probability();
    }
    return probabilities;
  }

  private List<Candidate> candidates(AppealDocument document, String region) {
    if (model.departments() == null) {
      return duties.candidates(document, region);
    }
    List<Ranker.Ranked> ranked = model.departments().rank(document);
    Grounds grounds = grounds(document);
    List<Candidate> candidates = new ArrayList<>();
    for (Ranker.Ranked one : ranked.subList(0, Math.min(SHOWN, ranked.size()))) {
      candidates.add(
          new Candidate(one.label(), one.probability(), reasons(document, one, grounds)));
    }
    if (candidates.size() < 3) {
      fill(candidates, duties.candidates(document, region));
    }
    return candidates;
  }

  /** A history of one or two departments still leaves the catalogue's to choose from. */
  private static void fill(List<Candidate> candidates, List<Candidate> others) {
    Set<String> names = new HashSet<>();
    candidates.forEach(candidate -> names.add(candidate.name()));
    for (Candidate other : others) {
      if (candidates.size() < 3 && names.add(other.name())) {
        candidates.add(new Candidate(other.name(), 0, other.reasons()));
      }
    }
  }

  /** What reasons are made of, looked up once for all candidates. */
  private record Grounds(
      Map<String, List<Suggestion.Reason>> duties,
      List<Neighbours.Near> similar,
      Map<Integer, String> titles) {}

  private Grounds grounds(AppealDocument document) {
    List<Neighbours.Near> similar =
        model.departments().similar(document, SEARCHED).stream()
            .filter(near -> near.cosine() >= SIMILAR)
            .toList();
    Map<Integer, String> titles =
        similar.isEmpty()
            ? Map.of()
            : store.titles(id, similar.stream().map(Neighbours.Near::row).toList());
    return new Grounds(duties.reasonsByName(document), similar, titles);
  }

  private List<Suggestion.Reason> reasons(
      AppealDocument document, Ranker.Ranked ranked, Grounds grounds) {
    List<Suggestion.Reason> reasons =
        new ArrayList<>(grounds.duties().getOrDefault(ranked.label(), List.of()));
    grounds.similar().stream()
        .filter(near -> near.label() == ranked.index())
        .limit(SIMILAR_SHOWN)
        .map(near -> history(grounds.titles().get(near.row()), ranked.label(), near.cosine()))
        .forEach(reasons::add);
    List<String> words = model.departments().tellingWords(document, ranked, 4);
    if (!words.isEmpty()) {
      reasons.add(
          new Suggestion.Reason("model", "历史上含「" + String.join("」「", words) + "」的来件多归其办理", null));
    }
    return reasons;
  }

  private static Suggestion.Reason history(String title, String department, double cosine) {
    return new Suggestion.Reason(
        "history",
        "相似历史来件「%s」由%s办理（相似度 %.2f）"
            .formatted(title == null || title.isBlank() ? "无标题" : title, department, cosine),
        null);
  }
}
