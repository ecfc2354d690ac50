package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.PlaceMention;
import cn.zhitong.common.text.CharacterNGrams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of whether a passage answers a question, without a model that reads: search scores,
 * how much of the question the passage, its best sentences and its policy hold, and what the
 * question names that is not there (a place, a year, a 《title》, a rare word). Figures of the
 * asker's own are left out: a rule with a threshold answers whoever names another number.
 */
final class PassageFeatures {
  /** In the order of the values; an artefact names the features that it was fitted on. */
  static final List<String> NAMES =
      List.of(
          "score",
          "dense",
          "behindBestScore",
          "behindBestDense",
          "logRank",
          "meanDense",
          "aheadOfFifth",
          "coverage",
          "ownCoverage",
          "policyCoverage",
          "titleCoverage",
          "twoSentences",
          "bigrams",
          "ownBigrams",
          "policyBigrams",
          "rarestMissing",
          "rarestMissingInPolicy",
          "placesMissing",
          "yearsMissing",
          "titlesMissing",
          "bestSentence",
          "typeFits",
          "typeFitsNear",
          "logTerms",
          "logLength",
          "logQuestion",
          "denseTimesCoverage",
          "sentencesOverBest",
          "highestDense",
          "highestCoverage",
          "samePolicyAhead",
          "askedUnitMissing");

  /** Passages that stand for what was found as a whole. */
  static final int LOOKED_AT = 5;

  private static final Pattern TITLE = Pattern.compile("《([^《》]{2,80})》");

  /** At a question's beginning or after 在: elsewhere 城市 and 地区 are words like any other. */
  private static final Pattern CALLED_A_PLACE =
      Pattern.compile(
          "(?<=^|[在是，。、])(?!本|我|这|那|哪|各|全|外|同|某|城)[\\p{IsHan}]{2,3}?[省市县](?!场|级|里|政府|面)");

