package cn.zhitong.assistant.matching.item;

import cn.zhitong.assistant.matching.condition.CodeRange;
import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.LeafInput;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition tree in FEEL: true, false, or null where it is not known. {@code and}, {@code or},
 * {@code not} and the orderings keep null by themselves; equality and {@code list contains} take it
 * for a value that differs, and {@code some} for false, so these are guarded.
 */
final class FeelExpression {
  private FeelExpression() {}

  static String of(Condition tree) {
    String text = of(tree, false);
    return text == null ? "true" : text;
  }

  /** Null for what does not count. */
  private static String of(Condition node, boolean denied) {
    if (node instanceof ConditionLeaf leaf) {
      return leaf.strength() == Strength.PRIORITY ? null : soft(leaf, proposition(leaf), denied);
    }
    ConditionGroup group = (ConditionGroup) node;
    boolean below = denied ^ (group.type() == GroupType.NONE);
    List<String> children =
        group.children().stream().map(one -> of(one, below)).filter(Objects::nonNull).toList();
    if (children.isEmpty() && !group.children().isEmpty()) {
      return null;
    }
    return switch (group.type()) {
      case ALL -> joined(children, " and ", "true");
      case ANY -> joined(children, " or ", "false");
      case NONE -> "not(" + joined(children, " or ", "false") + ")";
      case AT_LEAST -> atLeast(group.atLeast(), children);
    };
  }

  private static String atLeast(int n, List<String> children) {
    String list = "[" + String.join(", ", children) + "]";
    return "if count(%s[item = true]) >= %d then true else if count(%s[item != false]) >= %d then null else false"
        .formatted(list, n, list, n);
  }

  private static String joined(List<String> children, String by, String none) {
    return switch (children.size()) {
      case 0 -> none;
      case 1 -> children.get(0);
      default -> children.stream().map(one -> "(" + one + ")").collect(Collectors.joining(by));
    };
  }

  /** 原则上: what speaks against the applicant leaves it open. */
  private static String soft(ConditionLeaf leaf, String proposition, boolean denied) {
    return leaf.strength() == Strength.PRINCIPLE
        ? "if (%s) = %s then null else (%s)".formatted(proposition, denied, proposition)
        : proposition;
  }

  private static String proposition(ConditionLeaf leaf) {
    List<LeafInput> inputs = LeafInput.of(leaf);
    if (leaf.isOpen()) {
      return inputs.get(0).name();
    }
    String affirmative =
        inputs.get(0).value() == null
            ? comparison(leaf, inputs.get(0))
            : joined(inputs.stream().map(LeafInput::name).toList(), " or ", "false");
    return leaf.op().isNegative() ? "not(" + affirmative + ")" : affirmative;
  }

  private static String comparison(ConditionLeaf leaf, LeafInput input) {
    String name = input.name();
    String first = literal(leaf.values().get(0), input.kind());
    return switch (input.kind()) {
      case PLACES -> within(leaf, name, CodeRange::ofPlace);
      case INDUSTRIES -> within(leaf, name, CodeRange::ofIndustry);
      case TEXTS ->
          guarded(
              name, "some one in " + name + " satisfies list contains(" + list(leaf) + ", one)");
      case FLAG -> guarded(name, "list contains(" + list(leaf) + ", " + name + ")");
      case NUMBER, DATE ->
          switch (leaf.op().affirmative()) {
            case LESS, AT_MOST, GREATER, AT_LEAST -> name + " " + leaf.op().code() + " " + first;
            case BETWEEN ->
                "(%s >= %s) and (%s <= %s)"
                    .formatted(name, first, name, literal(leaf.values().get(1), input.kind()));
            default -> guarded(name, equalToAny(leaf, name, input.kind()));
          };
    };
  }

  private static String equalToAny(ConditionLeaf leaf, String name, LeafInput.Kind kind) {
    boolean several = leaf.op().affirmative() == Operator.IN;
    return leaf.values().stream()
        .limit(several ? Long.MAX_VALUE : 1)
        .map(one -> name + " = " + literal(one, kind))
        .collect(Collectors.joining(" or "));
  }

  private static String guarded(String name, String expression) {
    return "if " + name + " = null then null else " + expression;
  }

  /** A code that is coarser than the one asked for may still be within it. */
  private static String within(ConditionLeaf leaf, String name, Function<String, CodeRange> range) {
    List<CodeRange> ranges = leaf.values().stream().map(one -> range.apply(one.text())).toList();
    String inside =
        ranges.stream()
            .map(one -> "starts with(code, " + text(one.prefix()) + ")")
            .collect(Collectors.joining(" or "));
    List<String> coarser =
        ranges.stream().flatMap(one -> one.coarser().stream()).distinct().toList();
    String some = "some code in " + name + " satisfies ";
    String open =
        coarser.isEmpty()
            ? "false"
            : "if %slist contains(%s, code) then null else false".formatted(some, texts(coarser));
    return guarded(name, "if " + some + "(" + inside + ") then true else " + open);
  }

  private static String list(ConditionLeaf leaf) {
    boolean flags = leaf.values().stream().allMatch(one -> one.flag().isPresent());
    return leaf.values().stream()
        .map(one -> flags ? one.text() : text(one.text().strip()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String texts(List<String> values) {
    return values.stream().map(FeelExpression::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String literal(FactValue value, LeafInput.Kind kind) {
    return switch (kind) {
      case NUMBER -> value.number().orElseThrow().stripTrailingZeros().toPlainString();
      case DATE -> "date(" + text(value.text()) + ")";
      default -> text(value.text());
    };
  }

  private static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
