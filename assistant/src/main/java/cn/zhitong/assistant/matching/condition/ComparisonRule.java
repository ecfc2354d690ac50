package cn.zhitong.assistant.matching.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Amounts by year, flags and texts, compared with the leaf's values. */
final class ComparisonRule {
  private static final String SHARE = "share";
  private static final String RD_RATIO = "rd_ratio";

  private ComparisonRule() {}

  /** A flag or a text with a period is an event: 三年内发生过. */
  static boolean isEvent(ConditionLeaf leaf, EnterpriseFacts facts) {
    boolean flags = leaf.values().stream().allMatch(value -> value.flag().isPresent());
    return flags && leaf.period() != null && !leaf.op().isOrdering();
  }

  /** {@code = true} in a period: it happened then; {@code = false}: it did not. */
  static LeafFinding event(ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf) {
    int[] years = leaf.period().years(asOf);
    if (years.length == 1) {
      List<Fact> states = facts.ofYear(leaf.field(), years[0], asOf);
      if (!states.isEmpty()) {
        return agree(leaf, states);
      }
    }
    boolean wantsYes = leaf.values().stream().anyMatch(value -> value.flag().orElse(false));
    boolean wantsNo = leaf.values().stream().anyMatch(value -> !value.flag().orElse(true));
    if (wantsYes && wantsNo) {
      return LeafFinding.decided(true, List.of());
    }
    ConditionLeaf happened =
        new ConditionLeaf(
            leaf.field(),
            Operator.OBTAINED,
            List.of(FactValue.of(true)),
            false,
            null,
            leaf.period(),
            leaf.quote(),
            leaf.start(),
            leaf.end(),
            leaf.strength(),
            leaf.mode(),
            leaf.what());
    LeafFinding finding = QualificationRule.obtained(happened, facts, asOf);
    return wantsNo ? finding.negated() : finding;
  }

  static LeafFinding decide(ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf) {
    boolean numeric = leaf.values().stream().allMatch(value -> value.number().isPresent());
    if (numeric && !leaf.values().isEmpty()) {
      return amount(leaf, facts, asOf);
    }
    int[] years = leaf.period() == null ? new int[0] : leaf.period().years(asOf);
    return years.length == 0 ? newest(leaf, facts, asOf) : texts(leaf, facts, asOf, years);
  }

  private static LeafFinding amount(ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf) {
    YearlyFigures figures = new YearlyFigures(facts, asOf);
    int[] years = leaf.period() == null ? new int[0] : leaf.period().years(asOf);
    if (years.length == 0) {
      YearlyFigures.Amount newest = figures.newest(leaf.field(), leaf.unit());
      return newest.isMissing() && !newest.unitDiffers()
          ? absentAmount(leaf, facts)
          : compared(leaf, newest);
    }
    if (!facts.has(leaf.field()) && facts.isClosed(leaf.field())) {
      return absentAmount(leaf, facts);
    }
    return switch (leaf.period().kind()) {
      case EACH_N_YEARS -> each(leaf, figures, years);
      case LAST_N_YEARS, AVG_N_YEARS -> over(leaf, figures, years);
      default -> compared(leaf, figures.of(leaf.field(), leaf.unit(), years[0]));
    };
  }

  /** Nothing in a complete register: a no, unless nothing at all would satisfy the leaf. */
  private static LeafFinding absentAmount(ConditionLeaf leaf, EnterpriseFacts facts) {
    boolean nothingWouldDo = holds(leaf, BigDecimal.ZERO);
    return LeafFinding.absent(facts.isClosed(leaf.field()) && !nothingWouldDo);
  }

  private static LeafFinding each(ConditionLeaf leaf, YearlyFigures figures, int[] years) {
    Truth all = Truth.TRUE;
    LeafReason why = LeafReason.PERIOD_MISSING;
    List<Fact> used = new ArrayList<>();
    for (int year : years) {
      LeafFinding one = compared(leaf, figures.of(leaf.field(), leaf.unit(), year));
      all = all.and(one.truth());
      used.addAll(one.facts());
      if (one.truth() == Truth.UNKNOWN) {
        why = one.reason();
      }
    }
    return LeafFinding.of(all, why, used);
  }

