package cn.zhitong.eval.items;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proposed leaves that speak of no labelled one and are held against the proposal. These are not:
 * further names of a list of which one was found; words that the labeller lets be taken or left, or
 * finds debatable; a second piece of the words of a leaf that was found, as of 「注册、纳税均在本市」.
 */
final class FalseLeaves {
  private static final double HALF = .5;

  /** Share of a piece that must lie in the words of the labelled leaf. */
  private static final double WITHIN = .8;

  private final LabelledItem item;
  private final List<LeafPair> pairs;

  private FalseLeaves(LabelledItem item, List<LeafPair> pairs) {
    this.item = item;
    this.pairs = pairs;
  }

  static List<RuleLeaf> of(LabelledItem item, List<RuleLeaf> proposed, List<LeafPair> pairs) {
    FalseLeaves leaves = new FalseLeaves(item, pairs);
    List<RuleLeaf> rest = new ArrayList<>(proposed);
    pairs.forEach(pair -> rest.remove(pair.proposed()));
    rest.removeIf(leaves::isFree);
    return rest;
  }

  private boolean isFree(RuleLeaf leaf) {
    return isFurtherName(leaf)
        || leaf.ranges().stream()
            .anyMatch(range -> isLeftOpen(range) || isSecondPiece(leaf, range));
  }

  private boolean isFurtherName(RuleLeaf leaf) {
    return pairs.stream().anyMatch(pair -> pair.proposed().position() == leaf.position());
  }

  private boolean isLeftOpen(TextRange range) {
    Stream<TextRange> debatable =
        item.leaves().stream()
            .filter(LabelledLeaf::debatable)
            .flatMap(leaf -> leaf.leaf().ranges().stream());
    return item.ignored().stream().anyMatch(ignored -> range.isWithin(ignored, HALF))
        || debatable.anyMatch(range::isLike);
  }

  private boolean isSecondPiece(RuleLeaf leaf, TextRange range) {
    return pairs.stream()
        .anyMatch(
            pair ->
                pair.gold().leaf().ranges().stream().anyMatch(gold -> range.isWithin(gold, WITHIN))
                    && pair.proposed().ranges().stream().noneMatch(own -> range.shared(own) > 0)
                    && LeafMeaning.nearness(pair.gold(), leaf) != LeafMeaning.OTHER_FIELD);
  }
}
