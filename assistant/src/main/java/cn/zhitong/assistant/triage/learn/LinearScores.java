package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores that are sums over sparse text features and dense ones, one an output: each class, and
 * what {@link Ridge} was asked for beside the classes.
 */
final class LinearScores {
  /** Of a regression's weights most are small: with 1/250 a model is twice as large, no better. */
  private static final float KEPT_SHARE = 1f / 60;

  private final int outputs;
  private final int dense;
  private final WeightMatrix text;
  private final float[] denseWeights; // outputs × (dense + 1), the constant last

  private LinearScores(int outputs, int dense, WeightMatrix text, float[] denseWeights) {
    this.outputs = outputs;
    this.dense = dense;
    this.text = text;
    this.denseWeights = denseWeights;
  }

  /**
   * Xᵀα: what rows' multipliers come to feature by feature.
   *
   * @param texts sparse text features of each row
   * @param denses dense features of each row
   * @param alpha multipliers, rows × outputs
   * @param constants added to each output, beside the sum of its multipliers
   * @param features number of text features
   */
  static LinearScores of(
      List<Sparse> texts, List<float[]> denses, float[][] alpha, float[] constants, int features) {
    int dense = denses.get(0).length;
    int outputs = constants.length;
    WeightMatrix.Column[] columns = new WeightMatrix.Column[outputs];
    float[] denseWeights = new float[outputs * (dense + 1)];
    IntStream.range(0, outputs)
        .parallel()
        .forEach(
            o -> {
              float[] weights = new float[features];
              int from = o * (dense + 1);
              denseWeights[from + dense] = constants[o];
              for (int i = 0; i < alpha.length; i++) {
                float a = alpha[i][o];
                texts.get(i).addTo(weights, a);
                float[] own = denses.get(i);
                for (int k = 0; k < dense; k++) {
                  denseWeights[from + k] += a * own[k];
                }
                denseWeights[from + dense] += a;
              }
              columns[o] = WeightMatrix.Column.of(weights, KEPT_SHARE);
            });
    return new LinearScores(outputs, dense, WeightMatrix.of(columns, features), denseWeights);
  }

  double[] of(Sparse texts, float[] denses) {
    double[] scores = new double[outputs];
    text.dot(texts, scores);
    for (int o = 0; o < outputs; o++) {
      int at = o * (dense + 1);
      double sum = denseWeights[at + dense];
      for (int i = 0; i < dense; i++) {
        sum += denseWeights[at + i] * denses[i];
      }
      scores[o] += sum;
    }
    return scores;
  }

  /** How much one text feature speaks for an output, before its value in the text. */
  double weight(int feature, int wanted) {
    return text.get(feature, wanted);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(outputs);
    out.writeInt(dense);
    text.write(out);
    for (float weight : denseWeights) {
      out.writeFloat(weight);
    }
  }

  static LinearScores read(DataInput in) throws IOException {
    int outputs = in.readInt();
    int dense = in.readInt();
    WeightMatrix text = WeightMatrix.read(in);
    float[] denseWeights = new float[outputs * (dense + 1)];
    for (int i = 0; i < denseWeights.length; i++) {
      denseWeights[i] = in.readFloat();
    }
    return new LinearScores(outputs, dense, text, denseWeights);
  }
}
