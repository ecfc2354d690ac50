package cn.zhitong.assistant.matching.tag;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether conditions name a tag: somewhere they ask for the same field, comparison, value and
 * period, joined in the same way, whatever the words. What stands in a negative list does not.
 */
final class TagMention {
  private TagMention() {}

  static boolean isIn(Condition conditions, Condition tag) {
    return covers(conditions, tag)
        || conditions instanceof ConditionGroup group
            && group.type() != GroupType.NONE
            && group.children().stream().anyMatch(child -> isIn(child, tag));
  }

  /** Whether the node asks for all that the tag does; it may ask for more. */
  private static boolean covers(Condition node, Condition tag) {
    if (tag instanceof ConditionLeaf leaf) {
      return node instanceof ConditionLeaf other && asksTheSame(other, leaf);
    }
    ConditionGroup wanted = (ConditionGroup) tag;
    if (wanted.children().size() == 1 && wanted.type() != GroupType.NONE) {
      return covers(node, wanted.children().get(0));
    }
    return node instanceof ConditionGroup group
        && group.type() == wanted.type()
        && Objects.equals(group.atLeast(), wanted.atLeast())
        && flat(wanted).stream()
            .allMatch(child -> flat(group).stream().anyMatch(other -> covers(other, child)));
  }

  /** Children, those of a group of the same kind within it too. */
  private static List<Condition> flat(ConditionGroup group) {
    boolean nests = group.type() == GroupType.ALL || group.type() == GroupType.ANY;
    return group.children().stream()
        .flatMap(
            child ->
                nests && child instanceof ConditionGroup inner && inner.type() == group.type()
                    ? flat(inner).stream()
                    : Stream.of(child))
        .toList();
  }

  private static boolean asksTheSame(ConditionLeaf one, ConditionLeaf tag) {
    boolean comparable =
        one.field().equals(tag.field())
            && kind(one.op()) == kind(tag.op())
            && Objects.equals(one.unit(), tag.unit())
            && Objects.equals(one.period(), tag.period());
    if (!comparable) {
      return false;
    }
    return switch (kind(tag.op())) {
      // Any of several is enough for these: an item for small and micro firms is for micro ones.
      case IN, HAS, OBTAINED, IN_REGION, IN_INDUSTRY -> texts(one).containsAll(texts(tag));
      default -> texts(one).equals(texts(tag));
    };
  }

  /** One value that is equal is one of several too. */
  private static Operator kind(Operator op) {
    return op == Operator.EQUAL ? Operator.IN : op;
  }

  private static Set<String> texts(ConditionLeaf leaf) {
    return leaf.values().stream().map(FactValue::text).collect(Collectors.toSet());
  }
}