  private static LeafFinding over(ConditionLeaf leaf, YearlyFigures figures, int[] years) {
    if (years.length == 1) {
      return compared(leaf, figures.of(leaf.field(), leaf.unit(), years[0]));
    }
    if (RD_RATIO.equals(leaf.field())) {
      YearlyFigures.Amount ratio = figures.ratioOver(years);
      if (!ratio.isMissing()) {
        return compared(leaf, ratio);
      }
    }
    boolean mean = leaf.period().kind() == ReferencePeriod.Kind.AVG_N_YEARS;
    if (SHARE.equals(leaf.unit()) && !mean) {
      return sharesOver(leaf, figures, years);
    }
    return total(leaf, figures, years, mean);
  }

  /** Shares do not add up; their common value lies between the least and the greatest year's. */
  private static LeafFinding sharesOver(ConditionLeaf leaf, YearlyFigures figures, int[] years) {
    Truth all = Truth.TRUE;
    Truth any = Truth.FALSE;
    List<Fact> used = new ArrayList<>();
    for (int year : years) {
      LeafFinding one = compared(leaf, figures.of(leaf.field(), leaf.unit(), year));
      all = all.and(one.truth());
      any = any.or(one.truth());
      used.addAll(one.facts());
    }
    Truth common = all == any ? all : Truth.UNKNOWN;
    return LeafFinding.of(common, LeafReason.PERIOD_MISSING, used);
  }

  private static LeafFinding total(
      ConditionLeaf leaf, YearlyFigures figures, int[] years, boolean mean) {
    List<BigDecimal> totals = List.of(BigDecimal.ZERO);
    List<Fact> used = new ArrayList<>();
    boolean unitDiffers = false;
    for (int year : years) {
      YearlyFigures.Amount one = figures.of(leaf.field(), leaf.unit(), year);
      if (one.isMissing()) {
        return LeafFinding.unknown(
            one.unitDiffers() ? LeafReason.UNIT : LeafReason.PERIOD_MISSING, used);
      }
      unitDiffers |= one.unitDiffers();
      used.addAll(one.facts());
      totals =
          totals.stream()
              .flatMap(sum -> one.values().stream().distinct().map(sum::add))
              .distinct()
              .limit(MOST_READINGS)
              .toList();
    }
    if (mean) {
      BigDecimal n = BigDecimal.valueOf(years.length);
      totals = totals.stream().map(sum -> sum.divide(n, MathContext.DECIMAL128)).toList();
    }
    return compared(leaf, new YearlyFigures.Amount(totals, used, unitDiffers));
  }

  /** Sources that differ in each year multiply; more readings than these change nothing. */
  private static final int MOST_READINGS = 64;

  private static LeafFinding compared(ConditionLeaf leaf, YearlyFigures.Amount amount) {
    if (amount.isMissing()) {
      return LeafFinding.unknown(
          amount.unitDiffers() ? LeafReason.UNIT : LeafReason.PERIOD_MISSING, amount.facts());
    }
    boolean first = holds(leaf, amount.values().get(0));
    boolean agree =
        !amount.unitDiffers()
            && amount.values().stream().allMatch(value -> holds(leaf, value) == first);
    return agree
        ? LeafFinding.decided(first, amount.facts())
        : LeafFinding.unknown(LeafReason.CONFLICT, amount.facts());
  }

  private static boolean holds(ConditionLeaf leaf, BigDecimal value) {
    BigDecimal bound = leaf.values().get(0).number().orElseThrow();
    int sign = value.compareTo(bound);
    return switch (leaf.op().affirmative()) {
      case LESS -> sign < 0;
      case AT_MOST -> sign <= 0;
      case GREATER -> sign > 0;
      case AT_LEAST -> sign >= 0;
      case BETWEEN ->
          sign >= 0 && value.compareTo(leaf.values().get(1).number().orElseThrow()) <= 0;
      case EQUAL -> sign == 0;
      default -> leaf.values().stream().anyMatch(one -> value.compareTo(one.number().get()) == 0);
    };
  }

