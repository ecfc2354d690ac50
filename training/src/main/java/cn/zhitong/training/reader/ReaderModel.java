package cn.zhitong.training.reader;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.ReaderTokens;
import cn.zhitong.common.embedding.TrainedArtefact;
import cn.zhitong.common.embedding.WeightChange;
import cn.zhitong.training.bert.BertEncoder;
import cn.zhitong.training.bert.TokenBatch;
import cn.zhitong.training.bert.TrainedWeights;
import cn.zhitong.training.measure.LogisticRegression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The encoder with its head, as it is trained: a linear function of the first token's state, and of
 * how near the question's tokens come to tokens of the passage (late interaction, as in ColBERT,
 * Khattab and Zaharia 2020). From the latter it starts: from the first token alone there was
 * nothing learned in the first 3,000 pairs.
 */
final class ReaderModel implements AutoCloseable {
  /** A new weight starts from nothing and has fewer steps than it needs at the encoder's rate. */
  private static final float HEAD_RATE = 10;

  private final NDManager manager;
  private final OnnxWeights base;
  private final BertEncoder encoder;
  private final TrainedWeights trained;
  private final NDArray head;
  private final NDArray headBias;

  /** By which the question's tokens are weighed, in several ways [dimensions, ways]. */
  private final NDArray attention;

  /** What a nearness of 1 in each of the ways adds [ways, 1]. */
  private final NDArray nearness;

  private final ReaderOptions options;

