package cn.zhitong.ingest.read.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** One network of PP-OCR: an image tensor in, one tensor out. Safe for concurrent use. */
final class OnnxModel implements AutoCloseable {
  private final OrtSession session;
  private final String input;

  private OnnxModel(OrtSession session) {
    this.session = session;
    this.input = session.getInputNames().iterator().next();
  }

  /**
   * @param resource on the class path
   * @param threads intra-op threads, the calling one included
   */
  static OnnxModel load(String resource, int threads) {
    try (SessionOptions options = new SessionOptions();
        InputStream in = OnnxModel.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing OCR model " + resource);
      }
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      // Every line has another width: an arena would keep the largest of each size for ever.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      return new OnnxModel(
          OrtEnvironment.getEnvironment().createSession(in.readAllBytes(), options));
    } catch (OrtException e) {
      throw new IllegalStateException("the OCR model " + resource + " cannot be loaded", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tensor's values and its shape. */
  record Output(float[] values, long[] shape) {}

  Output run(float[] values, long... shape) {
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      OnnxTensor out = (OnnxTensor) result.get(0);
      FloatBuffer buffer = out.getFloatBuffer();
      float[] read = new float[buffer.remaining()];
      buffer.get(read);
      return new Output(read, out.getInfo().getShape());
    } catch (OrtException e) {
      throw new IllegalStateException("an OCR model failed", e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("an OCR model cannot be closed", e);
    }
  }
}
