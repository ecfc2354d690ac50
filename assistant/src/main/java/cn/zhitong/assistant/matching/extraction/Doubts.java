package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.ConditionGroup;
import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.ConditionLeaves;
import cn.zhitong.assistant.matching.condition.GroupType;
import cn.zhitong.assistant.matching.condition.LeafMode;
import java.util.ArrayList;
import java.util.List;

/** What a person should look at first. */
final class Doubts {
  private static final int LONG = 80;

  private Doubts() {}

  /**
   * @param texts what the conditions were read from
   */
  static List<String> of(Condition tree, ItemParts parts, ItemText source, List<TextSpan> texts) {
    List<String> doubts = new ArrayList<>();
    if (tree == null) {
      doubts.add("没有找到申报条件，请对照原文补充");
      return doubts;
    }
    leaves(tree, doubts);
    unbound(tree, source, texts, doubts);
    if (parts.amount() == null) {
      doubts.add("没有找到支持标准");
    }
    return doubts;
  }

  /** Waivers that stand beside no condition of the tree: what they ease was not found. */
  private static void unbound(
      Condition tree, ItemText source, List<TextSpan> texts, List<String> doubts) {
    List<ConditionLeaf> leaves = ConditionLeaves.of(tree);
    for (TextSpan text : texts) {
      for (StatementSplitter.Statement statement : StatementSplitter.split(source, text)) {
        for (TextSpan sentence : statement.sentences()) {
          String words = source.covered(sentence);
          TextSpan stored = source.stored(sentence);
          boolean waives = Waiver.start(words) > 0 || Waiver.alsoStart(words) > 0;
          if (waives && leaves.stream().noneMatch(leaf -> isWithin(leaf, stored))) {
            doubts.add("没有找到这句话放宽的是哪一项条件，请对照原文补充：" + source.quote(sentence));
          }
        }
      }
    }
  }

  private static boolean isWithin(ConditionLeaf leaf, TextSpan stored) {
    return leaf.start() != null && leaf.start() >= stored.start() && leaf.end() <= stored.end();
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
