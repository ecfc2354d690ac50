package cn.zhitong.common.embedding;

import java.util.Map;

/**
 * What the reader makes of the encoder's states: a linear function of the first token's state, and
 * of how near the question's tokens come to tokens of the passage, weighed in several ways.
 */
final class ReaderHead {
  private final float[] weight;
  private final float bias;
  private final float[] attention;
  private final float[] nearness;

  ReaderHead(Map<String, float[]> vectors) {
    weight = vectors.get(AnswerReader.HEAD);
    bias = vectors.get(AnswerReader.HEAD_BIAS)[0];
    attention = vectors.get(AnswerReader.ATTENTION);
    nearness = vectors.get(AnswerReader.NEARNESS);
  }

  /**
   * @param first the first token's state after the last layer
   * @param states all tokens' states before it; scaled to length 1 in place
   */
  float value(ReaderTokens.Pair pair, float[] first, float[][] states) {
    double value = Vectors.dot(weight, first) + bias;
    int ways = nearness.length;
    double[] sums = new double[ways];
    double[] weights = new double[ways];
    for (int i = 0; i < pair.ids().length; i++) {
      Vectors.normalise(states[i]);
    }
    for (int i = 0; i < pair.ids().length; i++) {
      if (!pair.isAsked(i)) {
        continue;
      }
      double best = best(pair, states, i);
      for (int way = 0; way < ways; way++) {
        double weigh = Math.exp(AnswerReader.SHARPNESS * weighed(states[i], way, ways));
        sums[way] += weigh * best;
        weights[way] += weigh;
      }
    }
    for (int way = 0; way < ways; way++) {
      value += weights[way] == 0 ? 0 : nearness[way] * sums[way] / weights[way];
    }
    return (float) value;
  }

  private static double best(ReaderTokens.Pair pair, float[][] states, int asked) {
    double best = -1;
    for (int j = 0; j < pair.ids().length; j++) {
      if (pair.isTold(j)) {
        best = Math.max(best, Vectors.dot(states[asked], states[j]));
      }
    }
    return best;
  }

  private double weighed(float[] state, int way, int ways) {
    double sum = 0;
    for (int d = 0; d < state.length; d++) {
      sum += state[d] * attention[d * ways + way];
    }
    return sum;
  }
}
