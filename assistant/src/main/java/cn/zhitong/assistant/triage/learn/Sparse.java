package cn.zhitong.assistant.triage.learn;

/**
 * A sparse vector.
 *
 * @param index feature numbers, rising
 * @param value as many values
 */
record Sparse(int[] index, float[] value) {
  double dot(float[] dense) {
    double sum = 0;
    for (int i = 0; i < index.length; i++) {
      sum += (double) value[i] * dense[index[i]];
    }
    return sum;
  }

  double squaredNorm() {
    double sum = 0;
    for (float v : value) {
      sum += (double) v * v;
    }
    return sum;
  }
}
