package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One linear SVM a class, over sparse text features followed by dense ones. Margins, not
 * probabilities: {@link Stack} makes those.
 */
final class OneVsRest {
  private final int classes;
  private final int dense;
  private final FeatureTable text;
  private final float[] denseWeights; // classes × (dense + 1), the bias last

  private OneVsRest(int classes, int dense, FeatureTable text, float[] denseWeights) {
    this.classes = classes;
    this.dense = dense;
    this.text = text;
    this.denseWeights = denseWeights;
  }

  /**
   * @param texts sparse text features of each row
   * @param denses dense features of each row
   * @param labels class of each row
   * @param features number of text features
   * @param cost SVM's C
   */
  static OneVsRest train(
      List<Sparse> texts,
      List<float[]> denses,
      int[] labels,
      int classes,
      int features,
      double cost) {
    int dense = denses.get(0).length;
    List<LinearSvm.Row> rows =
        IntStream.range(0, texts.size())
            .mapToObj(i -> LinearSvm.Row.of(texts.get(i), denses.get(i)))
            .toList();
    FeatureTable.Column[] columns = new FeatureTable.Column[classes];
    float[] denseWeights = new float[classes * (dense + 1)];
    IntStream.range(0, classes)
        .parallel()
        .forEach(
            c -> {
              boolean[] positive = new boolean[labels.length];
              for (int i = 0; i < labels.length; i++) {
                positive[i] = labels[i] == c;
              }
              float[] weights = LinearSvm.train(rows, positive, features, cost);
              columns[c] = FeatureTable.Column.of(weights, features);
              System.arraycopy(weights, features, denseWeights, c * (dense + 1), dense + 1);
            });
    return new OneVsRest(classes, dense, FeatureTable.of(columns, features), denseWeights);
  }

  double[] margins(Sparse texts, float[] denses) {
    double[] margins = new double[classes];
    text.dot(texts, margins);
    for (int c = 0; c < classes; c++) {
      int at = c * (dense + 1);
      double sum = denseWeights[at + dense];
      for (int i = 0; i < dense; i++) {
        sum += denseWeights[at + i] * denses[i];
      }
      margins[c] += sum;
    }
    return margins;
  }

  /** How much one text feature speaks for a class, before its value in the text. */
  double weight(int feature, int wanted) {
    return text.get(feature, wanted);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(classes);
    out.writeInt(dense);
    text.write(out);
    for (float weight : denseWeights) {
      out.writeFloat(weight);
    }
  }

  static OneVsRest read(DataInput in) throws IOException {
    int classes = in.readInt();
    int dense = in.readInt();
    FeatureTable text = FeatureTable.read(in);
    float[] denseWeights = new float[classes * (dense + 1)];
    for (int i = 0; i < denseWeights.length; i++) {
      denseWeights[i] = in.readFloat();
    }
    return new OneVsRest(classes, dense, text, denseWeights);
  }
}
