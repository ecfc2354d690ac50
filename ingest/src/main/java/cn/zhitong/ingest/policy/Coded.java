package cn.zhitong.ingest.policy;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A constant that the API and the database carry by its code and people read by its label. */
public interface Coded {
  String code();

  String label();

  /**
   * @throws IllegalArgumentException when no constant has this code; its message names those there
   *     are
   */
  static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(type, code)));
  }

  private static <E extends Enum<E> & Coded> String unknown(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .map(Coded::code)
        .collect(
            Collectors.joining(
                ", ", "unknown " + type.getSimpleName() + " '" + code + "', expected one of ", ""));
  }
}
