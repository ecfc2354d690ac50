package cn.zhitong.training.reader;

import cn.zhitong.common.artefact.HeldOut;
import cn.zhitong.training.measure.LogisticRegression;
import java.util.List;

/** Whether a passage answers, from words alone: fitted on the same examples as the reader. */
final class WordsBaseline {
  private WordsBaseline() {}

  /** The probabilities of the tested examples. */
  static double[] of(WordFeatures words, List<Example> examples, List<Example> tested) {
    List<Example> fitted = examples.stream().filter(e -> e.part() != HeldOut.TEST).toList();
    boolean[] right = new boolean[fitted.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = fitted.get(i).answers();
    }
    LogisticRegression regression = LogisticRegression.fit(rows(words, fitted), right);
    double[][] rows = rows(words, tested);
    double[] probabilities = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      probabilities[i] = regression.probability(rows[i]);
    }
    return probabilities;
  }

  private static double[][] rows(WordFeatures words, List<Example> examples) {
    return examples.stream().map(e -> words.of(e.text(), e.passage())).toArray(double[][]::new);
  }
}
