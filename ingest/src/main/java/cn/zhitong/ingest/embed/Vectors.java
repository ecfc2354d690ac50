package cn.zhitong.ingest.embed;

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

  /** Scales the vector to length 1 in place; one of zeros stays as it is. */
  public static void normalise(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    float scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-24)));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
  }
}
