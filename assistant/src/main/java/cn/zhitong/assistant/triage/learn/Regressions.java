package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Two {@link Ridge} regressions of the same outputs: one on words, n-grams and vector, whose words
 * can be told, and one by likeness of meaning.
 */
final class Regressions {
  /** λ of the regression by likeness; from .1 to .5 it matters little. */
  private static final float LIKENESS_PENALTY = .3f;

  private final FeatureExtractor reading;
  private final LinearScores linear;
  private final GaussianScores gaussian;

  private Regressions(FeatureExtractor reading, LinearScores linear, GaussianScores gaussian) {
    this.reading = reading;
    this.linear = linear;
    this.gaussian = gaussian;
  }

  /** Each output's score by the one and by the other. */
  record Scores(double[] linear, double[] gaussian) {}

  /**
   * @param whole trained on everything
   * @param linear for each row what the other folds teach
   * @param gaussian the same
   */
  record Trained(Regressions whole, float[][] linear, float[][] gaussian) {
    Scores outOfFold(int row) {
      return new Scores(ArrayIO.doubles(linear[row]), ArrayIO.doubles(gaussian[row]));
    }
  }

  /**
   * @param texts text features of each row
   * @param wanted rows × outputs
   * @param penalty λ of the regression on words
   */
  static Trained train(
      Training.History history,
      FeatureExtractor reading,
      List<Sparse> texts,
      int[] foldOf,
      float[][] wanted,
      float penalty) {
    int[] partOf = Ridge.parts(history.groups());
    List<AppealDocument> documents = history.documents();
    List<float[]> denses = documents.parallelStream().map(reading::dense).toList();
    Kernel words = new LinearKernel(texts, denses, reading.features());
    Ridge.Solved one = Ridge.solve(words, foldOf, partOf, wanted, penalty);
    LinearScores linear =
        LinearScores.of(texts, denses, one.alpha(), one.constants(), reading.features());
    List<float[]> acts = documents.stream().map(reading::ofAppeal).toList();
    Kernel meaning = new GaussianKernel(documents.stream().map(reading::centred).toList(), acts);
    Ridge.Solved other = Ridge.solve(meaning, foldOf, partOf, wanted, LIKENESS_PENALTY);
    GaussianScores gaussian =
        new GaussianScores(other.alpha(), other.constants(), acts.toArray(new float[0][]));
    return new Trained(
        new Regressions(reading, linear, gaussian), one.outOfFold(), other.outOfFold());
  }

  /**
   * @param text text features of the document
   * @param cosines with each row that was learnt from, by {@link Neighbours#cosines}
   */
  Scores of(AppealDocument document, Sparse text, float[] cosines) {
    return new Scores(
        linear.of(text, reading.dense(document)), gaussian.of(cosines, reading.ofAppeal(document)));
  }

  /** How much one text feature speaks for a class, before its value in the text. */
  double weight(int feature, int wanted) {
    return linear.weight(feature, wanted);
  }

  void write(DataOutput out) throws IOException {
    linear.write(out);
    gaussian.write(out);
  }

  static Regressions read(DataInput in, FeatureExtractor reading) throws IOException {
    return new Regressions(reading, LinearScores.read(in), GaussianScores.read(in));
  }
}
