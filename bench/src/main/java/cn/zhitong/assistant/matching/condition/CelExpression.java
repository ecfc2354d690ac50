package cn.zhitong.assistant.matching.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition tree as a CEL expression over the map {@code f}, as one would write it there: CEL has
 * two values, so every node is written twice, once as "is surely so", once as "may be so", with
 * {@code has} where a file may be silent.
 *
 * @param sure true where it is so
 * @param maybe false where it is not so
 */
record CelExpression(String sure, String maybe) {
  private static final CelExpression TRUE = new CelExpression("true", "true");
  private static final CelExpression FALSE = new CelExpression("false", "false");

  /** An outcome's code. */
  static String of(Condition tree) {
    CelExpression node = node(tree, false);
    CelExpression counted = node == null ? TRUE : node;
    return "(%s) ? ((%s) ? 'met' : 'unknown') : 'not_met'".formatted(counted.maybe, counted.sure);
  }

  /** The name of an input in CEL, whose names are ASCII. */
  static String name(LeafInput input) {
    return input
        .name()
        .codePoints()
        .mapToObj(c -> c < 128 ? Character.toString(c) : "u" + Integer.toHexString(c))
        .collect(Collectors.joining());
  }

  private static CelExpression node(Condition node, boolean denied) {
    if (node instanceof ConditionLeaf leaf) {
      return leaf.strength() == Strength.PRIORITY ? null : soft(leaf, denied);
    }
    ConditionGroup group = (ConditionGroup) node;
    boolean below = denied ^ (group.type() == GroupType.NONE);
    List<CelExpression> children =
        group.children().stream().map(one -> node(one, below)).filter(Objects::nonNull).toList();
    if (children.isEmpty() && !group.children().isEmpty()) {
      return null;
    }
    return switch (group.type()) {
      case ALL -> joined(children, " && ", TRUE);
      case ANY -> joined(children, " || ", FALSE);
      case NONE -> joined(children, " || ", FALSE).not();
      case AT_LEAST ->
          new CelExpression(
              atLeast(group.atLeast(), children, CelExpression::sure),
              atLeast(group.atLeast(), children, CelExpression::maybe));
    };
  }

  private static CelExpression joined(List<CelExpression> children, String by, CelExpression none) {
    return children.isEmpty()
        ? none
        : new CelExpression(
            join(children, by, CelExpression::sure), join(children, by, CelExpression::maybe));
  }

  private static String join(
      List<CelExpression> children, String by, Function<CelExpression, String> side) {
    return children.stream()
        .map(one -> "(" + side.apply(one) + ")")
        .collect(Collectors.joining(by));
  }

  private static String atLeast(
      int n, List<CelExpression> children, Function<CelExpression, String> side) {
    String list = children.stream().map(side).collect(Collectors.joining(", ", "[", "]"));
    return list + ".filter(one, one).size() >= " + n;
  }

  private CelExpression not() {
    return new CelExpression("!(" + maybe + ")", "!(" + sure + ")");
  }

  private static CelExpression soft(ConditionLeaf leaf, boolean denied) {
    CelExpression proposition = proposition(leaf);
    if (leaf.strength() != Strength.PRINCIPLE) {
      return proposition;
    }
    return denied
        ? new CelExpression("false", proposition.maybe)
        : new CelExpression(proposition.sure, "true");
  }

  private static CelExpression proposition(ConditionLeaf leaf) {
    List<CelExpression> any = new ArrayList<>();
    for (LeafInput input : LeafInput.of(leaf)) {
      String field = "f." + name(input);
      boolean plain = leaf.isOpen() || input.value() != null;
      any.add(plain ? known(field, field) : comparison(leaf, input, field));
    }
    CelExpression affirmative = joined(any, " || ", FALSE);
    return !leaf.isOpen() && leaf.op().isNegative() ? affirmative.not() : affirmative;
  }

  private static CelExpression known(String field, String holds) {
    return known(field, holds, holds);
  }

  private static CelExpression known(String field, String sure, String maybe) {
    return new CelExpression(
        "has(%s) && (%s)".formatted(field, sure), "!has(%s) || (%s)".formatted(field, maybe));
  }

  private static CelExpression comparison(ConditionLeaf leaf, LeafInput input, String field) {
    return switch (input.kind()) {
      case PLACES -> within(leaf, field, CodeRange::ofPlace);
      case INDUSTRIES -> within(leaf, field, CodeRange::ofIndustry);
      case TEXTS -> {
        List<String> texts = leaf.values().stream().map(one -> one.text().strip()).toList();
        yield known(field, field + ".exists(one, one in " + list(texts) + ")");
      }
      case FLAG -> {
        String flags =
            leaf.values().stream().map(FactValue::text).collect(Collectors.joining(", "));
        yield known(field, field + " in [" + flags + "]");
      }
      case NUMBER, DATE -> known(field, sized(leaf, input.kind(), field));
    };
  }

  private static String sized(ConditionLeaf leaf, LeafInput.Kind kind, String field) {
    List<String> values = leaf.values().stream().map(one -> literal(one, kind)).toList();
    return switch (leaf.op().affirmative()) {
      case LESS, AT_MOST, GREATER, AT_LEAST -> field + " " + leaf.op().code() + " " + values.get(0);
      case BETWEEN -> "%s >= %s && %s <= %s".formatted(field, values.get(0), field, values.get(1));
      case EQUAL -> field + " == " + values.get(0);
      default -> field + " in [" + String.join(", ", values) + "]";
    };
  }

  private static CelExpression within(
      ConditionLeaf leaf, String field, Function<String, CodeRange> range) {
    List<CodeRange> ranges = leaf.values().stream().map(one -> range.apply(one.text())).toList();
    String inside =
        ranges.stream()
            .map(one -> "one.startsWith(" + text(one.prefix()) + ")")
            .collect(Collectors.joining(" || "));
    List<String> coarser = ranges.stream().flatMap(one -> one.coarser().stream()).toList();
    String sure = field + ".exists(one, " + inside + ")";
    return known(
        field,
        sure,
        coarser.isEmpty()
            ? sure
            : field + ".exists(one, " + inside + " || one in " + list(coarser) + ")");
  }

  private static String list(List<String> texts) {
    return texts.stream().map(CelExpression::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Numbers are doubles in both; a day is a text, which orders as days do. */
  private static String literal(FactValue value, LeafInput.Kind kind) {
    return kind == LeafInput.Kind.NUMBER
        ? Double.toString(value.number().orElseThrow().doubleValue())
        : text(value.text());
  }

  private static String text(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
