package cn.zhitong.eval.answer;

import cn.zhitong.eval.answer.AnswerRun.Outcome;
import cn.zhitong.eval.metrics.CoverageRiskCurve;
import cn.zhitong.eval.report.RunFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What is counted of an answer run.
 *
 * @param answerable outcomes of questions that the corpus answers
 * @param unanswerable outcomes of questions that it does not
 * @param firstSentences milliseconds to the first streamed sentence, rising; may be empty
 */
record AnswerFigures(
    List<Outcome> answerable, List<Outcome> unanswerable, double[] firstSentences) {

  /** The share of answerable questions that the goals are stated at. */
  static final double ANSWERED = .9;

  List<Outcome> all() {
    return Stream.concat(answerable.stream(), unanswerable.stream()).toList();
  }

  List<Outcome> answered() {
    return answerable.stream().filter(Outcome::answered).toList();
  }

  private List<Outcome> withGold() {
    return answered().stream().filter(o -> !Double.isNaN(o.goldBigrams())).toList();
  }

  /** Whether the service said how sure it was, so that a trade-off can be drawn. */
  boolean hasSupport() {
    return all().stream().anyMatch(o -> !Double.isNaN(o.support())) && !unanswerable.isEmpty();
  }

  /** The floor in use, as far as outcomes tell: the least support of any answer. */
  private double floor() {
    return all().stream()
        .filter(Outcome::answered)
        .mapToDouble(Outcome::support)
        .filter(support -> !Double.isNaN(support))
        .min()
        .orElse(0);
  }

  private double[] comparable(List<Outcome> outcomes) {
    double floor = floor();
    return outcomes.stream().mapToDouble(o -> o.comparable(floor)).toArray();
  }

  List<CoverageRiskCurve.Point> tradeOff() {
    return CoverageRiskCurve.curve(comparable(answerable), comparable(unanswerable));
  }

  /** The figures that gates look at. */
  Map<String, Object> metrics() {
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("answerable", answerable.size());
    metrics.put("unanswerable", unanswerable.size());
    share(metrics, "answered", answerable, Outcome::answered);
    share(metrics, "refusedWhenItShould", unanswerable, Outcome::refused);
    share(metrics, "citedRight", answered(), Outcome::citedRight);
    share(metrics, "goldWhole", withGold(), Outcome::goldWhole);
    mean(metrics, "goldBigrams", withGold(), Outcome::goldBigrams);
    metrics.put("quotedCharacters:median", median(answered()));
    int quotes = all().stream().mapToInt(Outcome::quotes).sum();
    int verbatim = all().stream().mapToInt(Outcome::verbatim).sum();
    metrics.put("quotes", quotes);
    metrics.put("verbatim", quotes == 0 ? 1.0 : RunFigures.round((double) verbatim / quotes));
    share(metrics, "unsafe", answerable, o -> o.body().path("reason").asText().equals("unsafe"));
    share(metrics, "clarified", answerable, Outcome::clarified);
    if (hasSupport()) {
      metrics.put(
          "refusedAtAnswered90",
          RunFigures.round(CoverageRiskCurve.refusedAt(tradeOff(), ANSWERED)));
      metrics.put(
          "auc",
          RunFigures.round(
              CoverageRiskCurve.area(comparable(answerable), comparable(unanswerable))));
    }
    double[] took =
        all().stream().mapToDouble(o -> o.body().path("tookMillis").asDouble()).sorted().toArray();
    metrics.put("tookMillis:p50", at(took, .5));
    metrics.put("tookMillis:p95", at(took, .95));
    if (firstSentences.length > 0) {
      metrics.put("firstSentenceMillis:streams", firstSentences.length);
      metrics.put("firstSentenceMillis:p50", at(firstSentences, .5));
      metrics.put("firstSentenceMillis:p95", at(firstSentences, .95));
    }
    return metrics;
  }

  /** Values by measure and query, for a later run to compare with. */
  Map<String, Map<String, Double>> perQuery() {
    Map<String, Map<String, Double>> measures = new LinkedHashMap<>();
    measures.put("answered", values(answerable, o -> RunFigures.bit(o.answered())));
    measures.put("refusedWhenItShould", values(unanswerable, o -> RunFigures.bit(o.refused())));
    measures.put("citedRight", values(answered(), o -> RunFigures.bit(o.citedRight())));
    measures.put("goldWhole", values(withGold(), o -> RunFigures.bit(o.goldWhole())));
    measures.put("goldBigrams", values(withGold(), Outcome::goldBigrams));
    measures.put("quotedCharacters", values(answered(), Outcome::quotedCharacters));
    List<Outcome> sure = all().stream().filter(o -> !Double.isNaN(o.support())).toList();
    measures.put("support", values(sure, Outcome::support));
    return measures;
  }

  private static Map<String, Double> values(
      List<Outcome> outcomes, ToDoubleFunction<Outcome> measure) {
    Map<String, Double> values = new LinkedHashMap<>();
    outcomes.forEach(o -> values.put(o.query().id(), RunFigures.round(measure.applyAsDouble(o))));
    return values;
  }

  private static void share(
      Map<String, Object> metrics, String name, List<Outcome> outcomes, Predicate<Outcome> is) {
    mean(metrics, name, outcomes, o -> RunFigures.bit(is.test(o)));
  }

  private static void mean(
      Map<String, Object> metrics,
      String name,
      List<Outcome> outcomes,
      ToDoubleFunction<Outcome> value) {
    RunFigures.mean(metrics, name, outcomes.stream().mapToDouble(value).toArray());
  }

  private static int median(List<Outcome> outcomes) {
    int[] sorted = outcomes.stream().mapToInt(Outcome::quotedCharacters).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static long at(double[] sorted, double share) {
    int index = (int) Math.min(sorted.length - 1.0, sorted.length * share);
    return sorted.length == 0 ? 0 : Math.round(sorted[index]);
  }
}
