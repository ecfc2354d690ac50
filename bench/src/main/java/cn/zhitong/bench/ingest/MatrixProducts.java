package cn.zhitong.bench.ingest;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The matrix products of the encoder's layers and nothing else: an ONNX model, written here byte by
 * byte, of four times the weights' shapes in a row (query, key, value, output, up, down). What it
 * reaches is what this machine's ONNX Runtime can multiply in these shapes; attention, softmax,
 * layer norm and GELU are what the encoder has beside.
 */
final class MatrixProducts implements AutoCloseable {
  static final int LAYERS = 4;
  static final int HIDDEN = 512;
  private static final int INNER = 2048;
  private static final int[][] SHAPES = {
    {HIDDEN, HIDDEN},
    {HIDDEN, HIDDEN},
    {HIDDEN, HIDDEN},
    {HIDDEN, HIDDEN},
    {HIDDEN, INNER},
    {INNER, HIDDEN}
  };

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  MatrixProducts(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    session = environment.createSession(model(), options);
  }

  /** Multiplications and additions for one token: 2 a weight. */
  static double flopsOfProducts() {
    double weights = 0;
    for (int[] shape : SHAPES) {
      weights += (double) shape[0] * shape[1];
    }
    return 2 * weights * LAYERS;
  }

  /**
   * The encoder's for a text: its weights' products, and attention's two products of every token
   * with every other.
   */
  static double flopsOfEncoder(int tokens) {
    return tokens * flopsOfProducts() + LAYERS * 4.0 * HIDDEN * tokens * tokens;
  }

  /** Runs the products over so many tokens; returns GFLOP a second, the best of the rounds. */
  double best(int tokens, int rounds) throws OrtException {
    float[] values = new float[tokens * HIDDEN];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble() - .5f;
    }
    double best = 0;
    long[] shape = {tokens, HIDDEN};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape)) {
      for (int round = 0; round < rounds; round++) {
        long begin = System.nanoTime();
        session.run(Map.of("x", input)).close();
        double seconds = (System.nanoTime() - begin) / 1e9;
        best = Math.max(best, tokens * flopsOfProducts() / seconds / 1e9);
      }
    }
    return best;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  private static byte[] model() {
    Message graph = new Message();
    SplittableRandom random = new SplittableRandom(2);
    String from = "x";
    for (int layer = 0; layer < LAYERS; layer++) {
      for (int i = 0; i < SHAPES.length; i++) {
        String weights = "w" + layer + "_" + i;
        String to = layer == LAYERS - 1 && i == SHAPES.length - 1 ? "y" : "h" + layer + "_" + i;
        graph.field(1, new Message().text(1, from).text(1, weights).text(2, to).text(4, "MatMul"));
        graph.field(5, tensor(weights, SHAPES[i], random));
        from = to;
      }
    }
    graph.text(2, "products").field(11, value("x")).field(12, value("y"));
    return new Message()
        .number(1, 8)
        .field(8, new Message().text(1, "").number(2, 13))
        .field(7, graph)
        .bytes();
  }

  private static Message tensor(String name, int[] shape, SplittableRandom random) {
    ByteBuffer raw =
        ByteBuffer.allocate(shape[0] * shape[1] * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (raw.hasRemaining()) {
      raw.putFloat((float) (random.nextDouble() - .5) / 16);
    }
    return new Message()
        .number(1, shape[0])
        .number(1, shape[1])
        .number(2, 1)
        .text(8, name)
        .raw(9, raw.array());
  }

  private static Message value(String name) {
    Message dimensions =
        new Message()
            .field(1, new Message().text(2, "tokens"))
            .field(1, new Message().number(1, HIDDEN));
    Message tensor = new Message().number(1, 1).field(2, dimensions);
    return new Message().text(1, name).field(2, new Message().field(1, tensor));
  }

  /** Protocol Buffers' wire format, as far as a model needs it. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      variable(field << 3);
      variable(value);
      return this;
    }

    Message raw(int field, byte[] bytes) {
      variable(field << 3 | 2);
      variable(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    Message text(int field, String text) {
      return raw(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message field(int field, Message message) {
      return raw(field, message.bytes());
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void variable(long value) {
      long rest = value;
      while (rest >= 0x80) {
        out.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
