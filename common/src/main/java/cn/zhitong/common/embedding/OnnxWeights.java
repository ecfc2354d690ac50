package cn.zhitong.common.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The weights of an ONNX file by the names that they have in PyTorch. The exporter keeps the names
 * of biases and norms but calls matrices {@code onnx::MatMul_541}; such a one is found by the node
 * that multiplies with it. Matrices lie as [in, out].
 *
 * <p>Reads no more of the protocol buffer (onnx.proto) than these fields need. Replaced weights
 * have the same size, so they are written where the old ones lie.
 */
public final class OnnxWeights {
  private static final int GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int NODE_INPUT = 1;
  private static final int NODE_NAME = 3;
  private static final int TENSOR_DIMENSION = 1;
  private static final int TENSOR_NAME = 8;
  private static final int TENSOR_RAW_DATA = 9;
  private static final int VARINT = 0;
  private static final int BYTES = 2;

  private final byte[] model;
  private final Map<String, Tensor> tensors = new HashMap<>();

  /** Where a tensor's floats lie in the file. */
  private record Tensor(List<Integer> shape, int from, int to) {}

  /** A field of a message: its content's first and last byte, or its number. */
  private record Field(int number, int from, int to, long value) {}

  private OnnxWeights(byte[] model) {
    this.model = model;
    Map<String, Tensor> initializers = new HashMap<>();
    Map<String, String> multipliedBy = new HashMap<>();
    for (Field graph : fields(0, model.length, GRAPH)) {
      fields(graph.from, graph.to, GRAPH_INITIALIZER).forEach(f -> readTensor(f, initializers));
      fields(graph.from, graph.to, GRAPH_NODE).forEach(f -> readNode(f, multipliedBy));
    }
    tensors.putAll(initializers);
    multipliedBy.forEach(
        (weight, initializer) -> {
          if (initializers.containsKey(initializer)) {
            tensors.put(weight, initializers.get(initializer));
            tensors.remove(initializer);
          }
        });
  }

  /**
   * @param model the file's bytes; not copied
   * @throws IllegalArgumentException where they are no protocol buffer
   */
  public static OnnxWeights of(byte[] model) {
    return new OnnxWeights(model);
  }

  public Set<String> names() {
    return Set.copyOf(tensors.keySet());
  }

  /** Rows and columns; a bias has one dimension. */
  public List<Integer> shape(String name) {
    return tensor(name).shape;
  }

  /** A copy of the floats, row by row. */
  public float[] values(String name) {
    Tensor tensor = tensor(name);
    float[] values = new float[(tensor.to - tensor.from) / Float.BYTES];
    floats(model, tensor).asFloatBuffer().get(values);
    return values;
  }

  /** Writes these weights over the old ones in the bytes that were given. */
  public void replace(Map<String, float[]> replaced) {
    replaced.forEach(
        (name, values) -> {
          Tensor tensor = tensor(name);
          if (values.length * Float.BYTES != tensor.to - tensor.from) {
            throw new IllegalArgumentException(name + " has another size in the model");
          }
          floats(model, tensor).asFloatBuffer().put(values);
        });
  }

  private static ByteBuffer floats(byte[] bytes, Tensor tensor) {
    return ByteBuffer.wrap(bytes, tensor.from, tensor.to - tensor.from)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("the model has no weight " + name);
    }
    return tensor;
  }

  private void readTensor(Field field, Map<String, Tensor> found) {
    List<Integer> shape = new ArrayList<>();
    String name = null;
    Field data = null;
    for (Field part : fields(field.from, field.to)) {
      switch (part.number) {
        case TENSOR_DIMENSION -> shape.add((int) part.value);
        case TENSOR_NAME -> name = text(part);
        case TENSOR_RAW_DATA -> data = part;
        default -> {}
      }
    }
    if (name != null && data != null) {
      found.put(name, new Tensor(List.copyOf(shape), data.from, data.to));
    }
  }

  /**
   * {@code /encoder/layer.0/output/dense/MatMul} uses {@code encoder.layer.0.output.dense.weight}.
   */
  private void readNode(Field field, Map<String, String> found) {
    String name = null;
    List<String> inputs = new ArrayList<>();
    for (Field part : fields(field.from, field.to)) {
      switch (part.number) {
        case NODE_INPUT -> inputs.add(text(part));
        case NODE_NAME -> name = text(part);
        default -> {}
      }
    }
    if (name != null && name.endsWith("/MatMul") && inputs.size() == 2) {
      String module = name.substring(1, name.length() - "/MatMul".length());
      found.put(module.replace('/', '.') + ".weight", inputs.get(1));
    }
  }

  private List<Field> fields(int from, int to, int number) {
    return fields(from, to).stream().filter(field -> field.number == number).toList();
  }

  private List<Field> fields(int from, int to) {
    List<Field> fields = new ArrayList<>();
    int[] at = {from};
    while (at[0] < to) {
      long tag = varint(at);
      long value = 0;
      int content = at[0];
      switch ((int) (tag & 7)) {
        case VARINT -> value = varint(at);
        case 1 -> at[0] += Long.BYTES;
        case BYTES -> {
          int length = (int) varint(at);
          content = at[0];
          at[0] += length;
        }
        case 5 -> at[0] += Integer.BYTES;
        default -> throw new IllegalArgumentException("the model is no protocol buffer");
      }
      fields.add(new Field((int) (tag >>> 3), content, at[0], value));
    }
    return fields;
  }

  private long varint(int[] at) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = model[at[0]++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private String text(Field field) {
    return new String(model, field.from, field.to - field.from, StandardCharsets.UTF_8);
  }
}
