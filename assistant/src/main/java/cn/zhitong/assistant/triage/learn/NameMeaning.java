package cn.zhitong.assistant.triage.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How near an appeal's vector is to those of the departments' names: what 农村经济委员会 does is in the
 * name, for a department without a past case too. Means are taken off both sides first.
 */
final class NameMeaning {
  private static final float STEPS = 508; // as in Neighbours

  private final int dimensions;
  private final float[] mean; // of the appeals
  private final byte[] whole; // classes × dimensions, of the full names
  private final byte[] function; // the same, of what the departments do

  private NameMeaning(int dimensions, float[] mean, byte[] whole, byte[] function) {
    this.dimensions = dimensions;
    this.mean = mean;
    this.whole = whole;
    this.function = function;
  }

  /**
   * @param vectors of the training appeals
   * @param embed unit vectors of texts, in order
   */
  static NameMeaning of(
      List<float[]> vectors, List<String> labels, Function<List<String>, List<float[]>> embed) {
    List<String> texts = new ArrayList<>(labels);
    labels.forEach(label -> texts.add("请" + Jurisdiction.function(label) + "办理的事项"));
    List<float[]> names = embed.apply(texts);
    return new NameMeaning(
        vectors.get(0).length,
        mean(vectors),
        centred(names.subList(0, labels.size())),
        centred(names.subList(labels.size(), texts.size())));
  }

  private static float[] mean(List<float[]> rows) {
    float[] mean = new float[rows.get(0).length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    return mean;
  }

  private static byte[] centred(List<float[]> rows) {
    float[] mean = mean(rows);
    byte[] result = new byte[rows.size() * mean.length];
    for (int r = 0; r < rows.size(); r++) {
      float[] row = centred(rows.get(r), mean);
      for (int i = 0; i < mean.length; i++) {
        result[r * mean.length + i] =
            (byte) Math.max(-127, Math.min(127, Math.round(row[i] * STEPS)));
      }
    }
    return result;
  }

  private static float[] centred(float[] row, float[] mean) {
    float[] result = new float[mean.length];
    double norm = 0;
    for (int i = 0; i < mean.length; i++) {
      result[i] = row[i] - mean[i];
      norm += (double) result[i] * result[i];
    }
    float length = (float) Math.max(1e-9, Math.sqrt(norm));
    for (int i = 0; i < mean.length; i++) {
      result[i] /= length;
    }
    return result;
  }

  /** Writes the cosines into the evidence of each class. */
  void look(Document document, float[][] evidence) {
    float[] vector = centred(document.vector(), mean);
    for (int c = 0; c < evidence.length; c++) {
      evidence[c][Evidence.Kind.NAME_MEANING.ordinal()] = cosine(vector, whole, c);
      evidence[c][Evidence.Kind.FUNCTION_MEANING.ordinal()] = cosine(vector, function, c);
    }
  }

  private float cosine(float[] vector, byte[] names, int label) {
    float sum = 0;
    for (int i = 0, at = label * dimensions; i < dimensions; i++, at++) {
      sum += vector[i] * names[at];
    }
    return sum / STEPS;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(dimensions);
    out.writeInt(whole.length);
    for (float m : mean) {
      out.writeFloat(m);
    }
    out.write(whole);
    out.write(function);
  }

  static NameMeaning read(DataInput in) throws IOException {
    int dimensions = in.readInt();
    int length = in.readInt();
    float[] mean = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      mean[i] = in.readFloat();
    }
    byte[] whole = new byte[length];
    in.readFully(whole);
    byte[] function = new byte[length];
    in.readFully(function);
    return new NameMeaning(dimensions, mean, whole, function);
  }
}
