package cn.zhitong.assistant.question;

import java.util.Arrays;
import java.util.List;

/** What {@link SentenceScorer} knows of a piece, in the order of the values. */
enum PieceFeature {
  /** Share of the question's weighted terms that the piece holds. */
  COVERAGE("coverage"),
  /** The same less the highest of the passage's pieces; at most 0. */
  COVERAGE_OVER_BEST("coverageOverBest"),
  /** Coverage by the piece before; 0 at the beginning. */
  COVERAGE_BEFORE("coverageBefore"),
  /** Coverage by the piece after; 0 at the end. */
  COVERAGE_AFTER("coverageAfter"),
  /** Coverage by the whole passage. */
  PASSAGE_COVERAGE("passageCoverage"),
  /** Coverage by the passage with its policy's title and headings. */
  FRAMED_COVERAGE("framedCoverage"),
  /** 1 where the piece holds the kind of thing asked for, never for a list. */
  TYPE_FITS("typeFits"),
  /** Coverage where it does, else 0. */
  FITTING_COVERAGE("fittingCoverage"),
  /** Share of the question's bigrams that the piece holds. */
  QUESTION_BIGRAMS("questionBigrams"),
  /** Share of the piece's bigrams that the question holds. */
  PIECE_BIGRAMS("pieceBigrams"),
  /** Logarithm of one and the piece's characters, less 4. */
  LOG_LENGTH("logLength"),
  /** Logarithm of one and the hit's rank. */
  LOG_RANK("logRank"),
  /** How far the hit's score is behind the best one's, at most 3. */
  BEHIND_BEST_SCORE("behindBestScore"),
  /** 1 where the piece begins with a number, as an item or an article does. */
  NUMBERED("numbered"),
  /** 1 where a list is asked for and the piece enumerates with 、. */
  ENUMERATES("enumerates"),
  /** Pieces of the passage before this one, as a share of all. */
  POSITION("position");

  static final List<String> NAMES = Arrays.stream(values()).map(f -> f.label).toList();

  private final String label;

  PieceFeature(String label) {
    this.label = label;
  }
}
