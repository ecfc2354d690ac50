package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.assistant.matching.enterprise.YearFigures;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.match.ItemAudience;
import cn.zhitong.assistant.web.Problem;
import cn.zhitong.common.region.Gazetteer;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Figures of enterprises before and after, by whether money came. Who applies differs from who does
 * not in many ways: the difference is shown, and that it proves no cause.
 */
@ApplicationScoped
class Effect {
  private static final String WARNING = "只是前后数字的对比，不能证明是政策的作用：获得兑付的企业与其他企业本来就不同，同期还有市场和其他政策的影响。";

  /** Fewer would tell of single enterprises. */
  private static final int FEWEST = 5;

  private final ItemLibrary library;
  private final ItemAudience audience;
  private final ApplicationPairsStore applications;
  private final YearFigures figures;
  private final Gazetteer gazetteer;
  private final Clock clock;

  Effect(
      ItemLibrary library,
      ItemAudience audience,
      ApplicationPairsStore applications,
      YearFigures figures,
      Gazetteer gazetteer,
      Clock clock) {
    this.library = library;
    this.audience = audience;
    this.applications = applications;
    this.figures = figures;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /**
   * A group's medians.
   *
   * @param enterprises in the group; {@code compared} have figures of both years
   * @param before null where too few are compared; so with the others
   * @param change median of each enterprise's own change, as a share
   */
  record Group(
      String name, int enterprises, int compared, Double before, Double after, Double change) {}

  record Comparison(
      String field,
      String fieldName,
      int beforeYear,
      int afterYear,
      List<Group> groups,
      String warning) {}

  /**
   * Compares a field's figures of two years.
   *
   * @throws Problem.InvalidRequest where the field is none with figures, or the years are wrong
   */
  Comparison of(CockpitQuery query, String field, int before, int after) {
    boolean numeric =
        FieldCatalogue.of(field)
            .map(one -> one.type() == FieldCatalogue.Type.NUMBER && one.yearly())
            .orElse(false);
    if (!numeric) {
      throw new Problem.InvalidRequest("field：应为按年度的数字字段，如 revenue、staff、tax_paid。");
    }
    if (before >= after) {
      throw new Problem.InvalidRequest("before：应早于 after。");
    }
    Set<String> paid = paid(query);
    Set<String> others = met(query);
    others.removeAll(paid);
    return new Comparison(
        field,
        FieldCatalogue.name(field),
        before,
        after,
        List.of(
            group("已兑付的企业", paid, field, before, after),
            group("符合条件、没有兑付的企业", others, field, before, after)),
        WARNING);
  }

  private Set<String> paid(CockpitQuery query) {
    Set<String> codes = new HashSet<>();
    applications.between(query.period().start(), query.period().end()).stream()
        .filter(one -> one.paidOn() != null)
        .filter(
            one -> query.fits(one.itemId(), one.region(), one.industry(), one.scale(), gazetteer))
        .forEach(one -> codes.add(one.creditCode()));
    return codes;
  }

  private Set<String> met(CockpitQuery query) {
    LocalDate today = LocalDate.now(clock);
    Set<String> codes = new HashSet<>();
    for (ItemLibrary.Published item : library.on(today)) {
      UUID id = item.item().id();
      if (query.itemId() == null || query.itemId().equals(id)) {
        audience.eachMet(
            item,
            today,
            one -> {
              if (query.fits(id, one.region(), one.industry(), one.scale(), gazetteer)) {
                codes.add(one.creditCode());
              }
            });
      }
    }
    return codes;
  }

  private Group group(String name, Set<String> codes, String field, int before, int after) {
    List<YearFigures.Pair> pairs = figures.of(codes, field, before, after);
    if (pairs.size() < FEWEST) {
      return new Group(name, codes.size(), pairs.size(), null, null, null);
    }
    List<BigDecimal> first = pairs.stream().map(YearFigures.Pair::before).toList();
    List<BigDecimal> second = pairs.stream().map(YearFigures.Pair::after).toList();
    List<BigDecimal> changes =
        pairs.stream()
            .filter(pair -> pair.before().signum() != 0)
            .map(
                pair ->
                    pair.after()
                        .subtract(pair.before())
                        .divide(pair.before().abs(), 4, RoundingMode.HALF_UP))
            .toList();
    return new Group(
        name, codes.size(), pairs.size(), median(first), median(second), median(changes));
  }

  static Double median(List<BigDecimal> values) {
    if (values.isEmpty()) {
      return null;
    }
    List<BigDecimal> sorted = new ArrayList<>(values);
    sorted.sort(null);
    int middle = sorted.size() / 2;
    BigDecimal upper = sorted.get(middle);
    if (sorted.size() % 2 == 1) {
      return upper.doubleValue();
    }
    return upper.add(sorted.get(middle - 1)).divide(BigDecimal.valueOf(2)).doubleValue();
  }
}
