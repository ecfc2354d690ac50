package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import java.util.ArrayList;
import java.util.List;

/** Where applicants are, said in the first of several ways: 「在本市注册的企业，…；或…」 asks it of all ways. */
final class SharedPlace {
  private SharedPlace() {}

  /** The ways with such places taken out of the first; null stays null. */
  static Condition of(Condition ways) {
    if (!(ways instanceof ConditionGroup any)
        || any.type() != GroupType.ANY
        || any.children().size() < 2) {
      return ways;
    }
    List<Condition> first = PhraseJoiner.apart(flat(any.children().get(0)));
    int places = 0;
    while (places < first.size() && isPlace(first.get(places))) {
      places++;
    }
    boolean own = any.children().stream().skip(1).anyMatch(SharedPlace::hasPlace);
    if (places == 0 || places == first.size() || own) {
      return ways;
    }
    List<Condition> all = new ArrayList<>(first.subList(0, places));
    List<Condition> rest = new ArrayList<>(any.children());
    rest.set(0, PhraseJoiner.together(first.subList(places, first.size())));
    all.add(ConditionGroup.any(rest));
    return ConditionGroup.all(all);
  }

  private static Condition flat(Condition one) {
    if (!(one instanceof ConditionGroup group) || group.type() != GroupType.ALL) {
      return one;
    }
    List<Condition> flat = new ArrayList<>();
    group.children().forEach(child -> flat.addAll(PhraseJoiner.apart(child)));
    return ConditionGroup.all(flat);
  }

  private static boolean isPlace(Condition one) {
    return one instanceof ConditionLeaf leaf
        && (leaf.field().endsWith("region") || "zone".equals(leaf.field()));
  }

  private static boolean hasPlace(Condition one) {
    return one instanceof ConditionLeaf
        ? isPlace(one)
        : ((ConditionGroup) one).children().stream().anyMatch(SharedPlace::hasPlace);
  }
}