  private static LeafFinding newest(ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf) {
    List<Fact> all = facts.of(leaf.field());
    List<Fact> valid = all.stream().filter(fact -> fact.holdsOn(asOf) != Truth.FALSE).toList();
    boolean closed = facts.isClosed(leaf.field());
    if (valid.isEmpty()) {
      LeafFinding absent = absent(leaf, closed);
      return all.isEmpty() || closed ? absent : LeafFinding.unknown(LeafReason.MAY_BE_RENEWED, all);
    }
    return agree(leaf, FactAge.newest(valid));
  }

  /** A flag that a complete register does not carry is false. */
  private static LeafFinding absent(ConditionLeaf leaf, boolean closed) {
    boolean wantsNo = leaf.values().stream().anyMatch(value -> !value.flag().orElse(true));
    if (closed && wantsNo) {
      return new LeafFinding(Truth.TRUE, LeafReason.CLEAN_CLOSED, List.of());
    }
    boolean upperBound = leaf.op() == Operator.LESS || leaf.op() == Operator.AT_MOST;
    return LeafFinding.absent(closed && !upperBound);
  }

  private static LeafFinding texts(
      ConditionLeaf leaf, EnterpriseFacts facts, LocalDate asOf, int[] years) {
    Truth all = Truth.TRUE;
    Truth any = Truth.FALSE;
    List<Fact> used = new ArrayList<>();
    for (int year : years) {
      List<Fact> states = facts.ofYear(leaf.field(), year, asOf);
      Truth one = states.isEmpty() ? Truth.UNKNOWN : agree(leaf, states).truth();
      all = all.and(one);
      any = any.or(one);
      used.addAll(states);
    }
    if (used.isEmpty()) {
      return facts.has(leaf.field())
          ? LeafFinding.unknown(LeafReason.PERIOD_MISSING, facts.of(leaf.field()))
          : absent(leaf, facts.isClosed(leaf.field()));
    }
    Truth truth = leaf.period().kind() == ReferencePeriod.Kind.EACH_N_YEARS ? all : any;
    return LeafFinding.of(truth, LeafReason.PERIOD_MISSING, used);
  }

  /** Facts that are equally new: any text may hold; flags and dates have to agree. */
  private static LeafFinding agree(ConditionLeaf leaf, List<Fact> facts) {
    Truth all = Truth.TRUE;
    Truth any = Truth.FALSE;
    for (Fact fact : facts) {
      Truth one = holds(leaf, fact.value());
      all = all.and(one);
      any = any.or(one);
    }
    boolean several = facts.stream().noneMatch(fact -> fact.value().flag().isPresent());
    if (several && !leaf.op().isOrdering()) {
      return LeafFinding.of(any, LeafReason.COARSE, facts);
    }
    return all == any
        ? LeafFinding.of(all, LeafReason.COARSE, facts)
        : LeafFinding.unknown(LeafReason.CONFLICT, facts);
  }

  private static Truth holds(ConditionLeaf leaf, FactValue value) {
    if (!leaf.op().isOrdering()) {
      return Truth.of(leaf.values().stream().anyMatch(value::isSame));
    }
    Optional<DateSpan> actual = value.date();
    Optional<DateSpan> bound = leaf.values().get(0).date();
    if (actual.isEmpty() || bound.isEmpty()) {
      return Truth.UNKNOWN;
    }
    return switch (leaf.op()) {
      case LESS -> before(actual.get(), bound.get().first());
      case AT_MOST -> after(actual.get(), bound.get().last()).not();
      case GREATER -> after(actual.get(), bound.get().last());
      case AT_LEAST -> before(actual.get(), bound.get().first()).not();
      default -> {
        DateSpan to = leaf.values().get(1).date().orElse(bound.get());
        yield before(actual.get(), bound.get().first())
            .not()
            .and(after(actual.get(), to.last()).not());
      }
    };
  }

  private static Truth before(DateSpan span, LocalDate day) {
    return span.last().isBefore(day)
        ? Truth.TRUE
        : span.first().isBefore(day) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private static Truth after(DateSpan span, LocalDate day) {
    return span.first().isAfter(day)
        ? Truth.TRUE
        : span.last().isAfter(day) ? Truth.UNKNOWN : Truth.FALSE;
  }
}
