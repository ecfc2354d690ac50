package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * From evidence to probabilities: {@link Stack} ranks, {@link Confidence} says how sure the first
 * is.
 */
record Blend(Stack stack, Confidence confidence) {

  /**
   * @param rows evidence of each row, computed out of fold: classes × kinds
   * @param labels class of each row
   */
  static Blend train(List<float[][]> rows, int[] labels) {
    Stack stack = Stack.train(rows, labels);
    List<float[]> features = new ArrayList<>();
    List<Boolean> hits = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      double[] p = stack.probabilities(rows.get(i));
      features.add(Confidence.features(p, rows.get(i)));
      hits.add(Stack.first(p) == labels[i]);
    }
    return new Blend(stack, Confidence.train(features, hits));
  }

  double[] probabilities(float[][] evidence) {
    return confidence.applied(stack.probabilities(evidence), evidence);
  }

  double[] weights() {
    return stack.weights();
  }

  void write(DataOutput out) throws IOException {
    stack.write(out);
    confidence.write(out);
  }

  static Blend read(DataInput in) throws IOException {
    return new Blend(Stack.read(in), Confidence.read(in));
  }
}
