package cn.zhitong.eval.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Comparison of values of leaves, which are numbers, texts, truth values or lists of them. */
final class LeafValue {
  /** Relative; what is lost where 万元 are computed from 元. */
  private static final double ROUNDING = 1e-9;

  private static final int CODE_DIGITS = 6;

  private LeafValue() {}

  /** Whether it is a number or a list of numbers only. */
  static boolean isNumeric(JsonNode value) {
    return value.isNumber()
        || value.isArray() && !value.isEmpty() && each(value).allMatch(JsonNode::isNumber);
  }

  /** Whether both are the same numbers; one number and a list of one are the same. */
  static boolean areSameNumbers(JsonNode a, JsonNode b) {
    List<JsonNode> some = each(a).toList();
    List<JsonNode> others = each(b).toList();
    return some.size() == others.size()
        && IntStream.range(0, some.size()).allMatch(i -> isSame(some.get(i), others.get(i)));
  }

  private static boolean isSame(JsonNode a, JsonNode b) {
    return a.isNumber()
        && b.isNumber()
        && Math.abs(a.asDouble() - b.asDouble()) <= ROUNDING * Math.max(1, Math.abs(b.asDouble()));
  }

  static boolean areSame(JsonNode a, JsonNode b) {
    boolean none = isNone(a) && isNone(b);
    boolean numbers = a.isArray() == b.isArray() && isNumeric(a) && areSameNumbers(a, b);
    return none || numbers || a.equals(b);
  }

  private static boolean isNone(JsonNode value) {
    return value.isNull() || value.isMissingNode();
  }

  /** Whether both are the same places, in any order; a short code means the place it begins. */
  static boolean areSamePlaces(JsonNode a, JsonNode b) {
    return codes(a).equals(codes(b));
  }

  private static List<String> codes(JsonNode value) {
    return each(value).map(code -> padded(code.asText().strip())).sorted().toList();
  }

  private static String padded(String code) {
    boolean isShort = code.length() < CODE_DIGITS && code.matches("\\d+");
    return isShort ? code + "0".repeat(CODE_DIGITS - code.length()) : code;
  }

  private static Stream<JsonNode> each(JsonNode value) {
    return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
  }
}
