package cn.zhitong.assistant.matching.condition;

import java.util.List;

/**
 * Several conditions joined.
 *
 * @param atLeast how many children must hold, for {@link GroupType#AT_LEAST} only, else null
 */
public record ConditionGroup(GroupType type, Integer atLeast, List<Condition> children)
    implements Condition {
  public ConditionGroup {
    children = List.copyOf(children);
    if (type == GroupType.AT_LEAST && (atLeast == null || atLeast < 0)) {
      throw new IllegalArgumentException("at_least needs a number n");
    }
  }

  public static ConditionGroup all(List<? extends Condition> children) {
    return new ConditionGroup(GroupType.ALL, null, List.copyOf(children));
  }

  public static ConditionGroup any(List<? extends Condition> children) {
    return new ConditionGroup(GroupType.ANY, null, List.copyOf(children));
  }

  public static ConditionGroup none(List<? extends Condition> children) {
    return new ConditionGroup(GroupType.NONE, null, List.copyOf(children));
  }

  public static ConditionGroup atLeast(int n, List<? extends Condition> children) {
    return new ConditionGroup(GroupType.AT_LEAST, n, List.copyOf(children));
  }
}
