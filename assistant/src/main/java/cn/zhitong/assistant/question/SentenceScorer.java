package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.text.CharacterNGrams;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How likely a piece is to hold the answer: a logistic model over what it shares with the question.
 * Weights were fitted by {@code ComposerCalibration} in the test tree; no word of any corpus is in
 * them.
 */
final class SentenceScorer {
  private static final Pattern ITEM =
      Pattern.compile(
          "^\\s*(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\\d]+[)）]|\\d+[.、．]|[一二三四五六七八九十]+、|第[一二三四五六七八九十百]+[条章])");

  /** Where {@link #features} says how much of the question a piece of the right type holds. */
  static final int FITTING_COVERAGE = 7;

  private SentenceScorer() {}

  /** Weights in the order of {@link #features}, the constant last. */
  static final double[] WEIGHTS = {
    .359, 1.073, .893, -1.055, -1.318, 2.458, .167, .963, 2.868, -1.740, -.123, -.648, -1.083, .255,
    .397, .104, -3.078
  };

  /** Log-odds that the piece holds the answer or a part of it. */
  static double logOdds(double[] weights, double[] features) {
    double sum = weights[features.length];
    for (int i = 0; i < features.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /**
   * @param rank of the hit among those looked at, from 0
   * @param lead how far the hit's score is behind the best one's, at most 3
   */
  static double[][] features(
      AnalyzedQuestion question, Hit hit, List<SentenceSpan> pieces, int rank, double lead) {
    String text = hit.text();
    String frame = Citation.titleOf(hit) + '\n' + hit.headings();
    List<WeightedTerms.Weighted> terms = question.terms();
    double[] own = new double[pieces.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = WeightedTerms.coverage(terms, pieces.get(i).in(text));
    }
    double passage = WeightedTerms.coverage(terms, text);
    double framed = WeightedTerms.coverage(terms, text + '\n' + frame);
    double best = 0;
    for (double value : own) {
      best = Math.max(best, value);
    }
    Set<String> asked = CharacterNGrams.of(question.text(), 2, Character::isLetterOrDigit);
    double[][] features = new double[pieces.size()][];
    for (int i = 0; i < own.length; i++) {
      String piece = pieces.get(i).in(text).strip();
      boolean fits = question.type() != AnswerType.LIST && question.type().fits(piece);
      Set<String> shared = CharacterNGrams.of(piece, 2, Character::isLetterOrDigit);
      int size = shared.size();
      shared.retainAll(asked);
      double before = i > 0 ? own[i - 1] : 0;
      double after = i + 1 < own.length ? own[i + 1] : 0;
      features[i] =
          new double[] {
            own[i],
            own[i] - best,
            before,
            after,
            passage,
            framed,
            fits ? 1 : 0,
            fits ? own[i] : 0,
            asked.isEmpty() ? 0 : (double) shared.size() / asked.size(),
            size == 0 ? 0 : (double) shared.size() / size,
            Math.log(1 + piece.length()) - 4,
            Math.log(1. + rank),
            lead,
            ITEM.matcher(piece).find() ? 1 : 0,
            question.type() == AnswerType.LIST && piece.contains("、") ? 1 : 0,
            (double) i / own.length
          };
    }
    return features;
  }
}
