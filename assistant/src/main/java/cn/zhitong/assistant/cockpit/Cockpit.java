package cn.zhitong.assistant.cockpit;

import cn.zhitong.assistant.matching.enterprise.EnterpriseMask;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.match.ItemAudience;
import cn.zhitong.assistant.push.PushedStore;
import cn.zhitong.common.region.Gazetteer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The way from those whom items reach to the money, counted in pairs of enterprise and item. */
@ApplicationScoped
class Cockpit {
  /** Enterprises that are named as having never applied. */
  private static final int NAMED = 100;

  /** From here on a code names a county. */
  private static final String CITY_END = "00";

  private static final String PROVINCE_END = "0000";

  private final ItemLibrary library;
  private final ItemAudience audience;
  private final PushedStore pushed;
  private final ApplicationPairsStore applications;
  private final Gazetteer gazetteer;
  private final Clock clock;

  Cockpit(
      ItemLibrary library,
      ItemAudience audience,
      PushedStore pushed,
      ApplicationPairsStore applications,
      Gazetteer gazetteer,
      Clock clock) {
    this.library = library;
    this.audience = audience;
    this.pushed = pushed;
    this.applications = applications;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /** An enterprise that meets items and applied for none of them. */
  record Silent(String creditCode, String name, int items) {}

  /**
   * What the cockpit shows.
   *
   * @param silent enterprises that meet something and applied for nothing in the time
   * @param reached enterprises that meet something
   */
  record Figures(
      LocalDate from,
      LocalDate to,
      LocalDate reachOn,
      StageCounts.Row total,
      List<StageCounts.Row> byItem,
      List<StageCounts.Row> byRegion,
      List<StageCounts.Row> byIndustry,
      List<StageCounts.Row> byScale,
      List<StageCounts.Row> byMonth,
      int reached,
      int silent,
      List<Silent> silentExamples) {

    /** Without names: who looks sees counts alone. */
    Figures masked() {
      return new Figures(
          from,
          to,
          reachOn,
          total,
          byItem,
          byRegion,
          byIndustry,
          byScale,
          byMonth,
          reached,
          silent,
          silentExamples.stream()
              .map(
                  one ->
                      new Silent(
                          EnterpriseMask.code(one.creditCode()),
                          EnterpriseMask.name(one.name()),
                          one.items()))
              .toList());
    }
  }

  /** Enterprises that meet something. */
  private static final class Reached {
    private final Map<String, Integer> items = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> applied;

    Reached(List<ApplicationPairsStore.Applied> all) {
      applied =
          all.stream()
              .map(ApplicationPairsStore.Applied::creditCode)
              .collect(Collectors.toUnmodifiableSet());
    }

    void add(ItemAudience.Member one) {
      items.merge(one.creditCode(), 1, Integer::sum);
      names.putIfAbsent(one.creditCode(), one.name());
    }

    List<Silent> silent() {
      return items.entrySet().stream()
          .filter(e -> !applied.contains(e.getKey()))
          .map(e -> new Silent(e.getKey(), names.get(e.getKey()), e.getValue()))
          .sorted(
              Comparator.comparingInt((Silent one) -> -one.items())
                  .thenComparing(Silent::creditCode))
          .toList();
    }
  }

  /** Counts anew, from what is there now. */
  Figures of(CockpitQuery query) {
    LocalDate today = LocalDate.now(clock);
    Breakdown breakdown = new Breakdown(isCity(query.region()), today, gazetteer);
    List<ApplicationPairsStore.Applied> applied = applied(query);
    Set<String> pairs = pairs(applied);
    Reached reached = new Reached(applied);
    eachMet(
        query,
        today,
        (item, one) -> {
          UUID id = item.item().id();
          boolean has = pairs.contains(one.creditCode() + id);
          reached.add(one);
          breakdown.count(
              new Breakdown.PairKey(
                  id,
                  item.item().content().title(),
                  one.region(),
                  one.industry(),
                  one.scale(),
                  null),
              counts -> counts.met(has));
        });
    countPushed(query, breakdown);
    applied.forEach(one -> breakdown.count(key(one), counts -> counts.applied(one)));
    return figures(query, today, breakdown, reached);
  }

  /** Those that meet something and applied for nothing in the time, most items first. */
  List<Silent> silent(CockpitQuery query) {
    Reached reached = new Reached(applied(query));
    eachMet(query, LocalDate.now(clock), (item, one) -> reached.add(one));
    return reached.silent();
  }

  private List<ApplicationPairsStore.Applied> applied(CockpitQuery query) {
    return applications.between(query.period().start(), query.period().end()).stream()
        .filter(
            one -> query.fits(one.itemId(), one.region(), one.industry(), one.scale(), gazetteer))
        .toList();
  }

  private void eachMet(
      CockpitQuery query,
      LocalDate today,
      BiConsumer<ItemLibrary.Published, ItemAudience.Member> seen) {
    for (ItemLibrary.Published item : library.on(today)) {
      UUID id = item.item().id();
      if (query.itemId() == null || query.itemId().equals(id)) {
        audience.eachMet(
            item,
            today,
            one -> {
              if (query.fits(id, one.region(), one.industry(), one.scale(), gazetteer)) {
                seen.accept(item, one);
              }
            });
      }
    }
  }

  private void countPushed(CockpitQuery query, Breakdown breakdown) {
    pushed
        .between(query.period().start(), query.period().end(), query.itemId())
        .forEach(
            one -> {
              if (query.fits(one.itemId(), one.region(), one.industry(), one.scale(), gazetteer)) {
                breakdown.count(
                    new Breakdown.PairKey(
                        one.itemId(),
                        one.title(),
                        one.region(),
                        one.industry(),
                        one.scale(),
                        one.at()),
                    counts -> counts.pushed(one.openedAt() != null));
              }
            });
  }

  private Figures figures(
      CockpitQuery query, LocalDate today, Breakdown breakdown, Reached reached) {
    List<Silent> silent = reached.silent();
    return new Figures(
        query.period().from(),
        query.period().to(),
        today,
        breakdown.total(),
        breakdown.rows(Dimension.ITEM),
        breakdown.rows(Dimension.REGION),
        breakdown.rows(Dimension.INDUSTRY),
        breakdown.rows(Dimension.SCALE),
        breakdown.rows(Dimension.MONTH),
        reached.items.size(),
        silent.size(),
        silent.stream().limit(NAMED).toList());
  }

  private static Set<String> pairs(List<ApplicationPairsStore.Applied> applied) {
    Set<String> pairs = new HashSet<>();
    applied.forEach(one -> pairs.add(one.creditCode() + one.itemId()));
    return pairs;
  }

  private static Breakdown.PairKey key(ApplicationPairsStore.Applied one) {
    return new Breakdown.PairKey(
        one.itemId(), one.title(), one.region(), one.industry(), one.scale(), one.submittedAt());
  }

  private static boolean isCity(String region) {
    return region != null && region.endsWith(CITY_END) && !region.endsWith(PROVINCE_END);
  }
}
