package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
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

  /** Log-odds that a text lacks which does not speak of the place or level that is asked about. */
  private static final double ELSEWHERE = 1.5;

  /** Log-odds that a passage gains whose text the question names by number or 《title》. */
  private static final double NAMED = 1.5;

  /** Log-odds that titles, addressees and preambles lack. */
  private static final double TITLE_PAGE = 3;

  private static final int PLACES_MISSING = PassageFeatures.NAMES.indexOf("placesMissing");

  private static final Comparator<Judged> LIKELIEST =
      Comparator.comparingDouble(Judged::odds).reversed();

  /** Log-odds of what a question names. */
  private static final double CERTAIN = 10;

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
   * @param odds log-odds that each answers, as far as they were judged; the others lack any
   * @param answers probability with which the first one is claimed to
   * @param related probability that anything found is on the question's matter
   * @param floors that these probabilities are held against
   * @param hurried whether a reader should have read but was too busy
   */
  record Judgement(
      List<Hit> hits,
      List<Double> odds,
      double answers,
      double related,
      AnswerabilityWeights.Floors floors,
      boolean hurried) {
    Judgement {
      hits = List.copyOf(hits);
      odds = List.copyOf(odds);
    }

    boolean isOnTheMatter() {
      return related >= floors.related();
    }

    /** Whether the first one is claimed to answer; what was not read in a hurry never is. */
    boolean isClaimed(QuestionRequest request, List<Turn> turns, boolean carried) {
      return !hurried && answers >= floor(request, turns, carried);
    }

    private double floor(QuestionRequest request, List<Turn> turns, boolean carried) {
      boolean askedBack = !turns.isEmpty() && !turns.get(turns.size() - 1).options().isEmpty();
      boolean chosen =
          askedBack || turns.stream().anyMatch(turn -> turn.options().contains(request.question()));
      return chosen ? floors.chosen() : carried ? floors.followUp() : floors.answer();
    }

    /** Those that may answer, the first one among them. */
    List<Hit> likely() {
      int count = Math.min(1, odds.size());
      while (count < odds.size() && probability(odds.get(count)) >= floors.answer()) {
        count++;
      }
      return hits.subList(0, count);
    }
  }

  /**
   * @param hits best first
   * @param whole the whole text of a hit's policy
   */
  Judgement judge(AnalyzedQuestion question, List<Hit> hits, Function<Hit, String> whole) {
    if (hits.isEmpty() || question.terms().isEmpty()) {
      return new Judgement(List.of(), List.of(), 0, 0, weights.byWords(), false);
    }
    if (ReferencedClause.isNamed(question, hits.get(0))) {
      // What the question names is what it asks for; judging words would only reorder it.
      return new Judgement(hits, List.of(CERTAIN), 1, 1, weights.byWords(), false);
    }
    PassageFeatures features = new PassageFeatures(gazetteer, question, hits, JUDGED, whole);
    Optional<AskedLevel> level = AskedLevel.of(question.text());
    List<Judged> judged = new ArrayList<>();
    Map<Hit, double[]> values = new IdentityHashMap<>();
    for (int rank = 0; rank < Math.min(JUDGED, hits.size()); rank++) {
      double[] of = features.of(rank);
      values.put(hits.get(rank), of);
      judged.add(
          new Judged(
              hits.get(rank), weights.answers(of) - faults(question, level, hits, rank, of)));
    }
    judged.sort(LIKELIEST);
    double related = weights.related(values.get(judged.get(0).hit()));
    double best = probability(judged.get(0).odds());
    if (!reader.available() || !weights.needsReading(best, probability(related))) {
      return byWords(judged, hits, related, false);
    }
    return read(question, judged, related)
        .map(read -> judgement(read, hits, weights.byReading(), false))
        .orElseGet(() -> byWords(judged, hits, related, true));
  }

  private Judgement byWords(List<Judged> judged, List<Hit> hits, double related, boolean hurried) {
    Read words = new Read(judged, judged.get(0).odds(), related);
    return judgement(words, hits, weights.byWords(), hurried);
  }

  private static Judgement judgement(
      Read read, List<Hit> hits, AnswerabilityWeights.Floors floors, boolean hurried) {
    List<Hit> order = new ArrayList<>(read.judged().stream().map(Judged::hit).toList());
    order.addAll(hits.subList(order.size(), hits.size()));
    List<Double> odds = read.judged().stream().map(Judged::odds).toList();
    double claimed = probability(read.claim());
    return new Judgement(order, odds, claimed, probability(read.related()), floors, hurried);
  }

  private record Judged(Hit hit, double odds) {}

  /**
   * What weights over all questions cannot say strongly enough: a rule of another place is no
   * answer to whoever names one, a title page none to anybody, and a text that is named is meant.
   */
  private static double faults(
      AnalyzedQuestion question,
      Optional<AskedLevel> level,
      List<Hit> hits,
      int rank,
      double[] of) {
    boolean otherLevel = level.filter(asked -> asked.isOther(hits.get(rank))).isPresent();
    double elsewhere = of[PLACES_MISSING] > 0 || otherLevel ? ELSEWHERE : 0;
    double named = isOfNamedText(question, hits.get(rank)) ? NAMED : 0;
    return Preamble.isAll(hits.get(rank).text(), question.text()) ? TITLE_PAGE : elsewhere - named;
  }

  private static boolean isOfNamedText(AnalyzedQuestion question, Hit hit) {
    String number = hit.documentNumber();
    return (number != null && question.text().contains(number))
        || question.text().contains('《' + Citation.titleOf(hit) + '》');
  }

  /**
   * Passages as they were judged in the end, the likeliest first.
   *
   * @param claim log-odds with which the likeliest is claimed to answer
   * @param related log-odds that anything found is on the question's matter
   */
  private record Read(List<Judged> judged, double claim, double related) {}

  private Optional<Read> read(AnalyzedQuestion question, List<Judged> judged, double related) {
    List<Judged> windows = judged.subList(0, Math.min(WINDOWS, judged.size()));
    return reader
        .score(question.text(), windows.stream().map(Judged::hit).toList())
        .map(
            scores -> {
              List<Judged> read = new ArrayList<>();
              double highest = Double.NEGATIVE_INFINITY;
              for (int i = 0; i < windows.size(); i++) {
                double odds = weights.read(windows.get(i).odds(), scores[i]);
                read.add(new Judged(windows.get(i).hit(), odds));
                highest = Math.max(highest, scores[i]);
              }
              read.sort(LIKELIEST);
              double claim = weights.claim(read.stream().mapToDouble(Judged::odds).toArray());
              double last = read.get(read.size() - 1).odds();
              // Those that were not read had less to say for them before the others were.
              for (Judged one : judged.subList(windows.size(), judged.size())) {
                read.add(new Judged(one.hit(), Math.min(last, one.odds())));
              }
              double matter = weights.relatedRead(related, windows.get(0).odds(), highest);
              return new Read(read, claim, matter);
            });
  }

  private static double probability(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }
}
