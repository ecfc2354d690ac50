package cn.zhitong.assistant.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Draws mixtures of one kind: five themes' letters among ordinary ones. */
final class Mixtures {
  static final int THEMES = 5;
  private static final int SMALLEST = 15;
  private static final int LARGEST = 60;

  /**
   * A theme that can be mixed in.
   *
   * @param rows letters known to be on it
   * @param looksLike whether an ordinary letter is on the like of it
   */
  record Known(String name, List<CityLetters.Row> rows, Predicate<CityLetters.Row> looksLike) {}

  /**
   * @param labels of each letter the theme's number, -1 for ordinary ones
   */
  record Mixture(List<String> names, List<CityLetters.Row> rows, List<Integer> labels) {
    List<Letter> letters() {
      return rows.stream().map(CityLetters.Row::letter).toList();
    }
  }

  private final List<Known> themes;
  private final List<Known> others;
  private final List<CityLetters.Row> pool;
  private final int count;
  private final int most;
  private final boolean lookalikesOut;

  /**
   * @param others themes of which ordinary letters hold at most {@code most} each, 0 for any number
   */
  Mixtures(
      List<Known> themes,
      List<Known> others,
      List<CityLetters.Row> pool,
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
    List<CityLetters.Row> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    Set<CityLetters.Row> used = new HashSet<>();
    for (Known theme : order) {
      List<CityLetters.Row> members =
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
      for (CityLetters.Row member : members.subList(0, size)) {
        rows.add(member);
        labels.add(picked.size());
        used.add(member);
      }
      picked.add(theme);
    }
    for (CityLetters.Row row : ordinary(random, picked, used)) {
      rows.add(row);
      labels.add(-1);
    }
    return new Mixture(picked.stream().map(Known::name).toList(), rows, labels);
  }

  private List<CityLetters.Row> ordinary(
      Random random, List<Known> picked, Set<CityLetters.Row> used) {
    List<CityLetters.Row> shuffled = new ArrayList<>(pool);
    Collections.shuffle(shuffled, random);
    Map<Known, Integer> seen = new HashMap<>();
    List<CityLetters.Row> ordinary = new ArrayList<>();
    for (CityLetters.Row row : shuffled) {
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
