package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.Strength;

/** Gives all leaves of a tree one strength. */
final class Strengths {
  private Strengths() {}

  static Condition all(Condition tree, Strength strength) {
    if (tree instanceof ConditionLeaf leaf) {
      return leaf.withStrength(strength);
    }
    ConditionGroup group = (ConditionGroup) tree;
    return new ConditionGroup(
        group.type(),
        group.atLeast(),
        group.children().stream().map(child -> all(child, strength)).toList());
  }
}
