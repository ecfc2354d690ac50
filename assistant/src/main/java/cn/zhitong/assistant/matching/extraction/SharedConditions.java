package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Conditions that stand beside the items of a text and bind them all. What patterns do not know is
 * left: such parts are mostly about how authorities work.
 */
final class SharedConditions {
  private SharedConditions() {}

  /** The shared conditions and the item's own together; null where there are neither. */
  static Condition join(Condition shared, Condition own) {
    Optional<Condition> decidable = shared == null ? Optional.empty() : decidable(shared);
    return both(decidable.orElse(null), own);
  }

  /** Both together; null where there are neither. */
  static Condition both(Condition shared, Condition own) {
    if (shared == null || own == null) {
      return shared == null ? own : shared;
    }
    List<Condition> all = new ArrayList<>();
    spread(shared, all);
    spread(own, all);
    return ConditionGroup.all(all);
  }

  private static void spread(Condition condition, List<Condition> into) {
    if (condition instanceof ConditionGroup group && group.type() == GroupType.ALL) {
      into.addAll(group.children());
    } else {
      into.add(condition);
    }
  }

  private static Optional<Condition> decidable(Condition node) {
    if (node instanceof ConditionLeaf leaf) {
      return leaf.isOpen() ? Optional.empty() : Optional.of(leaf);
    }
    ConditionGroup group = (ConditionGroup) node;
    List<Condition> kept =
        group.children().stream()
            .map(SharedConditions::decidable)
            .flatMap(Optional::stream)
            .toList();
    boolean whole = kept.size() == group.children().size();
    boolean takesPart = group.type() == GroupType.ALL || group.type() == GroupType.NONE;
    if (kept.isEmpty() || !whole && !takesPart) {
      return Optional.empty();
    }
    return Optional.of(new ConditionGroup(group.type(), group.atLeast(), kept));
  }
}
