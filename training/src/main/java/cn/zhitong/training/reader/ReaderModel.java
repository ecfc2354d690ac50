package cn.zhitong.training.reader;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import cn.zhitong.common.embedding.AnswerReader;
import cn.zhitong.common.embedding.OnnxWeights;
import cn.zhitong.common.embedding.ReaderTokens;
import cn.zhitong.common.embedding.WeightChange;
import cn.zhitong.training.bert.BertEncoder;
import cn.zhitong.training.bert.TokenBatch;
import cn.zhitong.training.bert.TrainedWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The encoder with a linear head on the first token's state, as it is trained. */
final class ReaderModel implements AutoCloseable {
  /** A new weight starts from nothing and has fewer steps than it needs at the encoder's rate. */
  private static final float HEAD_RATE = 10;

  private final NDManager manager;
  private final OnnxWeights base;
  private final BertEncoder encoder;
  private final TrainedWeights trained;
  private final NDArray head;
  private final NDArray headBias;
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
      start[i] = (float) random.nextGaussian() * .02f;
    }
    this.head = manager.create(start, new Shape(dimensions, 1));
    this.headBias = manager.zeros(new Shape(1));
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
        wanted[i] = batch.get(i).answers() ? 1 : 0;
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
      List<ReaderTokens.Pair> batch =
          Arrays.stream(order, from, to).map(pairs::get).toList();
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
    TokenBatch batch =
        TokenBatch.of(
            scope,
            pairs.stream().map(ReaderTokens.Pair::ids).toList(),
            pairs.stream().mapToInt(ReaderTokens.Pair::textFrom).toArray());
    return encoder.firstTokens(batch, dropout).matMul(head).add(headBias).squeeze(1);
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
              if (base.names().contains(name)) {
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
