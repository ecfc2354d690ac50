package cn.zhitong.ingest.recognise;

import cn.zhitong.ingest.policy.FieldSource;

/**
 * A value and where it was found.
 *
 * @param source as in {@link FieldSource}
 * @param start offset in the stored text, or null
 */
record Evidence<T>(T value, String source, Integer start, Integer end, String note) {
  static final String HEAD = "head";
  static final String BODY = "body";
  static final String SIGNATURE = "signature";
  static final String FILE_NAME = "fileName";
  static final String DERIVED = "derived";

  static <T> Evidence<T> at(T value, String source, int start, int end) {
    return new Evidence<>(value, source, start, end, null);
  }

  static <T> Evidence<T> derived(T value, String note) {
    return new Evidence<>(value, DERIVED, null, null, note);
  }

  <U> Evidence<U> with(U other) {
    return new Evidence<>(other, source, start, end, note);
  }

  FieldSource as(String field) {
    return new FieldSource(field, source, start, end, note);
  }
}
