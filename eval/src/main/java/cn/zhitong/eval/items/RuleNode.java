package cn.zhitong.eval.items;

import java.util.List;
import java.util.stream.Stream;

/** A tree of conditions as it is compared. */
sealed interface RuleNode permits RuleNode.Group, RuleLeaf {

  /** The leaves, depth first. */
  Stream<RuleLeaf> leaves();

  /** Whether a connective other than {@code all} occurs. */
  boolean isBranching();

  /**
   * @param connective {@code all, any, none} or {@code at_least}
   * @param count how many of {@code at_least} are asked for
   */
  record Group(String connective, int count, List<RuleNode> children) implements RuleNode {
    @Override
    public Stream<RuleLeaf> leaves() {
      return children.stream().flatMap(RuleNode::leaves);
    }

    @Override
    public boolean isBranching() {
      return !connective.equals("all") || children.stream().anyMatch(RuleNode::isBranching);
    }

    Group with(List<RuleNode> others) {
      return new Group(connective, count, others);
    }
  }
}