  ReaderModel(NDManager parent, OnnxWeights base, ReaderOptions options) {
    this.manager = parent.newSubManager();
    this.base = base;
    this.options = options;
    this.encoder = new BertEncoder(manager, base, options.fast());
    this.trained = new TrainedWeights(manager);
    int dimensions = base.shape("embeddings.LayerNorm.bias").get(0);
    Random random = new Random(options.seed());
    float[] start = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      start[i] = (float) random.nextGaussian() * .001f;
    }
    this.head = manager.create(start, new Shape(dimensions, 1));
    this.headBias = manager.zeros(new Shape(1));
    float[] ways = new float[dimensions * AnswerReader.WAYS];
    for (int i = 0; i < ways.length; i++) {
      ways[i] = (float) random.nextGaussian() * .05f;
    }
    this.attention = manager.create(ways, new Shape(dimensions, AnswerReader.WAYS));
    this.nearness = manager.ones(new Shape(AnswerReader.WAYS, 1)).mul(4f / AnswerReader.WAYS);
    encoder
        .weights()
        .forEach(
            (name, weight) -> {
              if (isTrained(name)) {
                trained.add(name, weight, 1);
              }
            });
    trained.add(AnswerReader.HEAD, head, HEAD_RATE);
    trained.add(AnswerReader.HEAD_BIAS, headBias, HEAD_RATE);
    trained.add(AnswerReader.ATTENTION, attention, HEAD_RATE);
    trained.add(AnswerReader.NEARNESS, nearness, HEAD_RATE);
  }

  /** The upper layers; with all of them also what the second segment is told apart by. */
  private boolean isTrained(String name) {
    if (name.startsWith("encoder.layer.")) {
      int layer = name.charAt("encoder.layer.".length()) - '0';
      return layer >= encoder.layers() - options.layers();
    }
    boolean all = options.layers() == encoder.layers();
    return all
        && (name.startsWith("embeddings.LayerNorm")
            || name.equals("embeddings.token_type_embeddings.weight"));
  }

  /** Goes on from a reader that was trained before, as it was rounded. */
  void start(TrainedArtefact before) {
    before
        .changes()
        .forEach(
            (name, change) -> {
              float[] values = base.values(name);
              change.addTo(values);
              encoder.weights().get(name).set(values);
            });
    head.set(before.vectors().get(AnswerReader.HEAD));
    headBias.set(before.vectors().get(AnswerReader.HEAD_BIAS));
    attention.set(before.vectors().get(AnswerReader.ATTENTION));
    nearness.set(before.vectors().get(AnswerReader.NEARNESS));
  }

  /** Lets the head start from what the nearness of the tokens says by itself. */
  void start(List<Example> sample) {
    float[] values = values(pairs(sample));
    double[][] rows = new double[values.length][1];
    boolean[] right = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      rows[i][0] = values[i];
      right[i] = sample.get(i).answers();
    }
    double[] fitted = LogisticRegression.fit(rows, right).weights();
    head.muli((float) fitted[0]);
    nearness.muli((float) fitted[0]);
    headBias.addi((float) fitted[1]);
  }

  TrainedWeights trained() {
    return trained;
  }

  /**
   * One step on a batch.
   *
   * @return the mean loss before it
   */
  float learn(List<Example> batch, float rate) {
    // The same dropout whether or not the training was stopped in between.
    Engine.getInstance().setRandomSeed((int) (options.seed() * 1_000_003 + trained.steps()));
    float result;
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray values = values(scope, pairs(batch), options.dropout());
      float[] wanted = new float[batch.size()];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = (float) batch.get(i).wanted();
      }
      NDArray loss = crossEntropy(values, scope.create(wanted));
      collector.backward(loss);
      result = loss.getFloat();
    }
    trained.step(rate);
    return result;
  }

  private static NDArray crossEntropy(NDArray values, NDArray wanted) {
    NDArray softened = values.abs().neg().exp().add(1).log();
    return softened.add(values.maximum(0)).sub(values.mul(wanted)).mean();
  }

  /** The head's value of each pair, computed in batches of similar length. */
  float[] values(List<ReaderTokens.Pair> pairs) {
    Integer[] order = new Integer[pairs.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> pairs.get(a).ids().length - pairs.get(b).ids().length);
    float[] values = new float[pairs.size()];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length
          && (to + 1 - from) * pairs.get(order[to]).ids().length <= 2 * options.batchTokens()) {
        to++;
      }
      to = Math.max(to, from + 1);
      List<ReaderTokens.Pair> batch = Arrays.stream(order, from, to).map(pairs::get).toList();
      try (NDManager scope = manager.newSubManager()) {
        float[] computed = values(scope, batch, 0).toFloatArray();
        for (int i = 0; i < computed.length; i++) {
          values[order[from + i]] = computed[i];
        }
      }
      from = to;
    }
    return values;
  }

  private NDArray values(NDManager scope, List<ReaderTokens.Pair> pairs, float dropout) {
    TokenBatch batch = TokenBatch.ofPairs(scope, pairs);
    BertEncoder.States states = encoder.encode(batch, dropout);
    return states
        .first()
        .matMul(head)
        .add(nearness(states.all(), batch).matMul(nearness))
        .add(headBias)
        .squeeze(1);
  }

  /** [rows, ways]: the mean over the question's tokens of the best cosine in the passage. */
  private NDArray nearness(NDArray states, TokenBatch batch) {
    NDArray lengths = states.square().sum(new int[] {2}, true).sqrt();
    NDArray unit = states.div(lengths);
    NDArray cosines = unit.matMul(unit.swapAxes(1, 2)).add(batch.told());
    NDArray best = cosines.max(new int[] {2}, true);
    NDArray weights = unit.matMul(attention).mul(AnswerReader.SHARPNESS).add(batch.asked());
    return weights.softmax(1).mul(best).sum(new int[] {1});
  }

  private static List<ReaderTokens.Pair> pairs(List<Example> examples) {
    return examples.stream().map(Example::pair).toList();
  }

  /** What training has added to the base model's weights, as it ships. */
  Map<String, WeightChange> changes() {
    Map<String, WeightChange> changes = new LinkedHashMap<>();
    trained
        .values()
        .forEach(
            (name, values) -> {
              if (base.names().contains(name) && !Arrays.equals(values, base.values(name))) {
                changes.put(name, change(name, values));
              }
            });
    return changes;
  }

  private WeightChange change(String name, float[] values) {
    float[] change = values.clone();
    float[] before = base.values(name);
    for (int i = 0; i < change.length; i++) {
      change[i] -= before[i];
    }
    List<Integer> shape = base.shape(name);
    boolean small = shape.size() < 2 || shape.get(0) <= 2;
    return small ? new WeightChange.Exact(change) : WeightChange.Rounded.of(change, shape.get(1));
  }

  Map<String, float[]> head() {
    Map<String, float[]> vectors = new HashMap<>();
    vectors.put(AnswerReader.HEAD, head.toFloatArray());
    vectors.put(AnswerReader.HEAD_BIAS, headBias.toFloatArray());
    vectors.put(AnswerReader.ATTENTION, attention.toFloatArray());
    vectors.put(AnswerReader.NEARNESS, nearness.toFloatArray());
    return vectors;
  }

  void save(Path file) throws IOException {
    trained.save(file);
  }

  @Override
  public void close() {
    trained.close();
    encoder.close();
    manager.close();
  }
}
