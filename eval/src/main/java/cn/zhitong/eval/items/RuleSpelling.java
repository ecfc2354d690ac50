package cn.zhitong.eval.items;

import cn.zhitong.eval.items.RuleNode.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One spelling for proposed trees that mean the same: two bounds of one quantity in the same words
 * under one {@code all} are a {@code between}, a qualification with a list of names is an {@code
 * any} of single names, and a lone leaf is an {@code all} of one.
 */
final class RuleSpelling {
  private static final Set<String> LOWER = Set.of(">", ">=");
  private static final Set<String> UPPER = Set.of("<", "<=");
  private static final Set<String> OF_ANY_NAME = Set.of("has", "obtained", "in");

  private RuleSpelling() {}

  static RuleNode of(RuleNode root) {
    return group(root instanceof Group group ? group : new Group("all", 1, List.of(root)));
  }

  private static Group group(Group group) {
    List<RuleNode> children =
        group.connective().equals("all") ? joinBounds(group.children()) : group.children();
    return group.with(
        children.stream()
            .map(child -> child instanceof Group inner ? group(inner) : single((RuleLeaf) child))
            .toList());
  }

  private static List<RuleNode> joinBounds(List<RuleNode> children) {
    List<RuleNode> joined = new ArrayList<>(children);
    for (RuleNode child : children) {
      if (child instanceof RuleLeaf lower && LOWER.contains(lower.op())) {
        joined.stream()
            .filter(other -> other instanceof RuleLeaf upper && isOtherEnd(lower, upper))
            .map(RuleLeaf.class::cast)
            .findFirst()
            .ifPresent(
                upper -> {
                  joined.set(joined.indexOf(lower), lower.between(upper));
                  joined.remove(upper);
                });
      }
    }
    return joined;
  }

  private static boolean isOtherEnd(RuleLeaf lower, RuleLeaf upper) {
    return UPPER.contains(upper.op())
        && lower.field().equals(upper.field())
        && lower.unit().equals(upper.unit())
        && !lower.value().isArray()
        && !upper.value().isArray()
        && lower.touches(upper);
  }

  private static RuleNode single(RuleLeaf leaf) {
    boolean list =
        leaf.field().equals("qualification")
            && OF_ANY_NAME.contains(leaf.op())
            && leaf.value().isArray()
            && leaf.value().size() > 1;
    return list
        ? new Group(
            "any",
            1,
            IntStream.range(0, leaf.value().size()).<RuleNode>mapToObj(leaf::named).toList())
        : leaf;
  }
}
