package cn.zhitong.assistant.question;

import cn.zhitong.assistant.citation.Citation;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.json.StandardJson;
import cn.zhitong.common.text.CharacterNGrams;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How likely a piece is to hold the answer: a logistic model over what it shares with the question
 * ({@link PieceFeature}). {@code ./zhitong train composer} fits the weights; no word of any corpus
 * is in them.
 */
final class SentenceScorer {
  private static final String SHIPPED = "composer.json";

  private static final Pattern ITEM =
      Pattern.compile(
          "^\\s*(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\\d]+[)）]|\\d+[.、．]|[一二三四五六七八九十]+、|第[一二三四五六七八九十百]+[条章])");

  /** Where {@link #features} says how much of the question a piece of the right type holds. */
  static final int FITTING_COVERAGE = PieceFeature.FITTING_COVERAGE.ordinal();

  /** Weights in the order of {@link PieceFeature}, the constant last. */
  static final double[] WEIGHTS = shipped();

  private SentenceScorer() {}

  private static double[] shipped() {
    try (InputStream in = SentenceScorer.class.getResourceAsStream(SHIPPED)) {
      JsonNode json = StandardJson.MAPPER.readTree(in);
      return NamedWeights.of(json.path("weights"), PieceFeature.NAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Log-odds that the piece holds the answer or a part of it. */
  static double logOdds(double[] weights, double[] features) {
    double sum = weights[features.length];
    for (int i = 0; i < features.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /**
   * One row a piece, in the order of {@link PieceFeature}.
   *
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
      double[] row = new double[PieceFeature.values().length];
      row[PieceFeature.COVERAGE.ordinal()] = own[i];
      row[PieceFeature.COVERAGE_OVER_BEST.ordinal()] = own[i] - best;
      row[PieceFeature.COVERAGE_BEFORE.ordinal()] = i > 0 ? own[i - 1] : 0;
      row[PieceFeature.COVERAGE_AFTER.ordinal()] = i + 1 < own.length ? own[i + 1] : 0;
      row[PieceFeature.PASSAGE_COVERAGE.ordinal()] = passage;
      row[PieceFeature.FRAMED_COVERAGE.ordinal()] = framed;
      row[PieceFeature.TYPE_FITS.ordinal()] = fits ? 1 : 0;
      row[PieceFeature.FITTING_COVERAGE.ordinal()] = fits ? own[i] : 0;
      row[PieceFeature.QUESTION_BIGRAMS.ordinal()] = share(shared.size(), asked.size());
      row[PieceFeature.PIECE_BIGRAMS.ordinal()] = share(shared.size(), size);
      row[PieceFeature.LOG_LENGTH.ordinal()] = Math.log(1 + piece.length()) - 4;
      row[PieceFeature.LOG_RANK.ordinal()] = Math.log(1. + rank);
      row[PieceFeature.BEHIND_BEST_SCORE.ordinal()] = lead;
      row[PieceFeature.NUMBERED.ordinal()] = ITEM.matcher(piece).find() ? 1 : 0;
      row[PieceFeature.ENUMERATES.ordinal()] =
          question.type() == AnswerType.LIST && piece.contains("、") ? 1 : 0;
      row[PieceFeature.POSITION.ordinal()] = (double) i / own.length;
      features[i] = row;
    }
    return features;
  }

  private static double share(int part, int all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
