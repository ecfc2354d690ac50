package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.ConditionLeaf;
import cn.zhitong.assistant.matching.condition.FactValue;
import cn.zhitong.assistant.matching.condition.LeafMode;
import cn.zhitong.assistant.matching.condition.Operator;
import cn.zhitong.assistant.matching.condition.ReferencePeriod;
import cn.zhitong.assistant.matching.condition.Strength;
import java.util.List;

/** Makes leaves whose quotes are the stored words. */
final class LeafBuilder {
  private LeafBuilder() {}

  static FoundLeaf data(
      ItemText source,
      TextSpan span,
      String field,
      Operator op,
      List<FactValue> values,
      String unit,
      ReferencePeriod period) {
    TextSpan stored = source.stored(span);
    return new FoundLeaf(
        span,
        new ConditionLeaf(
            field,
            op,
            values,
            values.size() > 1,
            unit,
            period,
            source.quote(span),
            stored.start(),
            stored.end(),
            Strength.HARD,
            LeafMode.DATA,
            null));
  }

  static FoundLeaf flag(
      ItemText source,
      TextSpan span,
      String field,
      Operator op,
      boolean value,
      ReferencePeriod period) {
    return data(source, span, field, op, List.of(FactValue.of(value)), null, period);
  }

  /** What no fact decides. */
  static FoundLeaf open(
      ItemText source, TextSpan span, String field, LeafMode mode, Strength strength) {
    TextSpan stored = source.stored(span);
    return new FoundLeaf(
        span,
        new ConditionLeaf(
            field,
            null,
            List.of(),
            false,
            null,
            null,
            source.quote(span),
            stored.start(),
            stored.end(),
            strength,
            mode,
            source.words(span)));
  }

  /** What no fact decides, asked of all and named by its own words. */
  static FoundLeaf open(ItemText source, TextSpan span, LeafMode mode) {
    return open(source, span, CustomField.name(source.covered(span)), mode, Strength.HARD);
  }

  static ConditionLeaf impliedPlace(String code) {
    return new ConditionLeaf(
        "region",
        Operator.IN_REGION,
        List.of(FactValue.of(code)),
        false,
        null,
        null,
        "",
        null,
        null,
        Strength.HARD,
        LeafMode.IMPLIED,
        null);
  }
}
