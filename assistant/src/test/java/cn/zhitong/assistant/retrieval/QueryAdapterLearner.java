package cn.zhitong.assistant.retrieval;

import cn.zhitong.assistant.retrieval.RankingTraining.Dataset;
import cn.zhitong.assistant.retrieval.RankingTraining.Example;
import cn.zhitong.common.embedding.Vectors;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gradient descent with momentum on the probability that a softmax over a question's candidates
 * gives to the right ones. What words already say stands in the softmax, so that W learns what they
 * miss. Few small steps from W = 0: more fit the questions and lose on others.
 */
final class QueryAdapterLearner {
  private static final int DIMENSIONS = 512;
  private static final int STEPS = 30;
  private static final int BATCH = 500;
  private static final float RATE = .01f;
  private static final float MOMENTUM = .9f;
  private static final double DENSE = 20;
  static final double WORDS = 18;

  private QueryAdapterLearner() {}

  /**
   * @param use which of a set's examples to learn from
   */
  static float[][] learn(List<Dataset> sets, BiPredicate<Dataset, Integer> use) {
    float[][] weights = new float[DIMENSIONS][DIMENSIONS];
    float[][] velocity = new float[DIMENSIONS][DIMENSIONS];
    for (int step = 1; step <= STEPS; step++) {
      float[][] gradient = new float[DIMENSIONS][DIMENSIONS];
      for (Dataset set : sets) {
        addGradient(gradient, weights, batch(set, use, step, BATCH));
      }
      for (int i = 0; i < DIMENSIONS; i++) {
        for (int j = 0; j < DIMENSIONS; j++) {
          velocity[i][j] = MOMENTUM * velocity[i][j] + gradient[i][j];
          weights[i][j] -= RATE * velocity[i][j];
        }
      }
    }
    return weights;
  }

  /** The same number of examples of every set, so that the larger one does not decide alone. */
  static List<Example> batch(Dataset set, BiPredicate<Dataset, Integer> use, int step, int most) {
    List<Integer> usable =
        IntStream.range(0, set.examples().size())
            .filter(i -> use.test(set, i))
            .boxed()
            .collect(Collectors.toList());
    Collections.shuffle(usable, new Random(step));
    return usable.stream().limit(most).map(set.examples()::get).toList();
  }

  private static void addGradient(float[][] sum, float[][] weights, List<Example> batch) {
    QueryAdapter map = new QueryAdapter(weights);
    float[][] changes =
        batch.parallelStream()
            .map(example -> change(map, weights, example, batch.size()))
            .toArray(float[][]::new);
    IntStream.range(0, DIMENSIONS)
        .parallel()
        .forEach(
            i -> {
              for (int e = 0; e < changes.length; e++) {
                float value = batch.get(e).question()[i];
                for (int j = 0; j < DIMENSIONS; j++) {
                  sum[i][j] += value * changes[e][j];
                }
              }
            });
  }

  /** Gradient of one example's loss in the mapped, not yet scaled, question. */
  private static float[] change(
      QueryAdapter map, float[][] weights, Example example, int examples) {
    float[] unit = map.apply(example.question());
    double[] pulls = pulls(example, unit, example.words());
    float[] change = new float[DIMENSIONS];
    for (int i = 0; i < pulls.length; i++) {
      float scale = (float) (pulls[i] * DENSE / examples);
      for (int j = 0; j < DIMENSIONS; j++) {
        change[j] += scale * example.vectors()[i][j];
      }
    }
    float along = (float) Vectors.dot(change, unit);
    float length = (float) length(weights, example.question());
    for (int j = 0; j < DIMENSIONS; j++) {
      change[j] = (change[j] - along * unit[j]) / length;
    }
    return change;
  }

  /**
   * How the loss changes with each candidate's score: its share of the softmax, less, for a right
   * one, its share among the right ones. All 0 where no candidate is right.
   */
  static double[] pulls(Example example, float[] question, double[] words) {
    int n = words.length;
    double[] shares = new double[n];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      shares[i] = DENSE * Vectors.dot(question, example.vectors()[i]) + WORDS * words[i];
      largest = Math.max(largest, shares[i]);
    }
    double all = 0;
    double right = 0;
    for (int i = 0; i < n; i++) {
      shares[i] = Math.exp(shares[i] - largest);
      all += shares[i];
      right += example.right()[i] ? shares[i] : 0;
    }
    double[] pulls = new double[n];
    if (right > 0) {
      for (int i = 0; i < n; i++) {
        pulls[i] = shares[i] / all - (example.right()[i] ? shares[i] / right : 0);
      }
    }
    return pulls;
  }

  private static double length(float[][] weights, float[] question) {
    float[] mapped = question.clone();
    for (int i = 0; i < DIMENSIONS; i++) {
      for (int j = 0; j < DIMENSIONS; j++) {
        mapped[j] += question[i] * weights[i][j];
      }
    }
    return Math.sqrt(Vectors.dot(mapped, mapped));
  }
}
