package cn.zhitong.training.encoder;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.WeightChange;
import cn.zhitong.training.bert.BertEncoder;
import cn.zhitong.training.bert.TokenBatch;
import cn.zhitong.training.bert.TrainedWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The encoder with low-rank changes of all its matrices (LoRA, Hu et al. 2021) in training. */
final class EncoderModel implements AutoCloseable {
  private static final float SPREAD = .05f;

  /** A cosine no two texts have: the answer's own passage is not to be told from itself. */
  private static final float NEVER = -1e4f;

  private final NDManager manager;
  private final BertEncoder encoder;
  private final TrainedWeights trained;
  private final Map<String, NDArray> down = new LinkedHashMap<>();
  private final Map<String, NDArray> up = new LinkedHashMap<>();
  private final EncoderOptions options;

  EncoderModel(NDManager parent, OnnxWeights base, EncoderOptions options) {
    this.manager = parent.newSubManager();
    this.options = options;
    this.encoder = new BertEncoder(manager, base, options.fast());
    this.trained = new TrainedWeights(manager);
    Random random = new Random(options.seed());
    for (String name : encoder.weights().keySet()) {
      List<Integer> shape = base.shape(name);
      if (name.startsWith("encoder.") && shape.size() == 2) {
        adapt(name, shape, random);
      }
    }
  }

  private void adapt(String name, List<Integer> shape, Random random) {
    float[] start = new float[shape.get(0) * options.rank()];
    for (int i = 0; i < start.length; i++) {
      start[i] = (float) random.nextGaussian() * SPREAD;
    }
    down.put(name, manager.create(start, new Shape(shape.get(0), options.rank())));
    up.put(name, manager.zeros(new Shape(options.rank(), shape.get(1))));
    encoder.adapt(name, down.get(name), up.get(name));
    trained.add(name + "/down", down.get(name), 1);
    trained.add(name + "/up", up.get(name), 1);
  }

  TrainedWeights trained() {
    return trained;
  }

  /**
   * One step.
   *
   * @param questions tokens of each
   * @param passages tokens; the first are the questions' answers in order
   * @param other [questions][passages], true where a passage may answer though it is not the one
   * @return the mean loss before it
   */
  float learn(List<int[]> questions, List<int[]> passages, boolean[][] other, float rate) {
    Engine.getInstance().setRandomSeed((int) (options.seed() * 1_000_003 + trained.steps()));
    float result;
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray asked = vectors(scope, questions);
      NDArray told = vectors(scope, passages);
      float[] left = new float[questions.size() * passages.size()];
      float[] right = new float[left.length];
      for (int q = 0; q < questions.size(); q++) {
        right[q * passages.size() + q] = 1;
        for (int p = 0; p < passages.size(); p++) {
          left[q * passages.size() + p] = other[q][p] ? NEVER : 0;
        }
      }
      Shape shape = new Shape(questions.size(), passages.size());
      NDArray cosines = asked.matMul(told.transpose()).div(options.temperature());
      NDArray logs = cosines.add(scope.create(left, shape)).logSoftmax(1);
      NDArray loss = logs.mul(scope.create(right, shape)).sum().div(-questions.size());
      collector.backward(loss);
      result = loss.getFloat();
    }
    trained.step(rate);
    return result;
  }

  private NDArray vectors(NDManager scope, List<int[]> rows) {
    NDArray states = encoder.encode(TokenBatch.of(scope, rows), 0).first();
    return states.div(states.square().sum(new int[] {1}, true).sqrt());
  }

  /** Multiplies the changes by the options' scale, once, after training. */
  void scaleChanges() {
    up.values().forEach(matrix -> matrix.muli(options.scale()));
  }

  /** What was learned, as it ships. */
  Map<String, WeightChange> changes() {
    Map<String, WeightChange> changes = new LinkedHashMap<>();
    down.forEach(
        (name, matrix) ->
            changes.put(
                name,
                new WeightChange.LowRank(
                    options.rank(), matrix.toFloatArray(), up.get(name).toFloatArray())));
    return changes;
  }

  /** One vector of length 1 a text, in one batch. */
  List<float[]> embed(List<int[]> rows) {
    try (NDManager scope = manager.newSubManager()) {
      float[] values = vectors(scope, rows).toFloatArray();
      int width = values.length / rows.size();
      List<float[]> vectors = new ArrayList<>();
      for (int row = 0; row < rows.size(); row++) {
        vectors.add(Arrays.copyOfRange(values, row * width, (row + 1) * width));
      }
      return vectors;
    }
  }

  @Override
  public void close() {
    trained.close();
    encoder.close();
    manager.close();
  }
}
