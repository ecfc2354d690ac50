package cn.zhitong.ingest.extract;

import cn.zhitong.ingest.policy.FieldSource;

/**
 * A value and where it was found.
 *
 * @param source as in {@link FieldSource}
 * @param start offset in the stored text, or null
 */
record Provenance<T>(T value, String source, Integer start, Integer end, String note) {
  static final String HEAD = "head";
  static final String BODY = "body";
  static final String SIGNATURE = "signature";
  static final String FILE_NAME = "fileName";
  static final String DERIVED = "derived";

  static <T> Provenance<T> at(T value, String source, int start, int end) {
    return new Provenance<>(value, source, start, end, null);
  }

  static <T> Provenance<T> derived(T value, String note) {
    return new Provenance<>(value, DERIVED, null, null, note);
  }

  <U> Provenance<U> with(U other) {
    return new Provenance<>(other, source, start, end, note);
  }

  FieldSource as(String field) {
    return new FieldSource(field, source, start, end, note);
  }
}
