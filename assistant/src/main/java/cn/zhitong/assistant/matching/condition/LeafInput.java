package cn.zhitong.assistant.matching.condition;

import java.util.List;

/**
 * What an engine other than ours has to be told of an enterprise to decide a leaf: a named value,
 * or nothing where it is not known. Leaves that ask the same share the input. For {@code
 * each_n_years} it is the year that decides, and unknown where a year is missing, also if another
 * one already fails.
 *
 * @param name letters, digits and underscores: field, period, and what else tells it from others
 * @param value for qualifications and events: which one; else null
 */
public record LeafInput(String name, Kind kind, ConditionLeaf leaf, FactValue value) {
  /** The type of the value. */
  public enum Kind {
    /** Yes or no: flags, qualifications held, events that happened, what a person checks. */
    FLAG,
    NUMBER,
    DATE,
    /** Codes of places, or names of zones; several where the enterprise has several. */
    PLACES,
    INDUSTRIES,
    TEXTS
  }

  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  /** Units that a field's name implies. */
  private static final List<String> USUAL_UNITS = List.of("万元", "share", "年");

  /** The inputs of a leaf: one, but for qualifications and events one for each that is named. */
  public static List<LeafInput> of(ConditionLeaf leaf) {
    if (leaf.isOpen()) {
      String shown = leaf.what() == null ? leaf.quote() : leaf.what();
      return List.of(input(leaf, Kind.FLAG, leaf.field() + "_" + shown, null));
    }
    Operator op = leaf.op().affirmative();
    if (op == Operator.HAS || op == Operator.OBTAINED) {
      String suffix = op == Operator.OBTAINED ? "_obtained" + period(leaf) : "";
      return leaf.values().stream()
          .map(one -> input(leaf, Kind.FLAG, leaf.field() + "_" + one.text() + suffix, one))
          .toList();
    }
    boolean unusual = leaf.unit() != null && !USUAL_UNITS.contains(leaf.unit());
    String name = leaf.field() + period(leaf) + (unusual ? "_" + leaf.unit() : "");
    return List.of(input(leaf, kind(leaf, op), name, null));
  }

  private static LeafInput input(ConditionLeaf leaf, Kind kind, String name, FactValue value) {
    return new LeafInput(name.replaceAll("[^\\p{L}\\p{N}_]", "_"), kind, leaf, value);
  }

  private static String period(ConditionLeaf leaf) {
    return leaf.period() == null ? "" : "_" + leaf.period().code();
  }

  private static Kind kind(ConditionLeaf leaf, Operator op) {
    if (op == Operator.IN_REGION) {
      return Kind.PLACES;
    }
    if (op == Operator.IN_INDUSTRY) {
      return Kind.INDUSTRIES;
    }
    if (leaf.values().stream().allMatch(one -> one.flag().isPresent())) {
      return Kind.FLAG;
    }
    if (leaf.values().stream().allMatch(one -> one.number().isPresent())) {
      return Kind.NUMBER;
    }
    boolean days = leaf.values().stream().allMatch(one -> one.text().matches(DAY));
    return days && op.isOrdering() ? Kind.DATE : Kind.TEXTS;
  }
}
