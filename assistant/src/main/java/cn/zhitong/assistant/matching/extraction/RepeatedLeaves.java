package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What an item asks once and says again further down, as 「对2022年在本区新设立的」 behind the place. */
final class RepeatedLeaves {
  private static final String FUNDING = "other_funding";

  /** What an applicant is; records of several kinds are told in several sentences. */
  private static final Set<String> STATUS =
      Set.of(
          "region",
          "tax_region",
          "stat_region",
          "zone",
          "industry",
          "scale",
          "above_scale",
          "legal_person",
          "form");

  private RepeatedLeaves() {}

  /** The tree with each of its leaves once among those that are asked together. */
  static Condition without(Condition tree) {
    return tree instanceof ConditionGroup group ? without(group, new ArrayList<>()) : tree;
  }

  private static Condition without(ConditionGroup group, List<ConditionLeaf> asked) {
    if (group.type() != GroupType.ALL) {
      return group;
    }
    List<Condition> kept = new ArrayList<>();
    for (Condition child : group.children()) {
      if (child instanceof ConditionLeaf leaf) {
        boolean again = asked.stream().anyMatch(one -> asksSame(one, leaf));
        if (!again || !STATUS.contains(leaf.field())) {
          kept.add(leaf);
          asked.add(leaf);
        }
        continue;
      }
      Condition rest = without((ConditionGroup) child, asked);
      if (rest instanceof ConditionGroup && kept.stream().anyMatch(one -> saysSame(one, rest))) {
        continue;
      }
      if (!(rest instanceof ConditionGroup below) || !below.children().isEmpty()) {
        kept.add(rest);
      }
    }
    boolean whole = kept.equals(group.children());
    return whole ? group : kept.size() == 1 ? kept.get(0) : ConditionGroup.all(kept);
  }

  /** Whether two choices hold the same ways. */
  private static boolean saysSame(Condition a, Condition b) {
    if (a instanceof ConditionLeaf one && b instanceof ConditionLeaf other) {
      return asksSame(one, other) || isSameOpen(one, other);
    }
    if (!(a instanceof ConditionGroup one) || !(b instanceof ConditionGroup other)) {
      return false;
    }
    boolean alike =
        one.type() == other.type()
            && one.type() != GroupType.ALL
            && one.children().size() == other.children().size();
    for (int i = 0; alike && i < one.children().size(); i++) {
      alike = saysSame(one.children().get(i), other.children().get(i));
    }
    return alike;
  }

  private static boolean isSameOpen(ConditionLeaf a, ConditionLeaf b) {
    return a.op() == null
        && b.op() == null
        && a.quote().equals(b.quote())
        && a.strength() == b.strength();
  }

  /** Two leaves of one meaning; money had before is told of several kinds of money. */
  static boolean asksSame(ConditionLeaf a, ConditionLeaf b) {
    return a.op() != null
        && !FUNDING.equals(a.field())
        && a.op() == b.op()
        && a.field().equals(b.field())
        && a.values().equals(b.values())
        && Objects.equals(a.period(), b.period())
        && a.strength() == b.strength();
  }
}
