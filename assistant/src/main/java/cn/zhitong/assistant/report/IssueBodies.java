package cn.zhitong.assistant.report;

import cn.zhitong.assistant.privacy.PersonalData;
import cn.zhitong.assistant.report.AppealTextStore.Filed;
import cn.zhitong.assistant.report.HotIssuesReport.Example;
import cn.zhitong.assistant.report.HotIssuesReport.Issue;
import cn.zhitong.assistant.report.HotIssuesReport.Named;
import cn.zhitong.assistant.runtime.Infrastructure;
import cn.zhitong.assistant.topic.Topic;
import cn.zhitong.common.region.Gazetteer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Describes themes by their cases, personal data masked. */
final class IssueBodies {
  private static final int EXAMPLES = 3;
  private static final int EXCERPT = 120;
  private static final int NAMED = 10;

  /** Places from which on a matter is not one place's. */
  private static final int MANY_PLACES = 3;

  private final IssueTimes times;
  private final Gazetteer gazetteer;
  private final int considered;

  IssueBodies(IssueTimes times, Gazetteer gazetteer, int considered) {
    this.times = times;
    this.gazetteer = gazetteer;
    this.considered = considered;
  }

  /**
   * @param previous null where nothing was stored before
   */
  Issue issue(int rank, Topic theme, List<Filed> cases, Integer previous) {
    List<Instant> asked = cases.stream().map(Filed::askedAt).toList();
    List<Named> regions = named(cases, Filed::region, this::place);
    return new Issue(
        rank,
        PersonalData.mask(theme.title()),
        theme.keywords(),
        cases.size(),
        Math.round(10_000.0 * cases.size() / considered) / 10_000.0,
        times.trend(asked, previous),
        marks(asked, regions, previous),
        regions,
        named(cases, Filed::department, name -> name),
        (int) cases.stream().map(Filed::enterprise).filter(Objects::nonNull).distinct().count(),
        cases.stream().map(Filed::id).toList(),
        cases.stream().map(Filed::externalNumber).filter(Objects::nonNull).toList(),
        cases.stream().limit(EXAMPLES).map(IssueBodies::example).toList());
  }

  private List<String> marks(List<Instant> asked, List<Named> regions, Integer previous) {
    boolean little = previous == null || previous * 2 < asked.size();
    List<String> marks = new ArrayList<>();
    if (little && times.gathersAtTheEnd(asked)) {
      marks.add("苗头性");
    }
    if (regions.size() >= MANY_PLACES || times.lasts(asked)) {
      marks.add("普遍性");
    }
    return marks;
  }

  private String place(String code) {
    return gazetteer.byCode(code).map(place -> place.name()).orElse(code);
  }

  private static List<Named> named(
      List<Filed> cases, Function<Filed, String> code, Function<String, String> name) {
    Map<String, Integer> counts = new HashMap<>();
    cases.stream()
        .map(code)
        .filter(Objects::nonNull)
        .forEach(found -> counts.merge(found, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(NAMED)
        .map(entry -> new Named(entry.getKey(), name.apply(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static Example example(Filed one) {
    String text = PersonalData.mask(one.text()).strip();
    int end = Math.min(EXCERPT, text.length());
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return new Example(
        one.id(),
        one.number(),
        PersonalData.mask(one.title()),
        text.substring(0, end) + (end < text.length() ? "……" : ""),
        one.askedAt().atZone(Infrastructure.ZONE).toOffsetDateTime());
  }
}
