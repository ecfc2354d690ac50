package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import cn.zhitong.common.embedding.Vectors;
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
        Vectors.mean(vectors),
        bytes(names.subList(0, labels.size())),
        bytes(names.subList(labels.size(), texts.size())));
  }

  private static byte[] bytes(List<float[]> names) {
    return CentredVectors.bytes(names, Vectors.mean(names));
  }

  /** Writes the cosines into the evidence of each class. */
  void look(AppealDocument document, float[][] evidence) {
    float[] vector = Vectors.centred(document.vector(), mean);
    for (int c = 0; c < evidence.length; c++) {
      evidence[c][ClassFeatures.Kind.NAME_MEANING.ordinal()] =
          CentredVectors.cosine(vector, whole, c);
      evidence[c][ClassFeatures.Kind.FUNCTION_MEANING.ordinal()] =
          CentredVectors.cosine(vector, function, c);
    }
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
