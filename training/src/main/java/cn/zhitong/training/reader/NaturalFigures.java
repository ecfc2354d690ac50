package cn.zhitong.training.reader;

import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.training.data.HybridSearch;
import cn.zhitong.training.data.NaturalQuestion;
import cn.zhitong.training.measure.RankingCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the reader parts questions that the policies answer from those that they do not: its
 * largest probability among the first passages that search finds.
 */
final class NaturalFigures {
  private final List<Row> rows = new ArrayList<>();

  /**
   * A question as it was read.
   *
   * @param first whether the passage with the largest probability holds the answer
   * @param firstFound whether the passage that search puts first does
   */
  record Row(
      NaturalQuestion question,
      float[] probabilities,
      double cosine,
      boolean found,
      boolean firstFound,
      boolean first) {
    double largest() {
      double largest = 0;
      for (float probability : probabilities) {
        largest = Math.max(largest, probability);
      }
      return largest;
    }
  }

  void read(NaturalQuestion question, HybridSearch search, AnswerReader reader) {
    List<HybridSearch.Found> found = search.search(question.question(), AnswerReader.MAX_WINDOWS);
    List<AnswerReader.Reading> readings =
        reader.read(question.question(), found.stream().map(f -> f.passage().shown()).toList());
    float[] probabilities = new float[readings.size()];
    int best = 0;
    double cosine = 0;
    boolean any = false;
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = readings.get(i).probability();
      best = probabilities[i] > probabilities[best] ? i : best;
      cosine = Math.max(cosine, found.get(i).cosine());
      any |= question.answeredBy(found.get(i).passage());
    }
    rows.add(
        new Row(
            question,
            probabilities,
            cosine,
            any,
            question.answeredBy(found.get(0).passage()),
            question.answeredBy(found.get(best).passage())));
  }

  List<Row> rows() {
    return rows;
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<Row> answerable = rows.stream().filter(r -> r.question.answerable()).toList();
    List<Row> found = answerable.stream().filter(Row::found).toList();
    figures.put("answerable", answerable.size());
    figures.put("answer among 6", found.size());
    figures.put("answer first, by search", found.stream().filter(Row::firstFound).count());
    figures.put("answer first, by reader", found.stream().filter(Row::first).count());
    Map<String, List<Row>> others = new TreeMap<>();
    for (Row row : rows) {
      if (!row.question.answerable()) {
        others.computeIfAbsent(row.question.style(), s -> new ArrayList<>()).add(row);
        others.computeIfAbsent("all", s -> new ArrayList<>()).add(row);
      }
    }
    others.forEach(
        (style, wrong) -> {
          figures.put("auc against " + style + " " + wrong.size(), area(answerable, wrong, false));
          figures.put("auc against " + style + ", by cosine", area(answerable, wrong, true));
        });
    return figures;
  }

  private static double area(List<Row> right, List<Row> wrong, boolean byCosine) {
    List<Row> all = new ArrayList<>(right);
    all.addAll(wrong);
    double[] values =
        all.stream().mapToDouble(row -> byCosine ? row.cosine : row.largest()).toArray();
    boolean[] isRight = new boolean[values.length];
    Arrays.fill(isRight, 0, right.size(), true);
    return Math.round(RankingCurve.area(values, isRight) * 1000) / 1000.;
  }
}
