package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Operator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Two ends of one figure that a text names apart: 1亿元以上、10亿元以下. */
final class RangeEnds {
  /** Between the two ends of one figure: 1亿元以上、10亿元以下. */
  private static final Pattern SAME_FIGURE = Pattern.compile("[、，且并但至到～~\\-—]*(?:应|须)?");

  private RangeEnds() {}

  /** 「1亿元以上、10亿元以下」: the upper end of the figure before. */
  static boolean isOtherEnd(
      ItemText source, List<FoundLeaf> found, FoundLeaf leaf, Quantity quantity) {
    FoundLeaf last = found.isEmpty() ? null : found.get(found.size() - 1);
    if (last == null
        || last.span().end() > quantity.span().start()
        || !isRange(last.leaf().op(), leaf.leaf().op())) {
      return false;
    }
    String gap = source.covered().substring(last.span().end(), quantity.span().start());
    return SAME_FIGURE.matcher(gap).matches()
        && Objects.equals(last.leaf().unit(), leaf.leaf().unit());
  }

  private static boolean isRange(Operator first, Operator second) {
    return first == Operator.AT_LEAST && second == Operator.AT_MOST
        || first == Operator.AT_MOST && second == Operator.AT_LEAST;
  }

  /** 「1亿元以上、10亿元以下」 or the other way round. */
  static FoundLeaf between(ItemText source, FoundLeaf first, FoundLeaf second) {
    boolean rises = first.leaf().op() == Operator.AT_LEAST;
    FoundLeaf low = rises ? first : second;
    FoundLeaf high = rises ? second : first;
    return LeafBuilder.data(
        source,
        new TextSpan(first.span().start(), second.span().end()),
        first.leaf().field(),
        Operator.BETWEEN,
        List.of(low.leaf().values().get(0), high.leaf().values().get(0)),
        first.leaf().unit(),
        first.leaf().period());
  }
}
