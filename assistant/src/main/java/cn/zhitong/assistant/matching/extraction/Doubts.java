package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.LeafMode;
import java.util.ArrayList;
import java.util.List;

/** What a person should look at first. */
final class Doubts {
  private static final int LONG = 80;

  private Doubts() {}

  static List<String> of(Condition tree, ItemParts parts) {
    List<String> doubts = new ArrayList<>();
    if (tree == null) {
      doubts.add("没有找到申报条件，请对照原文补充");
      return doubts;
    }
    leaves(tree, doubts);
    if (parts.amount() == null) {
      doubts.add("没有找到支持标准");
    }
    return doubts;
  }

  private static void leaves(Condition node, List<String> doubts) {
    if (node instanceof ConditionGroup group) {
      if (group.type() == GroupType.ANY || group.type() == GroupType.AT_LEAST) {
        doubts.add("请核对“任一”的范围：" + firstQuote(group));
      }
      group.children().forEach(child -> leaves(child, doubts));
      return;
    }
    ConditionLeaf leaf = (ConditionLeaf) node;
    if (leaf.mode() == LeafMode.IMPLIED) {
      doubts.add("原文没有写明注册地，按发文机关所在地推定");
    }
    if (leaf.quote().length() > LONG) {
      doubts.add("这一条较长，可能含有几项条件：" + leaf.quote().substring(0, LONG / 4) + "…");
    }
  }

  private static String firstQuote(Condition node) {
    if (node instanceof ConditionLeaf leaf) {
      return leaf.quote();
    }
    List<Condition> children = ((ConditionGroup) node).children();
    return children.isEmpty() ? "" : firstQuote(children.get(0));
  }
}
