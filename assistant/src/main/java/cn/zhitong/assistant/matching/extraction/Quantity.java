package cn.zhitong.assistant.matching.extraction;

import cn.zhitong.assistant.matching.condition.Operator;
import java.math.BigDecimal;
import java.util.List;

/**
 * A number of a text with its unit and its bound.
 *
 * @param span from the comparison to the end of the bound
 * @param values one, or two for a range, in the unit of the kind
 * @param op null where the words set no bound
 * @param base words between comparison and number that the share is taken of (企业当年总收入), or null
 */
record Quantity(
    TextSpan span,
    QuantityKind kind,
    List<BigDecimal> values,
    String unit,
    Operator op,
    TextSpan base) {

  Quantity withOp(Operator other) {
    return new Quantity(span, kind, values, unit, other, base);
  }
}
