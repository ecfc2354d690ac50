package cn.zhitong.common.text;

import java.util.Arrays;
import java.util.Optional;
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
    return find(type, code).orElseThrow(() -> new IllegalArgumentException(unknown(type, code)));
  }

  /** The constant of a code, if it is one. */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.code().equals(code))
        .findFirst();
  }

  /** The constant of a code or a label, if it is one. */
  static <E extends Enum<E> & Coded> Optional<E> findNamed(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.code().equals(text) || one.label().equals(text))
        .findFirst();
  }

  private static <E extends Enum<E> & Coded> String unknown(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .map(Coded::code)
        .collect(
            Collectors.joining(
                ", ", "unknown " + type.getSimpleName() + " '" + code + "', expected one of ", ""));
  }
}
