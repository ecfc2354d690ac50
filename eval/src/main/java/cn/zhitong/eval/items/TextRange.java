package cn.zhitong.eval.items;

/**
 * Part of an item's text.
 *
 * @param start first UTF-16 code unit
 * @param end the code unit after the last
 */
record TextRange(int start, int end) {
  int length() {
    return end - start;
  }

  /** Code units that both have. */
  int shared(TextRange other) {
    return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
  }

  /** Whether both have half of the shorter one. */
  boolean isLike(TextRange other) {
    return shared(other) * 2 >= Math.min(length(), other.length());
  }

  /** Whether the other one has this share of the range, from 0 to 1. */
  boolean isWithin(TextRange other, double share) {
    return shared(other) >= share * length();
  }
}
