package cn.zhitong.assistant.application;

import cn.zhitong.common.text.Coded;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Which steps wait longest, in working days since the state began. */
@ApplicationScoped
class ApplicationWaiting {
  private static final double MEDIAN = .5;
  private static final double P90 = .9;

  private final ApplicationListStore store;
  private final ApplicationDeadlines deadlines;

  ApplicationWaiting(ApplicationListStore store, ApplicationDeadlines deadlines) {
    this.store = store;
    this.deadlines = deadlines;
  }

  private record Place(UUID itemId, String itemTitle, String turn, String state, Integer step) {}

  /**
   * Applications that wait at one step.
   *
   * @param step of the review, from 0; null outside of it
   */
  record Group(
      UUID itemId,
      String itemTitle,
      String department,
      String state,
      String stateLabel,
      Integer step,
      int count,
      int medianDays,
      int p90Days,
      int longestDays) {}

  record WaitingBody(List<Group> groups, int count, Integer medianDays, Integer p90Days) {}

  WaitingBody all() {
    Map<Place, List<Integer>> days = new LinkedHashMap<>();
    List<Integer> together = new ArrayList<>();
    for (ApplicationListStore.Waiting one : store.waiting()) {
      int waited = deadlines.workingDaysSince(one.since());
      Place place = new Place(one.itemId(), one.itemTitle(), one.turn(), one.state(), one.step());
      days.computeIfAbsent(place, key -> new ArrayList<>()).add(waited);
      together.add(waited);
    }
    List<Group> groups =
        days.entrySet().stream()
            .map(entry -> group(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingInt(Group::p90Days)
                    .thenComparingInt(Group::count)
                    .reversed()
                    .thenComparing(one -> Objects.toString(one.itemTitle())))
            .toList();
    return new WaitingBody(
        groups,
        together.size(),
        together.isEmpty() ? null : quantile(together, MEDIAN),
        together.isEmpty() ? null : quantile(together, P90));
  }

  private static Group group(Place place, List<Integer> days) {
    ApplicationStatus state = Coded.of(ApplicationStatus.class, place.state());
    return new Group(
        place.itemId(),
        place.itemTitle(),
        place.turn(),
        state.code(),
        state.label(),
        place.step(),
        days.size(),
        quantile(days, MEDIAN),
        quantile(days, P90),
        days.stream().max(Integer::compare).orElseThrow());
  }

  /** The smallest value that so large a share does not exceed (nearest rank). */
  static int quantile(List<Integer> values, double share) {
    List<Integer> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }
}
