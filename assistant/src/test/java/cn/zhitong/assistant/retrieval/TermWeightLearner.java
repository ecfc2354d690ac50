package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.RankingTraining.Dataset;
import cn.zhitong.assistant.retrieval.RankingTraining.Example;
import cn.zhitong.common.embedding.TermWeightModel;
import cn.zhitong.common.embedding.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Gradient descent with momentum, as {@link QueryAdapterLearner} does it, on the weights of a
 * question's characters: e to the power of a·(h − mean), from a = 0.
 */
final class TermWeightLearner {
  private static final int DIMENSIONS = 512;
  private static final int STEPS = 20;
  private static final int BATCH = 400;
  private static final float RATE = 2;
  private static final float MOMENTUM = .9f;

  private TermWeightLearner() {}

  /**
   * @param use which of a set's examples to learn from
   */
  static TermWeightModel learn(List<Dataset> sets, BiPredicate<Dataset, Integer> use) {
    float[] mean = mean(sets);
    TermWeightModel readout = new TermWeightModel(new float[DIMENSIONS], 0);
    float[] velocity = new float[DIMENSIONS];
    for (int step = 1; step <= STEPS; step++) {
      float[] gradient = new float[DIMENSIONS];
      for (Dataset set : sets) {
        List<Example> batch = QueryAdapterLearner.batch(set, use, step, BATCH);
        TermWeightModel now = readout;
        List<float[]> changes =
            batch.parallelStream().map(example -> change(now, mean, example)).toList();
        for (float[] change : changes) {
          Vectors.scale(change, 1f / batch.size());
          Vectors.add(gradient, change);
        }
      }
      Vectors.scale(velocity, MOMENTUM);
      Vectors.add(velocity, gradient);
      float[] moved = velocity.clone();
      Vectors.scale(moved, -RATE);
      Vectors.add(moved, readout.direction());
      readout = new TermWeightModel(moved, (float) -Vectors.dot(moved, mean));
    }
    return readout;
  }

  /** Of the sets' mean states, so that the larger one does not decide alone. */
  private static float[] mean(List<Dataset> sets) {
    float[] mean = new float[DIMENSIONS];
    for (Dataset set : sets) {
      List<float[]> states = new ArrayList<>();
      set.examples().forEach(example -> states.addAll(List.of(example.shares().states())));
      float[] own = new float[DIMENSIONS];
      states.forEach(state -> Vectors.add(own, state));
      Vectors.scale(own, 1f / states.size() / sets.size());
      Vectors.add(mean, own);
    }
    return mean;
  }

  /** Gradient of one example's loss in the direction. */
  private static float[] change(TermWeightModel readout, float[] mean, Example example) {
    float[] change = new float[DIMENSIONS];
    double[] weights = example.weights(readout);
    double[] pulls = QueryAdapterLearner.pulls(example, example.question(), example.words(readout));
    double[] changes = example.shares().change(weights, pulls);
    for (int c = 0; c < weights.length; c++) {
      float scale = (float) (QueryAdapterLearner.WORDS * changes[c] * weights[c]);
      float[] state = example.shares().states()[c];
      for (int i = 0; i < DIMENSIONS; i++) {
        change[i] += scale * (state[i] - mean[i]);
      }
    }
    return change;
  }
}
