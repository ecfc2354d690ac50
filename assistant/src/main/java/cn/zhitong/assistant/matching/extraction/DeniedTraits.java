package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.Operator;
import java.util.List;
import java.util.regex.Pattern;

/** What words deny that an applicant is or has: 未在本市注册, 非独立法人, 未纳入规模以上统计. */
final class DeniedTraits {
  private static final Pattern DENIED =
      Pattern.compile(
          "(?:(?<![除并是莫无])非|(?:尚|还|仍)?未(?:被|能)?(?:首次)?(?:纳入|列入|认定为?|取得|获得?|评为|通过|成为|达到|在)?|没有(?:取得|获得?)?"
              + "|不(?:再)?(?:是|属于|为|在|位于|具备|具有|包括|包含|含)|剔除|排除)(?:国家(?!级)|本|该|省级|市级|[“\"])?$");

  private static final Pattern NOT_THERE = Pattern.compile("(?:不|未|非)(?:在|位于|属于|于)");

  private DeniedTraits() {}

  /** The leaf, or what denies it where words directly before it do. */
  static FoundLeaf of(ItemText source, TextSpan piece, FoundLeaf found) {
    ConditionLeaf leaf = found.leaf();
    Operator denied = denied(leaf);
    int start = found.span().start();
    if (denied == null || start < piece.start()) {
      return found;
    }
    String before = source.covered().substring(piece.start(), start);
    boolean place = leaf.op() == Operator.IN_REGION;
    boolean denies =
        DENIED.matcher(before).find()
            || place && NOT_THERE.matcher(source.covered(found.span())).find();
    if (!denies) {
      return found;
    }
    List<FactValue> values =
        denied == Operator.EQUAL ? List.of(FactValue.of(false)) : leaf.values();
    TextSpan quote = new TextSpan(start, found.span().end());
    return LeafBuilder.data(
        source, quote, leaf.field(), denied, values, leaf.unit(), leaf.period());
  }

  /** What denies the operator; null where nothing does, or the leaf denies already. */
  private static Operator denied(ConditionLeaf leaf) {
    if (leaf.op() == null) {
      return null;
    }
    boolean flag = leaf.values().size() == 1 && leaf.values().get(0).equals(FactValue.of(true));
    boolean form = "scale".equals(leaf.field()) || "form".equals(leaf.field());
    return switch (leaf.op()) {
      case IN_REGION -> Operator.NOT_IN_REGION;
      case IN_INDUSTRY -> Operator.NOT_IN_INDUSTRY;
      case HAS, OBTAINED -> "qualification".equals(leaf.field()) ? Operator.NEVER : null;
      case EQUAL -> form ? Operator.NOT_EQUAL : flag ? Operator.EQUAL : null;
      case IN -> form ? Operator.NOT_IN : null;
      default -> null;
    };
  }
}
