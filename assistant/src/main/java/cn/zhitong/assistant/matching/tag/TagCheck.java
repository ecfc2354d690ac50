package cn.zhitong.assistant.matching.tag;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionCodec;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.matching.condition.InvalidCondition;
import cn.zhitong.assistant.matching.condition.Strength;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Whether conditions can be a tag's: as an item's have to be, and decided by data alone, since
 * nobody hands in material for a tag.
 */
final class TagCheck {
  private static final int MOST_LEAVES = 40;
  private static final String CUSTOM = "custom:";

  private TagCheck() {}

  /**
   * @throws InvalidCondition in Chinese, where they can't
   */
  static Condition read(JsonNode tree) {
    Condition conditions = ConditionCodec.read(tree);
    List<ConditionLeaf> leaves = ConditionLeaves.of(conditions);
    if (leaves.isEmpty() || leaves.size() > MOST_LEAVES) {
      throw new InvalidCondition("conditions：应有 1 到 " + MOST_LEAVES + " 个条件");
    }
    if (hasEmptyGroup(conditions)) {
      throw new InvalidCondition("conditions：有一组没有条件，请删去这一组");
    }
    for (int i = 0; i < leaves.size(); i++) {
      check(leaves.get(i), "第 " + (i + 1) + " 个条件");
    }
    return conditions;
  }

  private static boolean hasEmptyGroup(Condition node) {
    return node instanceof ConditionGroup group
        && (group.children().isEmpty()
            || group.children().stream().anyMatch(TagCheck::hasEmptyGroup));
  }

  private static void check(ConditionLeaf leaf, String which) {
    if (leaf.isOpen()) {
      throw new InvalidCondition(which + "：标签只能由档案数据判断，不能是材料或人工认定");
    }
    if (leaf.strength() != Strength.HARD) {
      throw new InvalidCondition(which + "：标签的条件都是必须的，strength 应为 hard");
    }
    if (FieldCatalogue.of(leaf.field()).isEmpty() && !leaf.field().startsWith(CUSTOM)) {
      throw new InvalidCondition(which + "：字段目录里没有 " + leaf.field());
    }
  }
}
