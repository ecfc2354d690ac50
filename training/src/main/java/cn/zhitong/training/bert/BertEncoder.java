package cn.zhitong.training.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import cn.zhitong.common.embedding.OnnxWeights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * BERT in PyTorch with the weights of an ONNX file, for training. Like the service's graph it
 * computes in the last layer nothing but the first token's state.
 *
 * <p>Weights are kept in single precision; matrices may be multiplied in bfloat16, which processors
 * with matrix units do about seven times as fast (2,155 to 308 GFLOPS on two cores, measured).
 */
public final class BertEncoder implements AutoCloseable {
  /** What the model was trained with. */
  private static final float NORM_EPSILON = 1e-12f;

  private static final int HEADS = 8;
  private static final String WORDS = "embeddings.word_embeddings.weight";
  private static final String POSITIONS = "embeddings.position_embeddings.weight";
  private static final String TYPES = "embeddings.token_type_embeddings.weight";

  private final NDManager manager;
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final int layers;

  /** Null where matrices are multiplied in single precision. */
  private final Bfloat16Layer fast;

  /** Changes of matrices that are trained in place of these: name → [down, up]. */
  private final Map<String, NDList> adapters = new LinkedHashMap<>();

  /**
   * @param fast multiply in bfloat16
   */
  public BertEncoder(NDManager parent, OnnxWeights source, boolean fast) {
    this.manager = parent.newSubManager();
    this.fast = fast ? new Bfloat16Layer(manager) : null;
    int found = 0;
    for (String name : source.names().stream().sorted().toList()) {
      if (name.startsWith("encoder.layer." + found + ".")) {
        found++;
      }
      if (name.startsWith("encoder.") || name.startsWith("embeddings.")) {
        long[] shape = source.shape(name).stream().mapToLong(i -> i).toArray();
        weights.put(name, manager.create(source.values(name), new Shape(shape)));
      }
    }
    this.layers = found;
  }

  /** The model's own weights, by name; those to be trained are set to require gradients. */
  public Map<String, NDArray> weights() {
    return weights;
  }

  public int layers() {
    return layers;
  }

  /** From now on this matrix is multiplied with the product added. */
  public void adapt(String name, NDArray down, NDArray up) {
    adapters.put(name, new NDList(down, up));
  }

  /**
   * @param dropout share of values left out at random in training, 0 for none
   */
  public States encode(TokenBatch batch, float dropout) {
    NDArray all = embedded(batch, dropout);
    for (int layer = 0; layer < layers - 1; layer++) {
      all = layer("encoder.layer." + layer + ".", all, batch.attention(), false, dropout);
    }
    String last = "encoder.layer." + (layers - 1) + ".";
    return new States(layer(last, all, batch.attention(), true, dropout).squeeze(1), all);
  }

  /**
   * What the encoder makes of texts.
   *
   * @param first the first tokens' states after the last layer [rows, dimensions]
   * @param all all tokens' states before it [rows, width, dimensions]
   */
  public record States(NDArray first, NDArray all) {}

  private NDArray embedded(TokenBatch batch, float dropout) {
    long width = batch.ids().getShape().get(1);
    NDArray words =
        Embedding.embedding(batch.ids(), weights.get(WORDS), SparseFormat.DENSE).singletonOrThrow();
    NDManager scope = batch.ids().getManager();
    NDArray positions = in(scope, weights.get(POSITIONS).get(new NDIndex("0:" + width)));
    NDArray first = in(scope, weights.get(TYPES).get(new NDIndex("0:1")));
    NDArray second = in(scope, weights.get(TYPES).get(new NDIndex("1:2")));
    NDArray types = batch.types().mul(second.sub(first)).add(first);
    return dropped(norm("embeddings.", words.add(types).add(positions)), dropout);
  }

  private NDArray layer(
      String name, NDArray all, NDArray attention, boolean onlyFirst, float dropout) {
    NDArray asking = onlyFirst ? all.get(new NDIndex(":,0:1")) : all;
    if (fast != null) {
      return fast.forward(asking, all, attention, dropout, part -> weight(all, name + part));
    }
    NDArray query = heads(linear(name + "attention.self.query", asking));
    NDArray key = heads(linear(name + "attention.self.key", all));
    NDArray value = heads(linear(name + "attention.self.value", all));
    long size = key.getShape().get(3);
    NDArray scores =
        query.matMul(key.swapAxes(2, 3)).mul((float) (1 / Math.sqrt(size))).add(attention);
    NDArray shares = dropped(scores.softmax(3), dropout);
    NDArray read = shares.matMul(value).swapAxes(1, 2);
    long rows = read.getShape().get(0);
    read = read.reshape(rows, asking.getShape().get(1), HEADS * size);
    NDArray attended = linear(name + "attention.output.dense", read);
    NDArray middle = norm(name + "attention.output.", dropped(attended, dropout).add(asking));
    NDArray inner = Activation.gelu(linear(name + "intermediate.dense", middle));
    NDArray outer = linear(name + "output.dense", inner);
    return norm(name + "output.", dropped(outer, dropout).add(middle));
  }

  /** [rows, width, dimensions] to [rows, heads, width, dimensions of a head]. */
  private static NDArray heads(NDArray x) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), HEADS, shape.get(2) / HEADS).swapAxes(1, 2);
  }

  private NDArray linear(String name, NDArray x) {
    return x.matMul(weight(x, name + ".weight")).add(weight(x, name + ".bias"));
  }

  private NDArray weight(NDArray x, String name) {
    NDList adapter = adapters.get(name);
    NDArray weight = weights.get(name);
    return adapter == null
        ? weight
        : in(x.getManager(), adapter.get(0).matMul(adapter.get(1))).add(weight);
  }

  /**
   * What is made of weights would live as long as they do, and so fill the memory: 50 MB a batch
   * where all matrices are adapted.
   */
  private static NDArray in(NDManager scope, NDArray made) {
    made.attach(scope);
    return made;
  }

  private NDArray norm(String name, NDArray x) {
    Shape last = new Shape(x.getShape().get(2));
    return LayerNorm.layerNorm(
            x,
            last,
            weights.get(name + "LayerNorm.weight"),
            weights.get(name + "LayerNorm.bias"),
            NORM_EPSILON)
        .singletonOrThrow();
  }

  private static NDArray dropped(NDArray x, float share) {
    return share == 0 ? x : Dropout.dropout(x, share, true).singletonOrThrow();
  }

  @Override
  public void close() {
    if (fast != null) {
      fast.close();
    }
    manager.close();
  }
}
