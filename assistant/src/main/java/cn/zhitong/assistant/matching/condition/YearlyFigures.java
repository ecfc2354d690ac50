package cn.zhitong.assistant.matching.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The number that a field has in a year, or at last. What no source gives is derived for three
 * fields only: the share of R and D in revenue and the growth of either.
 */
final class YearlyFigures {
  /** A number with the facts it comes from; several values where the sources differ. */
  record Amount(List<BigDecimal> values, List<Fact> facts, boolean unitDiffers) {
    static final Amount NONE = new Amount(List.of(), List.of(), false);

    boolean isMissing() {
      return values.isEmpty();
    }
  }

  private static final String RD_RATIO = "rd_ratio";
  private static final String REVENUE = "revenue";
  private static final String RD_EXPENSE = "rd_expense";
  private static final String AGE = "age_years";
  private static final String ESTABLISHED = "established";
  private static final Map<String, String> GROWTH_OF =
      Map.of("revenue_growth", REVENUE, "rd_growth", RD_EXPENSE);
  private static final MathContext PRECISION = MathContext.DECIMAL128;

  private final EnterpriseFacts facts;
  private final LocalDate asOf;

  YearlyFigures(EnterpriseFacts facts, LocalDate asOf) {
    this.facts = facts;
    this.asOf = asOf;
  }

  /** The figure of a calendar year. */
  Amount of(String field, String unit, int year) {
    List<Fact> given = facts.ofYear(field, year, asOf);
    return given.isEmpty() ? derived(field, year) : amount(given, unit);
  }

  /** The newest figure. */
  Amount newest(String field, String unit) {
    if (AGE.equals(field)) {
      Optional<Fact> established = FactAge.newest(facts.of(ESTABLISHED)).stream().findFirst();
      if (established.isPresent() && established.get().value().date().isPresent()) {
        return age(established.get());
      }
    }
    List<Fact> valid =
        facts.of(field).stream()
            .filter(fact -> fact.holdsOn(asOf) != Truth.FALSE)
            .filter(fact -> fact.period() == null || !fact.period().first().isAfter(asOf))
            .toList();
    List<Fact> given = FactAge.newest(valid);
    int derivable = newestDerivable(field);
    if (derivable > 0
        && (given.isEmpty()
            || given.get(0).period() != null
                && given.get(0).period().last().getYear() < derivable)) {
      return derived(field, derivable);
    }
    return amount(given, unit);
  }

  /** Sum of R and D over the sum of revenue; missing where a year is. */
  Amount ratioOver(int[] years) {
    BigDecimal above = BigDecimal.ZERO;
    BigDecimal below = BigDecimal.ZERO;
    List<Fact> used = new ArrayList<>();
    for (int year : years) {
      Amount research = single(RD_EXPENSE, year);
      Amount revenue = single(REVENUE, year);
      if (research.isMissing() || revenue.isMissing()) {
        return Amount.NONE;
      }
      above = above.add(research.values().get(0));
      below = below.add(revenue.values().get(0));
      used.addAll(research.facts());
      used.addAll(revenue.facts());
    }
    return below.signum() <= 0
        ? Amount.NONE
        : new Amount(List.of(above.divide(below, PRECISION)), used, false);
  }

  private int newestDerivable(String field) {
    if (!RD_RATIO.equals(field) && !GROWTH_OF.containsKey(field)) {
      return 0;
    }
    String base = RD_RATIO.equals(field) ? REVENUE : GROWTH_OF.get(field);
    return facts.of(base).stream()
        .filter(fact -> fact.period() != null && !fact.period().first().isAfter(asOf))
        .mapToInt(fact -> fact.period().last().getYear())
        .filter(year -> !derived(field, year).isMissing())
        .max()
        .orElse(0);
  }

  private Amount derived(String field, int year) {
    if (RD_RATIO.equals(field)) {
      return ratioOver(new int[] {year});
    }
    String base = GROWTH_OF.get(field);
    if (base == null) {
      return Amount.NONE;
    }
    Amount now = single(base, year);
    Amount before = single(base, year - 1);
    if (now.isMissing() || before.isMissing() || before.values().get(0).signum() <= 0) {
      return Amount.NONE;
    }
    BigDecimal growth =
        now.values()
            .get(0)
            .subtract(before.values().get(0))
            .divide(before.values().get(0), PRECISION);
    return new Amount(
        List.of(growth),
        Stream.concat(before.facts().stream(), now.facts().stream()).toList(),
        false);
  }

  /** A component in 万元; where sources differ there is none to calculate with. */
  private Amount single(String field, int year) {
    Amount amount = amount(facts.ofYear(field, year, asOf), "万元");
    boolean agree =
        amount.values().stream().allMatch(v -> v.compareTo(amount.values().get(0)) == 0);
    return agree ? amount : Amount.NONE;
  }

  private Amount age(Fact established) {
    LocalDate born = established.value().date().orElseThrow().first();
    if (born.isAfter(asOf)) {
      return new Amount(List.of(BigDecimal.ZERO), List.of(established), false);
    }
    long whole = ChronoUnit.YEARS.between(born, asOf);
    LocalDate birthday = born.plusYears(whole);
    long days = ChronoUnit.DAYS.between(birthday, asOf);
    long length = ChronoUnit.DAYS.between(birthday, born.plusYears(whole + 1));
    BigDecimal years =
        BigDecimal.valueOf(whole)
            .add(BigDecimal.valueOf(days).divide(BigDecimal.valueOf(length), PRECISION));
    return new Amount(List.of(years), List.of(established), false);
  }

  private static Amount amount(List<Fact> facts, String unit) {
    List<BigDecimal> values = new ArrayList<>();
    boolean differs = false;
    for (Fact fact : facts) {
      Optional<BigDecimal> number = fact.value().number();
      Optional<BigDecimal> converted =
          number.flatMap(value -> UnitConversion.convert(value, fact.unit(), unit));
      differs |= number.isPresent() && converted.isEmpty();
      converted.ifPresent(values::add);
    }
    return new Amount(values, facts, differs);
  }
}
