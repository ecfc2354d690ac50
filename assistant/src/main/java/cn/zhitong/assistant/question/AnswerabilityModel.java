package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.region.Gazetteer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of the passages found answer a question, how likely the best does, and how likely anything
 * found is on its matter. Search scores and shared words decide where they are sure; between, a
 * {@link PassageReader} reads the best passages where there is one. The weights are an artefact of
 * {@code ./zhitong train answerability}.
 */
final class AnswerabilityModel {
  /** Passages that are judged; what is below is hardly ever the answer. */
  static final int JUDGED = 10;

  /** Passages that are read: a reader takes some 30 ms for each. */
  static final int WINDOWS = 6;

  /** Log-odds that a text lacks which does not speak of the place that is asked about. */
  private static final double ELSEWHERE = 1.5;

  /** The same for titles, addressees and preambles. */
  private static final double TITLE_PAGE = 3;

  private static final int PLACES_MISSING = PassageFeatures.NAMES.indexOf("placesMissing");

  private final Gazetteer gazetteer;
  private final PassageReader reader;
  private final AnswerabilityWeights weights;

  AnswerabilityModel(Gazetteer gazetteer, PassageReader reader) {
    this.gazetteer = gazetteer;
    this.reader = reader;
    this.weights = AnswerabilityWeights.shipped();
  }

  /**
   * What was found, judged.
   *
   * @param hits in the order of how likely each answers
   * @param answers probability that the first one does
   * @param related probability that anything found is on the question's matter
   * @param likely those that may answer, the first one among them
   * @param hurried whether a reader should have read but was too busy
   */
  record Judgement(
      List<Hit> hits, double answers, double related, List<Hit> likely, boolean hurried) {
    static final Judgement NOTHING = new Judgement(List.of(), 0, 0, List.of(), false);

    Judgement {
      hits = List.copyOf(hits);
      likely = List.copyOf(likely);
    }

    boolean isOnTheMatter(AnswerabilityWeights.Floors floors) {
      return related >= floors.related();
    }
  }

  AnswerabilityWeights.Floors floors() {
    return weights.floors();
  }

  /**
   * @param hits best first
   * @param whole the whole text of a hit's policy
   */
  Judgement judge(AnalyzedQuestion question, List<Hit> hits, Function<Hit, String> whole) {
    if (hits.isEmpty() || question.terms().isEmpty()) {
      return Judgement.NOTHING;
    }
    PassageFeatures features = new PassageFeatures(gazetteer, question, hits, JUDGED, whole);
    List<Judged> judged = new ArrayList<>();
    Map<Hit, double[]> values = new IdentityHashMap<>();
    for (int rank = 0; rank < Math.min(JUDGED, hits.size()); rank++) {
      double[] of = features.of(rank);
      values.put(hits.get(rank), of);
      judged.add(
          new Judged(hits.get(rank), weights.answers(of) - faults(question, hits, rank, of)));
    }
    judged.sort(Comparator.comparingDouble(Judged::odds).reversed());
    double related = weights.related(values.get(judged.get(0).hit()));
    if (ReferencedClause.isNamed(question, hits.get(0))) {
      // What the question names is what it asks for; judging words would only reorder it.
      return new Judgement(hits, 1, 1, hits.subList(0, 1), false);
    }
    boolean unsure = weights.floors().isUnsure(probability(judged.get(0).odds()));
    boolean hurried = false;
    if (reader.available() && unsure && related >= weights.floors().related()) {
      Optional<List<Judged>> read = read(question, judged);
      hurried = read.isEmpty();
      judged = read.orElse(judged);
    }
    List<Hit> order = new ArrayList<>(judged.stream().map(Judged::hit).toList());
    order.addAll(hits.subList(judged.size(), hits.size()));
    double floor = weights.floors().answer();
    List<Hit> likely =
        judged.stream().filter(one -> probability(one.odds()) >= floor).map(Judged::hit).toList();
    return new Judgement(order, probability(judged.get(0).odds()), related, likely, hurried);
  }

  private record Judged(Hit hit, double odds) {}

  /**
   * What weights over all questions cannot say strongly enough: a rule of another place is no
   * answer to whoever names one, and a title page none to anybody.
   */
  private static double faults(AnalyzedQuestion question, List<Hit> hits, int rank, double[] of) {
    double elsewhere = of[PLACES_MISSING] > 0 ? ELSEWHERE : 0;
    return Preamble.isAll(hits.get(rank).text(), question.text()) ? TITLE_PAGE : elsewhere;
  }

  private Optional<List<Judged>> read(AnalyzedQuestion question, List<Judged> judged) {
    List<Judged> windows = judged.subList(0, Math.min(WINDOWS, judged.size()));
    return reader
        .score(question.text(), windows.stream().map(Judged::hit).toList())
        .map(
            scores -> {
              List<Judged> read = new ArrayList<>();
              for (int i = 0; i < windows.size(); i++) {
                double odds = weights.read(windows.get(i).odds(), scores[i]);
                read.add(new Judged(windows.get(i).hit(), odds));
              }
              read.sort(Comparator.comparingDouble(Judged::odds).reversed());
              read.addAll(judged.subList(windows.size(), judged.size()));
              return read;
            });
  }

  private static double probability(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }
}
