package cn.zhitong.assistant.triage;

import cn.zhitong.assistant.appeal.Category;
import cn.zhitong.common.region.Gazetteer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Working days that a category is given in a region, as the operator set them. */
@ApplicationScoped
public class DeadlineRules {
  /** Rules that hold wherever no place has its own. */
  private static final String EVERYWHERE = "all";

  /** No rule gives a case a year. */
  private static final int MOST = 250;

  private final Map<String, Map<String, Integer>> rules;

  @Inject
  DeadlineRules(TriageConfig config) {
    this(config.workingDays());
  }

  /** Where no place has a rule of its own. */
  public static DeadlineRules standard() {
    return new DeadlineRules(Map.of());
  }

  private DeadlineRules(Map<String, Map<String, Integer>> rules) {
    this.rules = rules;
    rules.forEach(
        (place, days) ->
            days.forEach(
                (category, value) -> {
                  Category.of(category);
                  if (!place.equals(EVERYWHERE) && !place.matches("\\d{6}")) {
                    throw new IllegalArgumentException(
                        "zhitong.triage.working-days." + place + "：应为 all 或六位行政区划代码");
                  }
                  if (value < 1 || value > MOST) {
                    throw new IllegalArgumentException(
                        "zhitong.triage.working-days."
                            + place
                            + "."
                            + category
                            + "：应为 1 到 "
                            + MOST);
                  }
                }));
  }

  /** Changes when the operator sets other rules. */
  public String version() {
    return Integer.toHexString(rules.hashCode());
  }

  /**
   * The rule of the place, else of the nearest place above it, else everywhere's, else the
   * category's own.
   *
   * @param region GB/T 2260 code or null
   */
  public int workingDays(Category category, String region) {
    List<String> places = new ArrayList<>();
    if (region != null) {
      places.add(region);
      places.addAll(Gazetteer.standard().ancestors(region));
    }
    places.add(EVERYWHERE);
    for (String place : places) {
      Integer days = rules.getOrDefault(place, Map.of()).get(category.code());
      if (days != null) {
        return days;
      }
    }
    return category.workingDays();
  }
}
