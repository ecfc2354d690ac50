package cn.zhitong.assistant.triage.learn;

import java.util.List;

/** The places at which each feature stands, with its values there; places rise. */
final class Postings {
  private final int[] start;
  private final int[] place;
  private final float[] value;

  private Postings(int[] start, int[] place, float[] value) {
    this.start = start;
    this.place = place;
    this.value = value;
  }

  /**
   * @param order which text stands at each place, or a negative number for none
   */
  static Postings of(List<Sparse> texts, int[] order, int features) {
    int[] start = new int[features + 1];
    for (int text : order) {
      if (text >= 0) {
        for (int f : texts.get(text).index()) {
          start[f + 1]++;
        }
      }
    }
    for (int f = 0; f < features; f++) {
      start[f + 1] += start[f];
    }
    int[] place = new int[start[features]];
    float[] value = new float[start[features]];
    int[] next = start.clone();
    for (int p = 0; p < order.length; p++) {
      if (order[p] >= 0) {
        Sparse text = texts.get(order[p]);
        for (int i = 0; i < text.index().length; i++) {
          int at = next[text.index()[i]]++;
          place[at] = p;
          value[at] = text.value()[i];
        }
      }
    }
    return new Postings(start, place, value);
  }

  /** Adds a text's products with the texts up to a place. */
  void addProducts(Sparse text, int last, float[] products) {
    for (int i = 0; i < text.index().length; i++) {
      float own = text.value()[i];
      int end = start[text.index()[i] + 1];
      for (int at = start[text.index()[i]]; at < end && place[at] <= last; at++) {
        products[place[at]] += own * value[at];
      }
    }
  }
}
