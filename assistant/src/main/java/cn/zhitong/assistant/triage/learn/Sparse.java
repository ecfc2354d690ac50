package cn.zhitong.assistant.triage.learn;

/**
 * A sparse vector.
 *
 * @param index feature numbers, rising
 * @param value as many values
 */
record Sparse(int[] index, float[] value) {
  /** Adds a multiple of this to a dense vector. */
  void addTo(float[] dense, float times) {
    for (int i = 0; i < index.length; i++) {
      dense[index[i]] += times * value[i];
    }
  }

  double squaredNorm() {
    double sum = 0;
    for (float v : value) {
      sum += (double) v * v;
    }
    return sum;
  }
}
