package cn.zhitong.assistant.retrieval;

import cn.zhitong.common.embedding.ModelWeights;
import cn.zhitong.common.embedding.Vectors;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A learned correction of question vectors, q + qW scaled to length 1: turns a lay question a
 * little towards the official text that answers it, while the stored vectors stay as they are. W
 * was trained by {@code ./zhitong train ranking}; it holds numbers only, one short each times a
 * scale.
 */
final class QueryAdapter {
  private static final String RESOURCE = "query-map.bin";

  private final float[][] weights;

  QueryAdapter(float[][] weights) {
    this.weights = weights;
  }

  /** The map for this model, or one that changes nothing where none was trained for it. */
  static QueryAdapter forModel(String modelId) {
    return new QueryAdapter(
        ModelWeights.read(QueryAdapter.class, RESOURCE, modelId, QueryAdapter::read).orElse(null));
  }

  private static float[][] read(DataInputStream data) throws IOException {
    int dimensions = data.readInt();
    float scale = data.readFloat();
    byte[] bytes = data.readNBytes(dimensions * dimensions * 2);
    float[][] weights = new float[dimensions][dimensions];
    for (int i = 0; i < dimensions * dimensions; i++) {
      short value = (short) ((bytes[2 * i] << 8) | (bytes[2 * i + 1] & 0xFF));
      weights[i / dimensions][i % dimensions] = value * scale;
    }
    return weights;
  }

  void write(String modelId, OutputStream out) throws IOException {
    float scale = Vectors.largest(weights) / Short.MAX_VALUE;
    DataOutputStream data = new DataOutputStream(out);
    data.writeUTF(modelId);
    data.writeInt(weights.length);
    data.writeFloat(scale);
    for (float[] row : weights) {
      for (float value : row) {
        data.writeShort(Math.round(value / scale));
      }
    }
    data.flush();
  }

  float[] apply(float[] question) {
    if (weights == null) {
      return question;
    }
    float[] mapped = question.clone();
    for (int i = 0; i < question.length; i++) {
      float[] row = weights[i];
      float value = question[i];
      for (int j = 0; j < mapped.length; j++) {
        mapped[j] += value * row[j];
      }
    }
    Vectors.normalise(mapped);
    return mapped;
  }
}
