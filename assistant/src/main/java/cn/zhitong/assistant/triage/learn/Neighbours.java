package cn.zhitong.assistant.triage.learn;

import cn.zhitong.common.embedding.Vectors;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Similar past cases by the cosine of their vectors, from which the mean of all is taken off first
 * (bge's vectors lie in a narrow cone). One signed byte a dimension: a cosine keeps two digits.
 */
public final class Neighbours {
  private final int dimensions;
  private final float[] mean;
  private final byte[] vectors;
  private final int[] labels;

  private Neighbours(int dimensions, float[] mean, byte[] vectors, int[] labels) {
    this.dimensions = dimensions;
    this.mean = mean;
    this.vectors = vectors;
    this.labels = labels;
  }

  /**
   * @param row number of the past case in the training history
   * @param cosine of the centred vectors
   */
  public record Near(int row, int label, double cosine) {}

  static Neighbours of(List<float[]> rows, int[] labels) {
    float[] mean = Vectors.mean(rows);
    return new Neighbours(mean.length, mean, CentredVectors.bytes(rows, mean), labels.clone());
  }

  /** Cosine with each past case, of vectors from which the mean is taken off. */
  float[] cosines(float[] vector) {
    float[] query = Vectors.centred(vector, mean);
    float[] cosines = new float[labels.length];
    for (int r = 0; r < cosines.length; r++) {
      cosines[r] = CentredVectors.cosine(query, vectors, r);
    }
    return cosines;
  }

  /** The nearest, best first. */
  public List<Near> nearest(float[] vector, int count) {
    return best(cosines(vector), count);
  }

  /**
   * @param cosines from {@link #cosines}
   */
  List<Near> best(float[] cosines, int count) {
    PriorityQueue<Near> kept = new PriorityQueue<>(Comparator.comparingDouble(Near::cosine));
    for (int r = 0; r < cosines.length; r++) {
      if (kept.size() < count || cosines[r] > kept.peek().cosine()) {
        kept.add(new Near(r, labels[r], cosines[r]));
        if (kept.size() > count) {
          kept.poll();
        }
      }
    }
    List<Near> result = new ArrayList<>(kept);
    result.sort(Comparator.comparingDouble(Near::cosine).reversed());
    return result;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(labels.length);
    out.writeInt(dimensions);
    for (float m : mean) {
      out.writeFloat(m);
    }
    for (int label : labels) {
      out.writeShort(label);
    }
    out.write(vectors);
  }

  static Neighbours read(DataInput in) throws IOException {
    int[] labels = new int[in.readInt()];
    int dimensions = in.readInt();
    float[] mean = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      mean[i] = in.readFloat();
    }
    for (int i = 0; i < labels.length; i++) {
      labels[i] = in.readShort();
    }
    byte[] vectors = new byte[labels.length * dimensions];
    in.readFully(vectors);
    return new Neighbours(dimensions, mean, vectors, labels);
  }
}
