package cn.zhitong.assistant.triage.learn;

import cn.zhitong.common.embedding.Vectors;
import java.util.List;

/**
 * Vectors from which their mean is taken off (bge's lie in a narrow cone), as unit vectors; of many
 * one signed byte a dimension is kept, by which a cosine keeps two digits.
 */
final class CentredVectors {
  /** Components of unit vectors of 512 dimensions seldom exceed .25: four times finer steps. */
  private static final float STEPS = 508;

  private CentredVectors() {}

  /** All rows one behind the other, for {@link #cosine}. */
  static byte[] bytes(List<float[]> rows, float[] mean) {
    byte[] bytes = new byte[rows.size() * mean.length];
    for (int r = 0; r < rows.size(); r++) {
      float[] centred = Vectors.centred(rows.get(r), mean);
      for (int i = 0; i < mean.length; i++) {
        bytes[r * mean.length + i] =
            (byte) Math.max(-127, Math.min(127, Math.round(centred[i] * STEPS)));
      }
    }
    return bytes;
  }

  /**
   * @param centred from {@link Vectors#centred}
   * @param row number of the row among those of {@link #bytes}
   */
  static float cosine(float[] centred, byte[] bytes, int row) {
    // Eight sums, so that the processor need not wait for each addition: four times as fast.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int at = row * centred.length;
    int i = 0;
    for (; i + 8 <= centred.length; i += 8, at += 8) {
      a += centred[i] * bytes[at];
      b += centred[i + 1] * bytes[at + 1];
      c += centred[i + 2] * bytes[at + 2];
      d += centred[i + 3] * bytes[at + 3];
      e += centred[i + 4] * bytes[at + 4];
      f += centred[i + 5] * bytes[at + 5];
      g += centred[i + 6] * bytes[at + 6];
      h += centred[i + 7] * bytes[at + 7];
    }
    for (; i < centred.length; i++, at++) {
      a += centred[i] * bytes[at];
    }
    return (a + b + c + d + e + f + g + h) / STEPS;
  }
}
