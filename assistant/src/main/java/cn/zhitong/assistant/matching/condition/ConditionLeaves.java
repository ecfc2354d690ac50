package cn.zhitong.assistant.matching.condition;

import java.util.ArrayList;
import java.util.List;

/** The leaves of a tree, depth first: their place is their index. */
public final class ConditionLeaves {
  private ConditionLeaves() {}

  public static List<ConditionLeaf> of(Condition tree) {
    List<ConditionLeaf> leaves = new ArrayList<>();
    collect(tree, leaves);
    return leaves;
  }

  private static void collect(Condition node, List<ConditionLeaf> into) {
    if (node instanceof ConditionLeaf leaf) {
      into.add(leaf);
    } else {
      ((ConditionGroup) node).children().forEach(child -> collect(child, into));
    }
  }
}
