package cn.zhitong.assistant.triage.learn;

import java.util.Arrays;

/**
 * The candidates of one appeal as {@link ExtraTrees} sees them: each candidate's evidence, by
 * itself and against the best of the others, and its place in the first ranking.
 *
 * @param classOf the candidates' classes, best first by the first ranking
 * @param rows features of each candidate
 */
record CandidateFeatures(int[] classOf, float[][] rows) {
  /** Beyond the twelfth the right one is found in 12 % of the appeals of 222 departments. */
  private static final int KEPT = 12;

  private static final int BY_PLACE = 4;

  /**
   * @param p probabilities of the first ranking
   * @param evidence classes × kinds
   * @param appeal features of the appeal itself, the same for all its candidates; may be empty
   */
  static CandidateFeatures of(double[] p, float[][] evidence, float[] appeal) {
    int[] classOf = best(p);
    int kinds = evidence[0].length;
    float[] most = new float[kinds];
    Arrays.fill(most, Float.NEGATIVE_INFINITY);
    for (int c : classOf) {
      for (int k = 0; k < kinds; k++) {
        most[k] = Math.max(most[k], evidence[c][k]);
      }
    }
    float[][] rows = new float[classOf.length][];
    double first = Math.log(p[classOf[0]] + 1e-6);
    for (int i = 0; i < rows.length; i++) {
      int c = classOf[i];
      float[] row = new float[2 * kinds + BY_PLACE + appeal.length];
      for (int k = 0; k < kinds; k++) {
        row[k] = evidence[c][k];
        row[kinds + k] = evidence[c][k] - most[k];
      }
      double log = Math.log(p[c] + 1e-6);
      int at = 2 * kinds;
      row[at] = (float) log;
      row[at + 1] = (float) (log - first);
      row[at + 2] = i;
      row[at + 3] = most[ClassFeatures.Kind.NEAREST.ordinal()];
      System.arraycopy(appeal, 0, row, at + BY_PLACE, appeal.length);
      rows[i] = row;
    }
    return new CandidateFeatures(classOf, rows);
  }

  private static int[] best(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, c -> c);
    Arrays.sort(order, (a, b) -> Double.compare(p[b], p[a]));
    return Arrays.stream(order).limit(KEPT).mapToInt(c -> c).toArray();
  }
}
