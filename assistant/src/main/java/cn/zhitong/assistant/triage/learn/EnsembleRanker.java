package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From evidence to probabilities: {@link StackingModel} ranks all classes, {@link ExtraTrees} ranks
 * the first of them again, {@link ConfidenceCalibrator} says how sure the first is.
 *
 * @param trees weight of the trees against the first ranking, 0 to 1
 */
record EnsembleRanker(
    StackingModel stack, ExtraTrees forest, double trees, ConfidenceCalibrator confidence) {

  /**
   * @param outOfBag probabilities of each training row, ranked again by trees that never saw it
   */
  record Trained(EnsembleRanker blend, List<double[]> outOfBag) {}

  /**
   * @param rows evidence of each row, computed out of fold: classes × kinds
   * @param appeals features of each row's appeal itself
   * @param labels class of each row
   * @param groups near-duplicates of each row
   * @param trees weight of the trees against the first ranking
   */
  static Trained train(
      List<float[][]> rows,
      List<float[]> appeals,
      int[] labels,
      List<String> groups,
      double trees) {
    StackingModel stack = StackingModel.train(rows, labels);
    List<double[]> ranked = new ArrayList<>();
    List<CandidateFeatures> candidates = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      double[] p = stack.probabilities(rows.get(i));
      ranked.add(p);
      candidates.add(CandidateFeatures.of(p, rows.get(i), appeals.get(i)));
    }
    ExtraTrees.Trained grown = grow(candidates, labels, groups);
    List<float[]> features = new ArrayList<>();
    List<Boolean> hits = new ArrayList<>();
    List<double[]> again = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < labels.length; i++) {
      int count = candidates.get(i).rows().length;
      float[] said = Arrays.copyOfRange(grown.outOfBag(), at, at + count);
      double[] p = again(ranked.get(i), candidates.get(i), said, trees);
      again.add(p);
      features.add(ConfidenceCalibrator.features(p, most(said), rows.get(i)));
      hits.add(StackingModel.first(p) == labels[i]);
      at += count;
    }
    ConfidenceCalibrator confidence = ConfidenceCalibrator.train(features, hits);
    List<double[]> sure = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      sure.add(confidence.applied(again.get(i), features.get(i)));
    }
    return new Trained(new EnsembleRanker(stack, grown.forest(), trees, confidence), sure);
  }

  private static ExtraTrees.Trained grow(
      List<CandidateFeatures> candidates, int[] labels, List<String> groups) {
    int total = candidates.stream().mapToInt(c -> c.rows().length).sum();
    float[][] rows = new float[total][];
    boolean[] right = new boolean[total];
    int[] appealOf = new int[total];
    int at = 0;
    for (int i = 0; i < labels.length; i++) {
      CandidateFeatures own = candidates.get(i);
      for (int j = 0; j < own.rows().length; j++) {
        rows[at] = own.rows()[j];
        right[at] = own.classOf()[j] == labels[i];
        appealOf[at++] = i;
      }
    }
    return ExtraTrees.train(rows, right, appealOf, groups.toArray(new String[0]));
  }

  /** The candidates share what the first ranking gave them; the others stay behind them. */
  private static double[] again(
      double[] p, CandidateFeatures candidates, float[] said, double trees) {
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
      double byTrees = (said[i] + 1e-4) / sum * (1 - 1e-4 * i);
      double share = trees * byTrees + (1 - trees) * p[candidates.classOf()[i]] / mass;
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
    return result;
  }

  private static float most(float[] said) {
    float most = 0;
    for (float one : said) {
      most = Math.max(most, one);
    }
    return most;
  }

  /**
   * @param appeal features of the appeal itself, as in training
   */
  double[] probabilities(float[][] evidence, float[] appeal) {
    double[] p = stack.probabilities(evidence);
    CandidateFeatures candidates = CandidateFeatures.of(p, evidence, appeal);
    float[] said = new float[candidates.rows().length];
    for (int i = 0; i < said.length; i++) {
      said[i] = forest.probability(candidates.rows()[i]);
    }
    double[] again = again(p, candidates, said, trees);
    return confidence.applied(again, ConfidenceCalibrator.features(again, most(said), evidence));
  }

  double[] weights() {
    return stack.weights();
  }

  void write(DataOutput out) throws IOException {
    stack.write(out);
    forest.write(out);
    out.writeDouble(trees);
    confidence.write(out);
  }

  static EnsembleRanker read(DataInput in) throws IOException {
    return new EnsembleRanker(
        StackingModel.read(in),
        ExtraTrees.read(in),
        in.readDouble(),
        ConfidenceCalibrator.read(in));
  }
}