  /** As the platform names them: a rule on goods of one country says nothing of another's. */
  private static final Set<String> COUNTRIES =
      Stream.of(Locale.getISOCountries())
          .filter(code -> !code.equals("CN"))
          .map(code -> new Locale("", code).getDisplayCountry(Locale.SIMPLIFIED_CHINESE))
          .filter(name -> name.length() > 1)
          .collect(Collectors.toSet());

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?=年)");

  private final AnalyzedQuestion question;
  private final List<Hit> hits;
  private final Function<Hit, String> whole;
  private final Set<String> places;
  private final Map<Object, String> policies = new HashMap<>();
  private final List<Passage> passages = new ArrayList<>();

  /** A hit with what is computed once. */
  private record Passage(
      Hit hit, String framed, double dense, double coverage, double sentence, double fits) {}

  /**
   * @param hits best first
   * @param most how many of them are asked for
   * @param whole the whole text of a hit's policy
   */
  PassageFeatures(
      Gazetteer gazetteer,
      AnalyzedQuestion question,
      List<Hit> hits,
      int most,
      Function<Hit, String> whole) {
    this.question = question;
    this.hits = hits;
    this.whole = whole;
    this.places = places(gazetteer, question, hits);
    int count = Math.min(hits.size(), Math.max(most, LOOKED_AT));
    for (int i = 0; i < count; i++) {
      passages.add(passage(hits.get(i), i));
    }
  }

  private Passage passage(Hit hit, int rank) {
    String framed = frame(hit) + '\n' + hit.text();
    List<SentenceSpan> pieces = SentenceSpan.of(hit.text());
    double lead = Math.min(3, hits.get(0).score() - hit.score());
    double best = -8;
    double fits = 0;
    for (double[] features : SentenceScorer.features(question, hit, pieces, rank, lead)) {
      best = Math.max(best, SentenceScorer.logOdds(SentenceScorer.WEIGHTS, features));
      fits = Math.max(fits, features[SentenceScorer.FITTING_COVERAGE]);
    }
    return new Passage(
        hit,
        framed,
        Double.isNaN(hit.dense()) ? 0 : hit.dense(),
        WeightedTerms.coverage(question.terms(), framed),
        best,
        fits);
  }

  /** Values of the hit at a rank, from 0, in the order of {@link #NAMES}. */
  double[] of(int rank) {
    Passage passage = passages.get(rank);
    Hit hit = passage.hit();
    List<WeightedTerms.Weighted> terms = question.terms();
    List<Passage> best = passages.subList(0, Math.min(LOOKED_AT, passages.size()));
    double meanDense = best.stream().mapToDouble(Passage::dense).average().orElse(0);
    double highestDense = best.stream().mapToDouble(Passage::dense).max().orElse(0);
    double highestCoverage = best.stream().mapToDouble(Passage::coverage).max().orElse(0);
    double highestSentence = best.stream().mapToDouble(Passage::sentence).max().orElse(0);
    String policy = policies.computeIfAbsent(hit.policyId(), p -> frame(hit) + whole.apply(hit));
    int ahead = 0;
    for (int i = 0; i < rank; i++) {
      ahead += passages.get(i).hit().policyId().equals(hit.policyId()) ? 1 : 0;
    }
    return new double[] {
      hit.score(),
      passage.dense(),
      Math.min(3, hits.get(0).score() - hit.score()),
      highestDense - passage.dense(),
      Math.log(1. + rank),
      meanDense,
      hits.get(0).score() - best.get(best.size() - 1).hit().score(),
      passage.coverage(),
      WeightedTerms.coverage(terms, hit.text()),
      WeightedTerms.coverage(terms, policy),
      WeightedTerms.coverage(terms, Citation.titleOf(hit)),
      closeTogether(terms, hit.text()),
      bigramShare(question.text(), passage.framed()),
      bigramShare(question.text(), hit.text()),
      bigramShare(question.text(), policy),
      rarestMissing(terms, passage.framed()),
      rarestMissing(terms, policy),
      placesMissing(policy),
      yearsMissing(policy),
      titlesMissing(policy),
      passage.sentence(),
      question.type() != AnswerType.LIST && question.type().fits(hit.text()) ? 1 : 0,
      passage.fits(),
      Math.log(1. + terms.size()),
      Math.log(1. + hit.text().length()) - 5,
      Math.log(1. + question.text().length()) - 3,
      passage.dense() * passage.coverage(),
      passage.sentence() - highestSentence,
      highestDense,
      highestCoverage,
      Math.min(2, ahead),
      AskedUnit.missing(question.text(), hit.text()) ? 1 : 0
    };
  }

  private static String frame(Hit hit) {
    return Citation.titleOf(hit)
        + '\n'
        + hit.headings()
        + '\n'
        + (hit.issuer() == null ? "" : hit.issuer())
        + (hit.documentNumber() == null ? "" : hit.documentNumber());
  }

  /** Weight of the heaviest term that the text lacks, as a share of all terms' weight. */
  private static double rarestMissing(List<WeightedTerms.Weighted> terms, String text) {
    double total = 0;
    double heaviest = 0;
    for (WeightedTerms.Weighted term : terms) {
      total += term.weight();
      double lacking = term.weight() * (1 - WeightedTerms.presence(term, text));
      heaviest = Math.max(heaviest, lacking);
    }
    return total == 0 ? 1 : heaviest / total;
  }

  /**
   * The places that a question names, without 省, 市, 县: those of the gazetteer, those that policies
   * found are of, whatever is called a city or county, and countries.
   */
  private static Set<String> places(
      Gazetteer gazetteer, AnalyzedQuestion analyzed, List<Hit> hits) {
    String question = analyzed.text();
    Set<String> names = new LinkedHashSet<>();
    for (WeightedTerms.Weighted term : analyzed.terms()) {
      if (COUNTRIES.contains(term.word())) {
        names.add(term.word());
      }
    }
    for (PlaceMention mention : gazetteer.find(question)) {
      names.add(core(question.substring(mention.start(), mention.end())));
    }
    for (Hit hit : hits) {
      String core = core(PolicyTopic.of(hit).place());
      if (core.length() > 1 && question.contains(core)) {
        names.add(core);
      }
    }
    Matcher called = CALLED_A_PLACE.matcher(question);
    while (called.find()) {
      names.add(core(called.group()));
    }
    return names;
  }

  private static String core(String place) {
    return place.length() > 2 ? place.replaceAll("[省市县区州]$", "") : place;
  }

  /** Share of the places that the question names and the policy does not. */
  private double placesMissing(String policy) {
    return places.isEmpty()
        ? 0
        : (double) places.stream().filter(name -> !policy.contains(name)).count() / places.size();
  }

  /** Most that two neighbouring pieces cover: an answer stands together. */
  private static double closeTogether(List<WeightedTerms.Weighted> terms, String text) {
    List<SentenceSpan> pieces = SentenceSpan.of(text);
    double best = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int end = pieces.get(Math.min(i + 1, pieces.size() - 1)).to();
      best =
          Math.max(best, WeightedTerms.coverage(terms, text.substring(pieces.get(i).from(), end)));
    }
    return best;
  }

  /** As often as the question has them, without digits: these are the asker's own figures. */
  private static double bigramShare(String question, String text) {
    List<String> bigrams = CharacterNGrams.all(question, 2, Character::isLetter);
    long shared = bigrams.stream().filter(text::contains).count();
    return bigrams.isEmpty() ? 0 : (double) shared / bigrams.size();
  }

  private double yearsMissing(String policy) {
    Matcher year = YEAR.matcher(question.text());
    while (year.find()) {
      if (!policy.contains(year.group())) {
        return 1;
      }
    }
    return 0;
  }

  private double titlesMissing(String policy) {
    Matcher title = TITLE.matcher(question.text());
    while (title.find()) {
      if (!policy.contains(title.group(1))) {
        return 1;
      }
    }
    return 0;
  }
}
