package cn.zhitong.assistant.question;

import cn.zhitong.eval.metrics.QuoteOverlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the extractive composer quotes with given weights.
 *
 * @param whole share of the questions whose gold answer stands whole in a quotation
 * @param bigrams mean share of the gold answer's bigrams in the quotations
 * @param cited share of the questions where a document that holds the answer is quoted
 * @param median of the characters quoted
 */
record ComposerFigures(double whole, double bigrams, double cited, int median) {

  static ComposerFigures of(List<ComposerQuestion> questions, double[] weights) {
    ExtractiveComposer composer = new ExtractiveComposer(weights);
    double whole = 0;
    double bigrams = 0;
    double cited = 0;
    List<Integer> lengths = new ArrayList<>();
    for (ComposerQuestion asked : questions) {
      List<QuoteSpan> windows =
          composer.windows(
              asked.question(), asked.hits(), List.of(), new ClauseFinder(asked.clauses()::get));
      List<String> quotes = windows.stream().map(QuoteSpan::text).toList();
      whole += QuoteOverlap.contains(quotes, asked.answer()) ? 1 : 0;
      bigrams += QuoteOverlap.bigramRecall(quotes, asked.answer());
      cited +=
          windows.stream().anyMatch(w -> asked.documents().contains(w.hit().externalId())) ? 1 : 0;
      lengths.add(quotes.stream().mapToInt(String::length).sum());
    }
    lengths.sort(null);
    int n = questions.size();
    return new ComposerFigures(
        rounded(whole / n), rounded(bigrams / n), rounded(cited / n), lengths.get(n / 2));
  }

  /**
   * @param with the weights, for the names
   */
  Map<String, Object> named(String with) {
    Map<String, Object> figures = new TreeMap<>();
    figures.put("gold answer whole, " + with, whole);
    figures.put("its bigrams, " + with, bigrams);
    figures.put("right document quoted, " + with, cited);
    figures.put("characters quoted (median), " + with, median);
    return figures;
  }

  private static double rounded(double value) {
    return Math.round(1e3 * value) / 1e3;
  }
}
