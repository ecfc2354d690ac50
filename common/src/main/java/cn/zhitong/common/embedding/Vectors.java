package cn.zhitong.common.embedding;

import java.util.List;

/** Arithmetic of embeddings; both of a pair have the same number of dimensions. */
public final class Vectors {
  private Vectors() {}

  /** The dot product, which is the cosine where both have length 1. */
  public static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Adds the vector to the sum in place. */
  public static void add(float[] sum, float[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i];
    }
  }

  /** Scales the vector to length 1 in place; one of zeros stays as it is. */
  public static void normalise(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    scale(vector, (float) (1 / Math.sqrt(Math.max(squares, 1e-24))));
  }

  /** The mean of vectors; empty of none. */
  public static float[] mean(List<float[]> vectors) {
    float[] mean = new float[vectors.isEmpty() ? 0 : vectors.get(0).length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  /** The vector less the mean of its kind, as a unit vector; bge's lie in a narrow cone. */
  public static float[] centred(float[] vector, float[] mean) {
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

  /** The largest absolute component of all vectors, and more than 0. */
  public static float largest(float[][] vectors) {
    float largest = 1e-9f;
    for (float[] vector : vectors) {
      for (float value : vector) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  /** Multiplies the vector in place. */
  public static void scale(float[] vector, float factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
