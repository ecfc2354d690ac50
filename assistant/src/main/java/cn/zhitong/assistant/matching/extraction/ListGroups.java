package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins the points of a list as its lead-in asks: all, any, so many, or none of them. */
final class ListGroups {
  private static final Pattern BOTH = Pattern.compile("[，、]?(?:且|并且|同时)");

  private final ItemText source;

  ListGroups(ItemText source) {
    this.source = source;
  }

  Condition of(ListLead lead, List<AskedSentence> list) {
    if (lead.kind() == ListLead.Kind.ALL || lead.kind() == ListLead.Kind.NO_LIST) {
      return Tiers.join(list);
    }
    if (lead.isOfPart(list.size())) {
      return partly(lead, list);
    }
    List<Condition> children = new ArrayList<>();
    for (AskedSentence one : list) {
      Condition child = lead.isChoice() ? Tiers.way(one) : Tiers.single(one);
      if (child != null) {
        children.add(child);
      }
    }
    if (children.isEmpty()) {
      return null;
    }
    return switch (lead.kind()) {
      case ANY -> ConditionGroup.any(children);
      case AT_LEAST -> ConditionGroup.atLeast(Math.min(lead.atLeast(), children.size()), children);
      case PRIORITY -> Strengths.all(ConditionGroup.any(children), Strength.PRIORITY);
      default -> ConditionGroup.none(flat(children));
    };
  }

  /** 「符合第1至3项，并满足第4至7项中的两项」: all of the first points and some of the others. */
  private Condition partly(ListLead lead, List<AskedSentence> list) {
    List<AskedSentence> all = new ArrayList<>(list.subList(0, lead.from() - 1));
    all.addAll(list.subList(lead.to(), list.size()));
    List<Condition> some =
        list.subList(lead.from() - 1, lead.to()).stream()
            .map(Tiers::single)
            .filter(java.util.Objects::nonNull)
            .toList();
    Condition first = Tiers.join(all);
    if (some.isEmpty()) {
      return first;
    }
    Condition choice =
        lead.atLeast() == 1
            ? ConditionGroup.any(some)
            : ConditionGroup.atLeast(Math.min(lead.atLeast(), some.size()), some);
    return first == null ? choice : ConditionGroup.all(List.of(first, choice));
  }

  /** A point of a negative list that holds several bad things holds any of them. */
  private List<Condition> flat(List<Condition> children) {
    List<Condition> flat = new ArrayList<>();
    for (Condition child : children) {
      boolean several =
          child instanceof ConditionGroup group
              && (group.type() == GroupType.ALL || group.type() == GroupType.ANY)
              && group.children().stream().allMatch(one -> one instanceof ConditionLeaf)
              && !isBound(group);
      if (several) {
        flat.addAll(((ConditionGroup) child).children());
      } else {
        flat.add(child);
      }
    }
    return flat;
  }

  /** 「资本低于100万元且职工不足10人」 is bad only where both hold. */
  private boolean isBound(ConditionGroup group) {
    ConditionLeaf before = null;
    for (Condition child : group.children()) {
      ConditionLeaf leaf = (ConditionLeaf) child;
      boolean placed = before != null && before.end() != null && leaf.start() != null;
      if (placed
          && BOTH.matcher(source.between(before.end(), leaf.start()) + leaf.quote()).lookingAt()) {
        return group.type() == GroupType.ALL;
      }
      before = leaf;
    }
    return false;
  }
}
