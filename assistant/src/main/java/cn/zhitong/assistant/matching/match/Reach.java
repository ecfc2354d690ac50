package cn.zhitong.assistant.matching.match;

import cn.zhitong.assistant.matching.condition.CandidateFilter;
import cn.zhitong.assistant.matching.condition.Condition;
import cn.zhitong.assistant.matching.condition.EnterpriseFacts;
import cn.zhitong.assistant.matching.condition.Evaluation;
import cn.zhitong.assistant.matching.condition.IndustryNames;
import cn.zhitong.assistant.matching.condition.MatchOutcome;
import cn.zhitong.assistant.matching.enterprise.EnterpriseStore;
import cn.zhitong.assistant.matching.enterprise.FieldCatalogue;
import cn.zhitong.assistant.matching.item.ItemLibrary;
import cn.zhitong.assistant.matching.item.StoredItem;
import cn.zhitong.assistant.matching.tag.EnterpriseTag;
import cn.zhitong.common.region.Gazetteer;
import cn.zhitong.common.region.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whom an item reaches, before it is published: counts by region, industry and size. */
@ApplicationScoped
class Reach {
  private static final int PAGE = 1_000;
  private static final String NONE = "未知";

  private final EnterpriseStore enterprises;
  private final Matches matches;
  private final Gazetteer gazetteer;

  @Inject
  Reach(EnterpriseStore enterprises, Matches matches, Gazetteer gazetteer) {
    this.enterprises = enterprises;
    this.matches = matches;
    this.gazetteer = gazetteer;
  }

  /** Counts of one group. */
  record GroupCount(String key, String name, long met, long unknown, long notMet) {}

  /** A field that is missing, and for how many of those undecided. */
  record MissingCount(String field, String name, long count) {}

  /** What an item reaches; {@code not_met} in the contract's writing. */
  record ReachBody(
      long met,
      long unknown,
      @com.fasterxml.jackson.annotation.JsonProperty("not_met") long notMet,
      List<GroupCount> byRegion,
      List<GroupCount> byIndustry,
      List<GroupCount> byScale,
      List<MissingCount> missing) {}

  private static final class Tally {
    private final long[] counts = new long[MatchOutcome.values().length];

    void add(MatchOutcome outcome, long files) {
      counts[outcome.ordinal()] += files;
    }

    GroupCount count(String key, String name) {
      return new GroupCount(
          key,
          name,
          counts[MatchOutcome.MET.ordinal()],
          counts[MatchOutcome.UNKNOWN.ordinal()],
          counts[MatchOutcome.NOT_MET.ordinal()]);
    }
  }

  /**
   * @param tag only enterprises that bear it are counted, not those that may; null for all
   */
  ReachBody of(Condition tree, StoredItem item, EnterpriseTag tag, LocalDate asOf) {
    Tally all = new Tally();
    Map<String, Tally> regions = new TreeMap<>();
    Map<String, Tally> industries = new TreeMap<>();
    Map<String, Tally> scales = new TreeMap<>();
    Map<String, Long> missing = new HashMap<>();
    // The database counts whom the conditions drop, but not which of those bear the tag.
    CandidateFilter filter = CandidateFilter.of(tag == null ? tree : tag.conditions());
    List<EnterpriseStore.DroppedFiles> allDropped =
        tag == null ? enterprises.dropped(filter) : List.of();
    for (EnterpriseStore.DroppedFiles dropped : allDropped) {
      all.add(MatchOutcome.NOT_MET, dropped.files());
      tally(regions, dropped.region()).add(MatchOutcome.NOT_MET, dropped.files());
      tally(industries, section(dropped.industry())).add(MatchOutcome.NOT_MET, dropped.files());
      tally(scales, dropped.scale()).add(MatchOutcome.NOT_MET, dropped.files());
    }
    enterprises.each(
        filter,
        PAGE,
        file -> {
          EnterpriseFacts facts = file.asFacts();
          if (!matches.bears(facts, tag, asOf)) {
            return;
          }
          MatchOutcome outcome = matches.outcome(tree, facts, asOf);
          all.add(outcome, 1);
          tally(regions, file.latest("region")).add(outcome, 1);
          tally(industries, section(file.latest("industry"))).add(outcome, 1);
          tally(scales, file.latest("scale")).add(outcome, 1);
          if (outcome == MatchOutcome.UNKNOWN) {
            Evaluation evaluation = matches.evaluate(tree, facts, asOf);
            new Matches.Match(new ItemLibrary.Published(item, tree), evaluation)
                .missing()
                .forEach(field -> missing.merge(field, 1L, Long::sum));
          }
        });
    GroupCount total = all.count("", "");
    return new ReachBody(
        total.met(),
        total.unknown(),
        total.notMet(),
        regions.entrySet().stream()
            .map(e -> e.getValue().count(e.getKey(), placeName(e.getKey())))
            .toList(),
        groups(industries),
        groups(scales),
        missing.entrySet().stream()
            .map(e -> new MissingCount(e.getKey(), FieldCatalogue.name(e.getKey()), e.getValue()))
            .sorted(
                java.util.Comparator.comparingLong((MissingCount one) -> -one.count())
                    .thenComparing(MissingCount::field))
            .toList());
  }

  private static Tally tally(Map<String, Tally> groups, String key) {
    return groups.computeIfAbsent(key == null ? NONE : key, one -> new Tally());
  }

  private static List<GroupCount> groups(Map<String, Tally> groups) {
    return groups.entrySet().stream()
        .map(e -> e.getValue().count(e.getKey(), IndustryNames.name(e.getKey())))
        .toList();
  }

  private static String section(String industry) {
    return industry == null || industry.isEmpty() ? null : industry.substring(0, 1);
  }

  private String placeName(String code) {
    return gazetteer.byCode(code).map(Place::name).orElse(code);
  }
}
