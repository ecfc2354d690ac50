package cn.zhitong.assistant.topic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Draws mixtures of one kind: five themes' appeals among ordinary ones. */
final class Mixtures {
  static final int THEMES = 5;
  private static final int SMALLEST = 15;
  private static final int LARGEST = 60;

  /**
   * A theme that can be mixed in.
   *
   * @param rows appeals known to be on it
   * @param looksLike whether an ordinary appeal is on the like of it
   */
  record Known(String name, List<CityAppeals.Row> rows, Predicate<CityAppeals.Row> looksLike) {}

  /**
   * @param labels of each appeal the theme's number, -1 for ordinary ones
   */
  record Mixture(List<String> names, List<CityAppeals.Row> rows, List<Integer> labels) {
    List<TopicDocument> appeals() {
      return rows.stream().map(CityAppeals.Row::appeal).toList();
    }
  }

  private final List<Known> themes;
  private final List<Known> others;
  private final List<CityAppeals.Row> pool;
  private final int count;
  private final int most;
  private final boolean lookalikesOut;

  /**
   * @param others themes of which ordinary appeals hold at most {@code most} each, 0 for any number
   */
  Mixtures(
      List<Known> themes,
      List<Known> others,
      List<CityAppeals.Row> pool,
      int count,
      int most,
      boolean lookalikesOut) {
    this.themes = themes;
    this.others = others;
    this.pool = pool;
    this.count = count;
    this.most = most;
    this.lookalikesOut = lookalikesOut;
  }

  Mixture draw(long seed) {
    Random random = new Random(seed);
    List<Known> order = new ArrayList<>(themes);
    Collections.shuffle(order, random);
    List<Known> picked = new ArrayList<>();
    List<CityAppeals.Row> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    Set<CityAppeals.Row> used = new HashSet<>();
    for (Known theme : order) {
      List<CityAppeals.Row> members =
          new ArrayList<>(
              theme.rows().stream()
                  .filter(row -> picked.stream().noneMatch(other -> other.looksLike().test(row)))
                  .toList());
      boolean apart = theme.rows().stream().noneMatch(used::contains);
      if (picked.size() == THEMES || members.size() < SMALLEST || !apart) {
        continue;
      }
      Collections.shuffle(members, random);
      int size = SMALLEST + random.nextInt(Math.min(LARGEST, members.size()) - SMALLEST + 1);
      for (CityAppeals.Row member : members.subList(0, size)) {
        rows.add(member);
        labels.add(picked.size());
        used.add(member);
      }
      picked.add(theme);
    }
    for (CityAppeals.Row row : ordinary(random, picked, used)) {
      rows.add(row);
      labels.add(-1);
    }
    return new Mixture(picked.stream().map(Known::name).toList(), rows, labels);
  }

  private List<CityAppeals.Row> ordinary(
      Random random, List<Known> picked, Set<CityAppeals.Row> used) {
    List<CityAppeals.Row> shuffled = new ArrayList<>(pool);
    Collections.shuffle(shuffled, random);
    Map<Known, Integer> seen = new HashMap<>();
    List<CityAppeals.Row> ordinary = new ArrayList<>();
    for (CityAppeals.Row row : shuffled) {
      boolean alike = picked.stream().anyMatch(theme -> theme.looksLike().test(row));
      if (ordinary.size() == count || used.contains(row) || lookalikesOut && alike) {
        continue;
      }
      List<Known> fitting =
          most == 0
              ? List.of()
              : others.stream().filter(theme -> theme.looksLike().test(row)).toList();
      if (fitting.stream().anyMatch(theme -> seen.getOrDefault(theme, 0) >= most)) {
        continue;
      }
      fitting.forEach(theme -> seen.merge(theme, 1, Integer::sum));
      ordinary.add(row);
    }
    return ordinary;
  }
}
