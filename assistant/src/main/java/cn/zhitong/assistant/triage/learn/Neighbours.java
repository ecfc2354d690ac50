package cn.zhitong.assistant.triage.learn;

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
    int dimensions = rows.get(0).length;
    float[] mean = new float[dimensions];
    for (float[] row : rows) {
      for (int i = 0; i < dimensions; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    byte[] vectors = new byte[rows.size() * dimensions];
    for (int r = 0; r < rows.size(); r++) {
      float[] centred = centred(rows.get(r), mean);
      for (int i = 0; i < dimensions; i++) {
        // Components of unit vectors of 512 dimensions seldom exceed .25: four times finer steps.
        vectors[r * dimensions + i] =
            (byte) Math.max(-127, Math.min(127, Math.round(centred[i] * 508)));
      }
    }
    return new Neighbours(dimensions, mean, vectors, labels.clone());
  }

  /** The nearest, best first. */
  public List<Near> nearest(float[] vector, int count) {
    float[] query = centred(vector, mean);
    PriorityQueue<Near> best = new PriorityQueue<>(Comparator.comparingDouble(Near::cosine));
    for (int r = 0; r < labels.length; r++) {
      float sum = 0;
      int at = r * dimensions;
      for (int i = 0; i < dimensions; i++) {
        sum += query[i] * vectors[at + i];
      }
      if (best.size() < count || sum / 508 > best.peek().cosine()) {
        best.add(new Near(r, labels[r], sum / 508));
        if (best.size() > count) {
          best.poll();
        }
      }
    }
    List<Near> result = new ArrayList<>(best);
    result.sort(Comparator.comparingDouble(Near::cosine).reversed());
    return result;
  }

  private static float[] centred(float[] vector, float[] mean) {
    float[] result = new float[vector.length];
    double norm = 0;
    for (int i = 0; i < result.length; i++) {
      result[i] = vector[i] - mean[i];
      norm += (double) result[i] * result[i];
    }
    float length = (float) Math.max(1e-9, Math.sqrt(norm));
    for (int i = 0; i < result.length; i++) {
      result[i] /= length;
    }
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
