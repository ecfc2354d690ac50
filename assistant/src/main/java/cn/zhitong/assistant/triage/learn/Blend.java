package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * From evidence to probabilities: {@link Stack} ranks all classes, {@link Forest} ranks the first
 * of many again, {@link Confidence} says how sure the first is.
 *
 * @param forest null where the first ranking stands
 */
record Blend(Stack stack, Forest forest, Confidence confidence) {

  /**
   * @param outOfBag probabilities of each training row, ranked again by trees that never saw it
   */
  record Trained(Blend blend, List<double[]> outOfBag) {}

  /** A ranking, and what the trees (or, without them, the ranking itself) gave its first. */
  private record Ranked(double[] p, float said) {
    static Ranked of(double[] p) {
      return new Ranked(p, (float) p[Stack.first(p)]);
    }
  }

  /**
   * @param rows evidence of each row, computed out of fold: classes × kinds
   * @param labels class of each row
   * @param groups near-duplicates of each row
   */
  static Trained train(List<float[][]> rows, int[] labels, List<String> groups, Options options) {
    Stack stack = Stack.train(rows, labels, options.stacked());
    List<double[]> first = rows.stream().map(stack::probabilities).toList();
    Forest forest = null;
    List<Ranked> ranked = first.stream().map(Ranked::of).toList();
    if (options.trees()) {
      List<Candidates> candidates = new ArrayList<>();
      for (int i = 0; i < labels.length; i++) {
        candidates.add(Candidates.of(first.get(i), rows.get(i)));
      }
      Forest.Trained grown = grow(candidates, labels, groups);
      forest = grown.forest();
      ranked = again(first, candidates, grown.outOfBag());
    }
    List<float[]> features = new ArrayList<>();
    List<Boolean> hits = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      double[] p = ranked.get(i).p();
      features.add(Confidence.features(p, ranked.get(i).said(), rows.get(i)));
      hits.add(Stack.first(p) == labels[i]);
    }
    Confidence confidence = Confidence.train(features, hits);
    List<double[]> sure = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      sure.add(confidence.applied(ranked.get(i).p(), features.get(i)));
    }
    return new Trained(new Blend(stack, forest, confidence), sure);
  }

  private static Forest.Trained grow(
      List<Candidates> candidates, int[] labels, List<String> groups) {
    int total = candidates.stream().mapToInt(c -> c.rows().length).sum();
    float[][] rows = new float[total][];
    boolean[] right = new boolean[total];
    int[] appealOf = new int[total];
    int at = 0;
    for (int i = 0; i < labels.length; i++) {
      Candidates own = candidates.get(i);
      for (int j = 0; j < own.rows().length; j++) {
        rows[at] = own.rows()[j];
        right[at] = own.classOf()[j] == labels[i];
        appealOf[at++] = i;
      }
    }
    return Forest.train(rows, right, appealOf, groups.toArray(new String[0]));
  }

  /**
   * Each row ranked again by what the trees said of its candidates, one row's after the other's.
   */
  private static List<Ranked> again(
      List<double[]> first, List<Candidates> candidates, float[] said) {
    List<Ranked> ranked = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < first.size(); i++) {
      int end = at + candidates.get(i).rows().length;
      ranked.add(again(first.get(i), candidates.get(i), Arrays.copyOfRange(said, at, end)));
      at = end;
    }
    return ranked;
  }

  /** The candidates share what the first ranking gave them; the others stay behind them. */
  private static Ranked again(double[] p, Candidates candidates, float[] said) {
    double sum = 0;
    double mass = 0;
    for (int i = 0; i < said.length; i++) {
      sum += said[i] + 1e-4;
      mass += p[candidates.classOf()[i]];
    }
    double least = Double.POSITIVE_INFINITY;
    double[] result = p.clone();
    for (int i = 0; i < said.length; i++) {
      // The first ranking decides between candidates of which the trees say the same.
      double share = (said[i] + 1e-4) / sum * (1 - 1e-4 * i);
      result[candidates.classOf()[i]] = mass * share;
      least = Math.min(least, mass * share);
    }
    boolean[] candidate = new boolean[p.length];
    for (int c : candidates.classOf()) {
      candidate[c] = true;
    }
    for (int c = 0; c < p.length; c++) {
      result[c] = candidate[c] ? result[c] : Math.min(result[c], .99 * least);
    }
    return new Ranked(result, most(said));
  }

  private static float most(float[] said) {
    float most = 0;
    for (float one : said) {
      most = Math.max(most, one);
    }
    return most;
  }

  double[] probabilities(float[][] evidence) {
    double[] first = stack.probabilities(evidence);
    Ranked ranked = Ranked.of(first);
    if (forest != null) {
      Candidates candidates = Candidates.of(first, evidence);
      float[] said = new float[candidates.rows().length];
      for (int i = 0; i < said.length; i++) {
        said[i] = forest.probability(candidates.rows()[i]);
      }
      ranked = again(first, candidates, said);
    }
    return confidence.applied(ranked.p(), Confidence.features(ranked.p(), ranked.said(), evidence));
  }

  Map<Evidence.Kind, Double> weights() {
    return stack.weights();
  }

  void write(DataOutput out) throws IOException {
    stack.write(out);
    out.writeBoolean(forest != null);
    if (forest != null) {
      forest.write(out);
    }
    confidence.write(out);
  }

  static Blend read(DataInput in) throws IOException {
    return new Blend(
        Stack.read(in), in.readBoolean() ? Forest.read(in) : null, Confidence.read(in));
  }
}
