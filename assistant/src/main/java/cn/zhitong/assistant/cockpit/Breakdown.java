package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.matching.condition.IndustryNames;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Counts by every dimension at once, while pairs go by. */
final class Breakdown {
  private static final String UNKNOWN = "";
  private static final int CITY_DIGITS = 4;
  private static final int MONTH_DIGITS = 7;

  private final StageCounts total;
  private final Map<Dimension, Map<String, StageCounts>> groups = new EnumMap<>(Dimension.class);
  private final Map<String, String> titles = new HashMap<>();
  private final boolean counties;
  private final Gazetteer gazetteer;
  private final LocalDate today;

  /**
   * @param counties whether regions are told apart by county rather than by city
   */
  Breakdown(boolean counties, LocalDate today, Gazetteer gazetteer) {
    this.total = new StageCounts(today);
    this.today = today;
    this.counties = counties;
    this.gazetteer = gazetteer;
    for (Dimension one : Dimension.values()) {
      groups.put(one, new TreeMap<>());
    }
  }

  /** Which pair it is; the time is null where it has none. */
  record PairKey(
      UUID item, String title, String region, String industry, String scale, Instant at) {}

  void count(PairKey one, Consumer<StageCounts> how) {
    how.accept(total);
    titles.putIfAbsent(one.item().toString(), one.title());
    how.accept(group(Dimension.ITEM, one.item().toString()));
    how.accept(group(Dimension.REGION, region(one.region())));
    how.accept(group(Dimension.INDUSTRY, section(one.industry())));
    how.accept(group(Dimension.SCALE, one.scale() == null ? UNKNOWN : one.scale()));
    if (one.at() != null) {
      String day = one.at().atZone(Infrastructure.ZONE).toLocalDate().toString();
      how.accept(group(Dimension.MONTH, day.substring(0, MONTH_DIGITS)));
    }
  }

  private StageCounts group(Dimension dimension, String key) {
    return groups.get(dimension).computeIfAbsent(key, one -> new StageCounts(today));
  }

  private String region(String code) {
    if (code == null || code.length() < CITY_DIGITS) {
      return UNKNOWN;
    }
    return counties ? code : code.substring(0, CITY_DIGITS) + "00";
  }

  private static String section(String code) {
    return code == null || code.isEmpty() ? UNKNOWN : code.substring(0, 1);
  }

  StageCounts.Row total() {
    return total.row("", "合计");
  }

  /** Months in order, everything else by reach. */
  List<StageCounts.Row> rows(Dimension dimension) {
    List<StageCounts.Row> rows =
        groups.get(dimension).entrySet().stream()
            .map(e -> e.getValue().row(e.getKey(), name(dimension, e.getKey())))
            .toList();
    return dimension == Dimension.MONTH
        ? rows
        : rows.stream()
            .sorted(
                Comparator.comparingInt(StageCounts.Row::reach)
                    .thenComparingInt(StageCounts.Row::pushed)
                    .reversed())
            .toList();
  }

  private String name(Dimension dimension, String key) {
    if (key.equals(UNKNOWN)) {
      return "未知";
    }
    return switch (dimension) {
      case ITEM -> titles.get(key);
      case REGION -> gazetteer.byCode(key).map(Place::name).orElse(key);
      case INDUSTRY -> IndustryNames.name(key);
      case SCALE, MONTH -> key;
    };
  }
}
