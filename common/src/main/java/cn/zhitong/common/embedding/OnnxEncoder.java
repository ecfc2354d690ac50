package cn.zhitong.common.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * One ONNX Runtime session with a BERT encoder whose sentence vector is the first token's (CLS),
 * scaled to length 1. Thread-safe: concurrent runs share the session's threads.
 */
final class OnnxEncoder implements AutoCloseable {
  /** What the model was trained with; longer texts are truncated. */
  static final int MAX_TOKENS = 512;

  /** bge-small has four layers. */
  private static final int LAST_LAYER = 3;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  /** Held for reading by who embeds: native memory must not be freed under it. */
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  private boolean closed;

  private OnnxEncoder(
      OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  /**
   * @param model class path resource with the ONNX model
   * @param adapter changes of its weights, null for none
   * @param tokens class path resource with the Hugging Face {@code tokenizer.json}
   * @param threads intra-op threads, the calling one included
   */
  static OnnxEncoder load(String model, TrainedArtefact adapter, String tokens, int threads) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions();
        InputStream tokenStream = resource(tokens)) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // A thread that spins for its next task keeps the other one off a busy processor: beside
      // other work a question then took 118 ms instead of 12 (docs/performance.md).
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      byte[] weights = bytes(model);
      if (adapter != null) {
        adapter.mergeInto(weights);
      }
      byte[] encoder = ClsGraphPruner.of(weights, LAST_LAYER);
      OrtSession session = environment.createSession(encoder, options);
      HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(
              tokenStream,
              Map.of("truncation", "true", "maxLength", "" + MAX_TOKENS, "padding", "false"));
      return new OnnxEncoder(environment, session, tokenizer);
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model " + model + " cannot be loaded", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = OnnxEncoder.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("missing embedding resource " + name);
    }
    return in;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = resource(name)) {
      return in.readAllBytes();
    }
  }

  /** Token ids with [CLS] and [SEP], at most {@link #MAX_TOKENS}. */
  long[] tokenize(String text) {
    return tokens(text).ids();
  }

  /**
   * A text's tokens.
   *
   * @param spans where in the text each comes from, in characters as Unicode counts them; null for
   *     [CLS] and [SEP]
   */
  record Tokens(long[] ids, CharSpan[] spans) {}

  Tokens tokens(String text) {
    return whileOpen(
        () -> {
          Encoding encoding = tokenizer.encode(text);
          return new Tokens(encoding.getIds(), encoding.getCharTokenSpans());
        });
  }

  /** One unit vector a row; rows are padded to the longest, so similar lengths go together. */
  float[][] encode(List<long[]> rows) {
    return whileOpen(() -> run(rows, false)).vectors();
  }

  /**
   * The same, and what the last row's tokens are before the last layer; of a model that does not
   * tell, no tokens.
   */
  Encoded encodeWithStates(List<long[]> rows) {
    return whileOpen(() -> run(rows, true));
  }

  /**
   * @param vectors one a row, of length 1
   * @param states of the last row's tokens, each of length 1; empty where not known
   */
  record Encoded(float[][] vectors, float[][] states) {}

  private Encoded run(List<long[]> rows, boolean withStates) {
    int width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    LongBuffer ids = LongBuffer.allocate(rows.size() * width);
    LongBuffer mask = LongBuffer.allocate(rows.size() * width);
    for (int r = 0; r < rows.size(); r++) {
      ids.put(r * width, rows.get(r));
      for (int i = 0; i < rows.get(r).length; i++) {
        mask.put(r * width + i, 1);
      }
    }
    long[] shape = {rows.size(), width};
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("input_ids", OnnxTensor.createTensor(environment, ids, shape));
      inputs.put("attention_mask", OnnxTensor.createTensor(environment, mask, shape));
      if (session.getInputNames().contains("token_type_ids")) {
        LongBuffer types = LongBuffer.allocate(rows.size() * width);
        inputs.put("token_type_ids", OnnxTensor.createTensor(environment, types, shape));
      }
      List<String> outputs = List.copyOf(session.getOutputNames());
      boolean states = withStates && outputs.size() == 2;
      // Results come in the order in which the set gives the names.
      Set<String> wanted = new LinkedHashSet<>(outputs.subList(0, states ? 2 : 1));
      try (OrtSession.Result result = session.run(inputs, wanted)) {
        float[][] last = states ? lastRow((OnnxTensor) result.get(1), rows) : new float[0][];
        return new Encoded(firstTokens((OnnxTensor) result.get(0)), last);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding model failed on " + rows.size() + " texts", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static float[][] firstTokens(OnnxTensor states) {
    long[] shape = states.getInfo().getShape();
    int rows = (int) shape[0];
    int width = (int) shape[1];
    int dimensions = (int) shape[2];
    FloatBuffer values = states.getFloatBuffer();
    float[][] vectors = new float[rows][dimensions];
    for (int r = 0; r < rows; r++) {
      values.get(r * width * dimensions, vectors[r]);
      Vectors.normalise(vectors[r]);
    }
    return vectors;
  }

  private static float[][] lastRow(OnnxTensor states, List<long[]> rows) {
    long[] shape = states.getInfo().getShape();
    int width = (int) shape[1];
    int dimensions = (int) shape[2];
    int last = rows.size() - 1;
    FloatBuffer values = states.getFloatBuffer();
    float[][] tokens = new float[rows.get(last).length][dimensions];
    for (int t = 0; t < tokens.length; t++) {
      values.get((last * width + t) * dimensions, tokens[t]);
      Vectors.normalise(tokens[t]);
    }
    return tokens;
  }

  private <T> T whileOpen(Supplier<T> work) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the embedding model is closed");
      }
      return work.get();
    } finally {
      open.readLock().unlock();
    }
  }

  /** Waits for what is being embedded. */
  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      tokenizer.close();
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the embedding session cannot be closed", e);
    } finally {
      open.writeLock().unlock();
    }
  }
}
