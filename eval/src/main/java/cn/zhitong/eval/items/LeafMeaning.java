package cn.zhitong.eval.items;

import java.util.Map;
import java.util.Set;

/** Whether a proposed leaf says the same as the labelled one that it was paired with. */
final class LeafMeaning {
  static final int SAME_FIELD = 3;
  static final int SAME_FAMILY = 2;
  static final int OTHER_FIELD = 0;

  private static final Map<String, String> INVERSE =
      Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<");

  private static final Set<String> DENYING =
      Set.of("never", "!=", "not_in", "not_in_region", "not_in_industry", "<", "<=");

  private static final Set<String> COUNT_WORDS =
      Set.of("人", "件", "家", "个", "项", "名", "次", "户", "台", "家次", "count");

  private LeafMeaning() {}

  /**
   * How near the fields are. Two leaves without an operator are near whatever their fields are:
   * those are named by whoever labels.
   */
  static int nearness(LabelledLeaf gold, RuleLeaf proposed) {
    String field = gold.leaf().field();
    if (field.equals(proposed.field())) {
      return SAME_FIELD;
    }
    String family = FieldFamilies.of(proposed.field());
    boolean near =
        gold.leaf().isOpen() && proposed.isOpen()
            || family.equals(FieldFamilies.of(field))
            || gold.accepted().fields().stream().map(FieldFamilies::of).anyMatch(family::equals);
    return near ? SAME_FAMILY : OTHER_FIELD;
  }

  /** Whether the field is the right one; names of fields of one's own are free. */
  static boolean isField(LabelledLeaf gold, RuleLeaf proposed) {
    Set<String> accepted = gold.accepted().fields();
    String field = gold.leaf().field();
    return field.equals(proposed.field())
        || accepted.contains(proposed.field())
        || FieldFamilies.isOwn(proposed.field())
            && (FieldFamilies.isOwn(field) || accepted.contains("custom"));
  }

  /** Whether the operator is the right one; the inverse one is, where one stands under none. */
  static boolean isOperator(LabelledLeaf gold, RuleLeaf proposed) {
    String op = proposed.op();
    boolean turned = proposed.negated() != gold.leaf().negated();
    return gold.leaf().op().equals(turned ? INVERSE.getOrDefault(op, op) : op);
  }

  /** Field, operator, value and unit of a number are right. */
  static boolean isNumber(LabelledLeaf gold, RuleLeaf proposed) {
    return LeafValue.isNumeric(proposed.value())
        && LeafValue.areSameNumbers(proposed.value(), gold.leaf().value())
        && isOperator(gold, proposed)
        && isField(gold, proposed)
        && isUnit(gold, proposed);
  }

  private static boolean isUnit(LabelledLeaf gold, RuleLeaf proposed) {
    String unit = unit(proposed);
    return unit.equals(unit(gold.leaf())) || gold.accepted().units().contains(unit);
  }

  /** The unit without words of counting, which are no unit. */
  private static String unit(RuleLeaf leaf) {
    return COUNT_WORDS.contains(leaf.unit()) ? "" : leaf.unit();
  }

  static boolean isPeriod(LabelledLeaf gold, RuleLeaf proposed) {
    return gold.accepted().anyPeriod()
        || proposed.period().equals(gold.leaf().period())
        || gold.accepted().periods().contains(proposed.period());
  }

  static boolean isPlace(LabelledLeaf gold, RuleLeaf proposed) {
    return LeafValue.areSamePlaces(gold.leaf().value(), proposed.value());
  }

  /**
   * Whether both stand on the same side of a denial: {@code none} of {@code has X} equals {@code
   * never X}, {@code none} of {@code < n} equals {@code >= n}.
   */
  static boolean isSameSide(LabelledLeaf gold, RuleLeaf proposed) {
    RuleLeaf leaf = gold.leaf();
    return leaf.negated() == proposed.negated()
        || !leaf.isOpen() && !proposed.isOpen() && denies(leaf) != denies(proposed);
  }

  private static boolean denies(RuleLeaf leaf) {
    boolean nothing =
        leaf.value().isBoolean() && !leaf.value().asBoolean()
            || leaf.value().isNumber() && leaf.value().asDouble() == 0;
    return DENYING.contains(leaf.op()) || leaf.op().equals("=") && nothing;
  }
}
