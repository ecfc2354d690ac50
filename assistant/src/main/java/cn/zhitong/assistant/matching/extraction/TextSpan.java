package cn.zhitong.assistant.matching.extraction;

/** A stretch of a text, the end excluded. */
record TextSpan(int start, int end) {
  boolean isEmpty() {
    return end <= start;
  }

  int length() {
    return end - start;
  }

  boolean overlaps(TextSpan other) {
    return start < other.end && other.start < end;
  }

  boolean contains(TextSpan other) {
    return start <= other.start && other.end <= end;
  }
}
