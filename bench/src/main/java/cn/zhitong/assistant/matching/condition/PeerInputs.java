package cn.zhitong.assistant.matching.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An enterprise file as the peers get it: a value for each input that some rule asks for, nothing
 * where it is not known. Years are summed here, outside of what is timed, where our own evaluation
 * does it each time.
 */
final class PeerInputs {
  private static final RegionRule NO_REGIONS = null;

  private final EnterpriseFacts facts;
  private final LocalDate asOf;

  private PeerInputs(EnterpriseFacts facts, LocalDate asOf) {
    this.facts = facts;
    this.asOf = asOf;
  }

  /** Booleans, BigDecimals, LocalDates and lists of texts by the names of the inputs. */
  static Map<LeafInput, Object> of(EnterpriseFacts facts, List<LeafInput> inputs, LocalDate asOf) {
    PeerInputs reader = new PeerInputs(facts, asOf);
    Map<LeafInput, Object> values = new HashMap<>();
    for (LeafInput input : inputs) {
      Object value = reader.value(input);
      if (value != null) {
        values.put(input, value);
      }
    }
    return values;
  }

  private Object value(LeafInput input) {
    return switch (input.kind()) {
      case FLAG -> flag(input);
      case NUMBER -> number(input.leaf());
      case DATE -> day(input.leaf());
      case PLACES, INDUSTRIES, TEXTS -> texts(input);
    };
  }

  private Boolean flag(LeafInput input) {
    ConditionLeaf leaf = input.leaf();
    if (leaf.isOpen()) {
      return null;
    }
    boolean named = input.value() != null;
    ConditionLeaf asked =
        new ConditionLeaf(
            leaf.field(),
            named ? leaf.op().affirmative() : Operator.EQUAL,
            List.of(named ? input.value() : FactValue.of(true)),
            false,
            null,
            leaf.period(),
            leaf.quote(),
            null,
            null,
            Strength.HARD,
            LeafMode.DATA,
            null);
    Truth truth = new LeafRules(NO_REGIONS).decide(asked, facts, asOf).truth();
    return truth == Truth.UNKNOWN ? null : truth == Truth.TRUE;
  }

  private List<String> texts(LeafInput input) {
    String field = input.leaf().field();
    List<Fact> valid =
        facts.of(field).stream().filter(fact -> fact.holdsOn(asOf) != Truth.FALSE).toList();
    boolean several = field.equals("industry") || field.equals("zone");
    List<Fact> used = several ? valid : FactAge.newest(valid);
    if (used.isEmpty()) {
      return facts.isClosed(field) ? List.of() : null;
    }
    // A plain array's list: the peer has only the JDK to read it with.
    return Arrays.asList(used.stream().map(fact -> fact.value().text()).toArray(String[]::new));
  }

  private LocalDate day(ConditionLeaf leaf) {
    return FactAge.newest(facts.of(leaf.field())).stream()
        .findFirst()
        .flatMap(fact -> fact.value().date())
        .filter(span -> span.first().equals(span.last()))
        .map(DateSpan::first)
        .orElse(null);
  }

  private BigDecimal number(ConditionLeaf leaf) {
    YearlyFigures figures = new YearlyFigures(facts, asOf);
    int[] years = leaf.period() == null ? new int[0] : leaf.period().years(asOf);
    if (years.length == 0) {
      return single(figures.newest(leaf.field(), leaf.unit())).orElse(null);
    }
    BigDecimal[] each =
        Arrays.stream(years)
            .mapToObj(year -> single(figures.of(leaf.field(), leaf.unit(), year)).orElse(null))
            .toArray(BigDecimal[]::new);
    if (Arrays.asList(each).contains(null)) {
      return null;
    }
    BigDecimal sum = Arrays.stream(each).reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (leaf.period().kind()) {
      case EACH_N_YEARS -> worst(leaf, Arrays.asList(each));
      case AVG_N_YEARS -> sum.divide(BigDecimal.valueOf(years.length), MathContext.DECIMAL128);
      default -> sum;
    };
  }

  /** The year that decides whether each one does. */
  private static BigDecimal worst(ConditionLeaf leaf, List<BigDecimal> years) {
    boolean upper = leaf.op() == Operator.LESS || leaf.op() == Operator.AT_MOST;
    return upper ? Collections.max(years) : Collections.min(years);
  }

  private static Optional<BigDecimal> single(YearlyFigures.Amount amount) {
    boolean one = amount.values().stream().distinct().count() == 1 && !amount.unitDiffers();
    return one ? Optional.of(amount.values().get(0)) : Optional.empty();
  }
}
