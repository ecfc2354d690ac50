package cn.zhitong.assistant.matching.condition;

import java.util.List;

/**
 * One condition on one field.
 *
 * @param field key of the field catalogue, or {@code custom:} and a short Chinese name
 * @param op null where no fact decides the leaf
 * @param values what the field is compared with; two for {@code between}
 * @param unit {@code 万元}, {@code 万美元}, {@code share}, {@code 年} or null for counts
 * @param period null where the text names none
 * @param quote verbatim words of the item's text; empty for an implied place only
 * @param start UTF-16 offset of the quote, or null
 * @param what for evidence and judgement: what has to be shown, in words
 */
public record ConditionLeaf(
    String field,
    Operator op,
    List<FactValue> values,
    boolean valueIsList,
    String unit,
    ReferencePeriod period,
    String quote,
    Integer start,
    Integer end,
    Strength strength,
    LeafMode mode,
    String what)
    implements Condition {
  public ConditionLeaf {
    values = List.copyOf(values);
    if (op == Operator.BETWEEN && values.size() != 2) {
      throw new IllegalArgumentException("between needs two values");
    }
  }

  /** Whether nothing but a person can decide it. */
  public boolean isOpen() {
    return op == null || !mode.isDecidedByFacts();
  }

  public ConditionLeaf withStrength(Strength other) {
    return new ConditionLeaf(
        field, op, values, valueIsList, unit, period, quote, start, end, other, mode, what);
  }

  public ConditionLeaf withOperator(Operator other) {
    return new ConditionLeaf(
        field, other, values, valueIsList, unit, period, quote, start, end, strength, mode, what);
  }

  /** The same asked of something else. */
  public ConditionLeaf of(String otherField, ReferencePeriod otherPeriod) {
    return new ConditionLeaf(
        otherField,
        op,
        values,
        valueIsList,
        unit,
        otherPeriod,
        quote,
        start,
        end,
        strength,
        mode,
        what);
  }

  public ConditionLeaf withQuote(String words, int from) {
    return new ConditionLeaf(
        field,
        op,
        values,
        valueIsList,
        unit,
        period,
        words,
        from,
        from + words.length(),
        strength,
        mode,
        what);
  }
}
