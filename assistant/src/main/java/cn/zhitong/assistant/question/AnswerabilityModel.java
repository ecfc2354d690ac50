package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.PlaceMention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether what was found can answer what was asked, as a calibrated probability: a logistic model
 * over search scores, how much of the question the best texts cover, and whether what it names (a
 * place, a 《title》, a rare word) is there. Weights were fitted by {@code AnswerabilityCalibration}
 * in the test tree on questions with and without an answer in the corpus.
 */
final class AnswerabilityModel {
  /**
   * Least probability at which a question is answered. By cross-validation on the development set
   * .905 of the answerable questions are answered and .755 of the others refused.
   */
  static final double FLOOR = .425;

  /**
   * The same for a question that was completed from its conversation: two questions' words in one
   * cover less of any text, and the topic was supported once. By the 40 dialogues of the test tree.
   */
  static final double FOLLOW_UP_FLOOR = .25;

  /**
   * Least probability at which a question that several texts fit equally is asked back about: it
   * says less than one that names its case, so less of it is found, and nothing is claimed yet.
   */
  static final double ASKING_FLOOR = .25;

  /** Weights in the order of {@link #features}, the constant last. */
  static final double[] WEIGHTS = {
    0, 1.660, .325, .216, 2.354, .981, 1.787, -.259, -.040, .069, .629, -1.116, -.161, -1.113, .386,
    -1.011, -.181, .830, .190, -.764, 1.779, -4.235
  };

  private static final Pattern TITLE = Pattern.compile("《([^《》]{2,80})》");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int LOOKED_AT = 5;

  /** Coverage below which nothing found is about the question at all. */
  private static final double UNRELATED = .34;

  private final Gazetteer gazetteer;
  private final double[] weights;

  AnswerabilityModel(Gazetteer gazetteer) {
    this(gazetteer, WEIGHTS);
  }

  /** With weights of its own, for calibration. */
  AnswerabilityModel(Gazetteer gazetteer, double[] weights) {
    this.gazetteer = gazetteer;
    this.weights = weights;
  }

  /**
   * @param whole the whole text of a hit's policy
   */
  double probability(AnalyzedQuestion question, List<Hit> hits, Function<Hit, String> whole) {
    if (hits.isEmpty() || question.terms().isEmpty()) {
      return 0;
    }
    return 1 / (1 + Math.exp(-SentenceScorer.logOdds(weights, features(question, hits, whole))));
  }

  /**
   * Why a question without enough support is refused: one whose words hardly occur in anything
   * found is about something else than policies.
   */
  static RefusalReason reason(AnalyzedQuestion question, List<Hit> hits) {
    double covered = 0;
    for (Hit hit : hits.subList(0, Math.min(LOOKED_AT, hits.size()))) {
      covered =
          Math.max(
              covered, WeightedTerms.coverage(question.terms(), frame(hit) + '\n' + hit.text()));
    }
    return !hits.isEmpty() && covered < UNRELATED
        ? RefusalReason.OUT_OF_SCOPE
        : RefusalReason.NO_EVIDENCE;
  }

  double[] features(AnalyzedQuestion question, List<Hit> hits, Function<Hit, String> whole) {
    Hit top = hits.get(0);
    List<Hit> best = hits.subList(0, Math.min(LOOKED_AT, hits.size()));
    List<WeightedTerms.Weighted> terms = question.terms();
    double dense = 0;
    double nearest = 0;
    double passage = 0;
    double policy = 0;
    double missing = 1;
    double places = 1;
    double pairs = 0;
    double pieces = 0;
    double passagePairs = 0;
    StringBuilder all = new StringBuilder();
    Map<Object, String> texts = new HashMap<>();
    for (Hit hit : best) {
      String text = frame(hit) + '\n' + hit.text();
      String full =
          texts.computeIfAbsent(hit.policyId(), id -> frame(hit) + '\n' + whole.apply(hit));
      double cosine = Double.isNaN(hit.dense()) ? 0 : hit.dense();
      dense += cosine / best.size();
      nearest = Math.max(nearest, cosine);
      passage = Math.max(passage, WeightedTerms.coverage(terms, text));
      policy = Math.max(policy, WeightedTerms.coverage(terms, full));
      missing = Math.min(missing, rarestMissing(terms, full));
      places = Math.min(places, placesMissing(question.text(), full));
      pairs = Math.max(pairs, bigramShare(question.text(), full));
      passagePairs = Math.max(passagePairs, bigramShare(question.text(), text));
      pieces = Math.max(pieces, closeTogether(terms, hit.text()));
      all.append(text).append('\n');
    }
    String topText = frame(top) + '\n' + top.text();
    String topFull = texts.get(top.policyId());
    return new double[] {
      top.score(),
      nearest,
      dense,
      top.score() - hits.get(Math.min(LOOKED_AT, hits.size()) - 1).score(),
      WeightedTerms.coverage(terms, topText),
      passage,
      WeightedTerms.coverage(terms, topFull),
      policy,
      WeightedTerms.coverage(terms, all.toString()),
      rarestMissing(terms, topFull),
      missing,
      placesMissing(question.text(), topFull),
      places,
      titlesMissing(question.text(), all.toString()),
      bestPiece(question, best),
      Math.log(1 + terms.size()),
      pairs,
      passagePairs,
      pieces,
      numbersMissing(question.text(), topFull),
      bigramShare(question.text(), topText)
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
      double lacking = term.weight() * (1 - WeightedTerms.presence(term.word(), text));
      heaviest = Math.max(heaviest, lacking);
    }
    return total == 0 ? 1 : heaviest / total;
  }

  /** Share of the places that the question names and the text does not. */
  private double placesMissing(String question, String text) {
    List<PlaceMention> mentions = gazetteer.find(question);
    if (mentions.isEmpty()) {
      return 0;
    }
    double missing = 0;
    for (PlaceMention mention : mentions) {
      String name = question.substring(mention.start(), mention.end());
      String core = name.length() > 2 ? name.replaceAll("[省市县区州]$", "") : name;
      missing += text.contains(core) ? 0 : 1;
    }
    return missing / mentions.size();
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

  private static double bigramShare(String question, String text) {
    int bigrams = 0;
    int shared = 0;
    for (int i = 0; i + 2 <= question.length(); i++) {
      if (Character.isLetterOrDigit(question.charAt(i))
          && Character.isLetterOrDigit(question.charAt(i + 1))) {
        bigrams++;
        shared += text.contains(question.substring(i, i + 2)) ? 1 : 0;
      }
    }
    return bigrams == 0 ? 0 : (double) shared / bigrams;
  }

  private static double numbersMissing(String question, String text) {
    Matcher number = NUMBER.matcher(question);
    int missing = 0;
    while (number.find()) {
      missing += text.contains(number.group()) ? 0 : 1;
    }
    return Math.min(2, missing);
  }

  private static double titlesMissing(String question, String texts) {
    Matcher title = TITLE.matcher(question);
    while (title.find()) {
      if (!texts.contains(title.group(1))) {
        return 1;
      }
    }
    return 0;
  }

  private static double bestPiece(AnalyzedQuestion question, List<Hit> hits) {
    double best = -8;
    for (int rank = 0; rank < hits.size(); rank++) {
      Hit hit = hits.get(rank);
      double lead = Math.min(3, hits.get(0).score() - hit.score());
      List<SentenceSpan> pieces = SentenceSpan.of(hit.text());
      for (double[] features : SentenceScorer.features(question, hit, pieces, rank, lead)) {
        best = Math.max(best, SentenceScorer.logOdds(SentenceScorer.WEIGHTS, features));
      }
    }
    return best;
  }
}
