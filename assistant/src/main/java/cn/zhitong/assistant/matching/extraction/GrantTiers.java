package cn.zhitong.assistant.matching.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * What the part on the amounts asks: 产值增量1亿元以上的，奖励50万元；5亿元以上的，奖励100万元. Whoever reaches no step gets
 * nothing.
 */
final class GrantTiers {
  private static final int SHORTEST = 6;

  private GrantTiers() {}

  /** The sentences with steps, each without its number; none where there are not two. */
  static List<OutlineNode.Block> of(ItemText source, List<OutlineNode.Block> blocks) {
    List<OutlineNode.Block> steps = new ArrayList<>();
    for (OutlineNode.Block block : blocks) {
      boolean amounts =
          block.node() != null && ItemScope.role(source, block.node()) == SectionRole.AMOUNT;
      if (amounts) {
        steps(source, block.node(), steps);
      }
    }
    return steps.size() > 1 ? steps : List.of();
  }

  /** The point of the part on the amounts that begins with a measure's name; null for none. */
  static OutlineNode point(ItemText source, List<OutlineNode.Block> blocks, String measure) {
    return blocks.stream()
        .filter(
            block ->
                block.node() != null && ItemScope.role(source, block.node()) == SectionRole.AMOUNT)
        .flatMap(block -> block.node().children().stream())
        .filter(node -> source.covered(node.firstText()).startsWith(measure))
        .findFirst()
        .orElse(null);
  }

  /** The steps of one such point; none where there are not two. */
  static List<OutlineNode.Block> of(ItemText source, OutlineNode point) {
    List<OutlineNode.Block> steps = new ArrayList<>();
    steps(source, point, steps);
    return steps.size() > 1 ? steps : List.of();
  }

  private static void steps(ItemText source, OutlineNode node, List<OutlineNode.Block> into) {
    for (OutlineNode.Block block : node.blocks()) {
      if (block.node() != null) {
        steps(source, block.node(), into);
        continue;
      }
      for (StatementSplitter.Statement statement : StatementSplitter.split(source, block.text())) {
        for (TextSpan sentence : statement.sentences()) {
          if (isStep(source, sentence)) {
            into.add(new OutlineNode.Block(sentence, null));
          }
        }
      }
    }
  }

  /** A bound before what is granted. */
  private static boolean isStep(ItemText source, TextSpan sentence) {
    int grant = Remarks.grantStart(source.covered(sentence));
    return grant >= SHORTEST
        && QuantityReader.read(source, new TextSpan(sentence.start(), sentence.start() + grant))
            .stream()
            .anyMatch(quantity -> quantity.op() != null);
  }
}
