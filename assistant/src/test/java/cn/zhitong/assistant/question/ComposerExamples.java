package cn.zhitong.assistant.question;

import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.eval.metrics.QuoteOverlap;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of the passages found, as rows to learn from; those of held-out documents are left out.
 */
final class ComposerExamples {
  static final double PENALTY = 1;

  /** Squeezed characters up to which a piece is a fragment of any answer. */
  private static final int FRAGMENT = 3;

  /** Squeezed characters from which an answer may be spread over pieces with other words. */
  private static final int LONG_ANSWER = 20;

  private static final double MOST_OF_IT = .8;

  private final List<double[]> rows = new ArrayList<>();
  private final List<Boolean> labels = new ArrayList<>();

  void add(ComposerQuestion asked) {
    List<Hit> hits =
        asked.hits().subList(0, Math.min(ExtractiveComposer.PASSAGES, asked.hits().size()));
    String gold = QuoteOverlap.squeeze(asked.answer());
    for (int rank = 0; rank < hits.size(); rank++) {
      Hit hit = hits.get(rank);
      if (HeldOut.of(hit.externalId()) == HeldOut.TEST) {
        continue;
      }
      boolean right = asked.documents().contains(hit.externalId());
      List<SentenceSpan> pieces = SentenceSpan.of(hit.text());
      double lead = Math.min(3, hits.get(0).score() - hit.score());
      double[][] features = SentenceScorer.features(asked.question(), hit, pieces, rank, lead);
      for (int i = 0; i < pieces.size(); i++) {
        rows.add(features[i]);
        labels.add(right && holds(QuoteOverlap.squeeze(pieces.get(i).in(hit.text())), gold));
      }
    }
  }

  /** Whether the piece has the gold answer, or is a good part of it. */
  private static boolean holds(String piece, String gold) {
    return piece.contains(gold)
        || (piece.length() > FRAGMENT
            && QuoteOverlap.bigramRecall(List.of(gold), piece) > MOST_OF_IT
            && (gold.contains(piece) || gold.length() > LONG_ANSWER));
  }

  int size() {
    return rows.size();
  }

  /** Weights in the order of {@link PieceFeature}, the constant last. */
  double[] fit() {
    return Logistic.fit(rows, labels, PENALTY);
  }
}
