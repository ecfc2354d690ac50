package cn.zhitong.assistant.question;

import cn.zhitong.assistant.question.CalibrationData.Asked;
import cn.zhitong.assistant.retrieval.Hit;
import cn.zhitong.eval.metrics.QuoteOverlap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits the piece score on what {@link CalibrationData} wrote, and says by five-fold
 * cross-validation what the extractive composer reaches with it: {@code ComposerCalibration DATA}.
 */
final class ComposerCalibration {
  private ComposerCalibration() {}

  record Row(double[] features, boolean label, int fold) {}

  public static void main(String[] args) throws Exception {
    List<Asked> asked = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      Asked one = CalibrationData.JSON.readValue(line, Asked.class);
      if (!one.right().isEmpty() && !one.hits().isEmpty()) {
        asked.add(one);
      }
    }
    List<AnalyzedQuestion> questions =
        asked.stream().map(a -> AnalyzedQuestion.of(a.text())).toList();
    List<Row> rows = rows(asked, questions);
    double[][] folds = new double[5][];
    for (int fold = 0; fold < 5; fold++) {
      folds[fold] = fit(rows, fold);
    }
    double[] all = fit(rows, -1);
    System.out.println("weights " + Arrays.toString(all));
    System.out.println(measure(asked, questions, folds));
  }

  private static List<Row> rows(List<Asked> asked, List<AnalyzedQuestion> questions) {
    List<Row> rows = new ArrayList<>();
    for (int q = 0; q < asked.size(); q++) {
      List<Hit> hits = asked.get(q).hits().subList(0, Math.min(6, asked.get(q).hits().size()));
      String gold = QuoteOverlap.squeeze(asked.get(q).answer());
      for (int rank = 0; rank < hits.size(); rank++) {
        List<SentenceSpan> pieces = SentenceSpan.of(hits.get(rank).text());
        double lead = Math.min(3, hits.get(0).score() - hits.get(rank).score());
        double[][] features =
            SentenceScorer.features(questions.get(q), hits.get(rank), pieces, rank, lead);
        for (int i = 0; i < pieces.size(); i++) {
          boolean right = asked.get(q).right().contains(hits.get(rank).externalId());
          String piece = QuoteOverlap.squeeze(pieces.get(i).in(hits.get(rank).text()));
          rows.add(new Row(features[i], right && holds(piece, gold), q % 5));
        }
      }
    }
    return rows;
  }

  /** Whether the piece has the gold answer, or is a good part of it. */
  private static boolean holds(String piece, String gold) {
    return piece.contains(gold)
        || (piece.length() > 3
            && QuoteOverlap.bigramRecall(List.of(gold), piece) > .8
            && (gold.contains(piece) || gold.length() > 20));
  }

  private static double[] fit(List<Row> rows, int without) {
    List<double[]> features = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (Row row : rows) {
      if (row.fold() != without) {
        features.add(row.features());
        labels.add(row.label());
      }
    }
    return Logistic.fit(features, labels, 1);
  }

  private static String measure(
      List<Asked> asked, List<AnalyzedQuestion> questions, double[][] folds) {
    double whole = 0;
    double bigrams = 0;
    double cited = 0;
    List<Integer> lengths = new ArrayList<>();
    for (int q = 0; q < asked.size(); q++) {
      List<QuoteSpan> windows =
          new ExtractiveComposer(folds[q % 5])
              .windows(
                  questions.get(q),
                  asked.get(q).hits(),
                  List.of(),
                  new ClauseFinder(id -> List.of()));
      List<String> quotes = windows.stream().map(QuoteSpan::text).toList();
      whole += QuoteOverlap.contains(quotes, asked.get(q).answer()) ? 1 : 0;
      bigrams += QuoteOverlap.bigramRecall(quotes, asked.get(q).answer());
      var right = asked.get(q).right();
      cited += windows.stream().anyMatch(w -> right.contains(w.hit().externalId())) ? 1 : 0;
      lengths.add(quotes.stream().mapToInt(String::length).sum());
    }
    lengths.sort(null);
    int n = asked.size();
    return String.format(
        "whole %.3f bigrams %.3f cited %.3f median %d mean %.0f",
        whole / n,
        bigrams / n,
        cited / n,
        lengths.get(n / 2),
        lengths.stream().mapToInt(Integer::intValue).average().orElse(0));
  }
}
