package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import java.util.List;

/** 「注册在其他区域的主体参照执行」 opens the place: the zone, or the wider region. */
final class WiderPlaces {
  private static final String WORDS = "参照";

  private WiderPlaces() {}

  /** Adds a condition; a place that 参照 opens joins the place before it. */
  static void add(List<Condition> all, Condition one) {
    boolean opens =
        one instanceof ConditionLeaf leaf && isPlace(leaf) && leaf.quote().contains(WORDS);
    if (opens) {
      for (int i = all.size() - 1; i >= 0; i--) {
        Condition widened = widened(all.get(i), one);
        if (widened != null) {
          all.set(i, widened);
          return;
        }
      }
    }
    all.add(one);
  }

  private static boolean isPlace(ConditionLeaf leaf) {
    return "region".equals(leaf.field()) || "zone".equals(leaf.field());
  }

  private static Condition widened(Condition before, Condition place) {
    if (before instanceof ConditionLeaf leaf) {
      return isPlace(leaf) ? ConditionGroup.any(List.of(before, place)) : null;
    }
    ConditionGroup group = (ConditionGroup) before;
    for (int i = 0; i < group.children().size(); i++) {
      if (group.children().get(i) instanceof ConditionLeaf leaf && isPlace(leaf)) {
        List<Condition> children = new java.util.ArrayList<>(group.children());
        children.set(i, ConditionGroup.any(List.of(leaf, place)));
        return new ConditionGroup(group.type(), group.atLeast(), children);
      }
    }
    return null;
  }
}
