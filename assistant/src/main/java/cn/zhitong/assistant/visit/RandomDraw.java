package cn.zhitong.assistant.visit;

import cn.zhitong.assistant.eventlog.EventChain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws so many of each stratum by a seed: whoever has seed and population draws the same again.
 * Units are ranked by SHA-256 of seed and unit, so neither the order in which they come nor anybody
 * who knows the population beforehand has a say.
 */
final class RandomDraw {
  private RandomDraw() {}

  /**
   * Who may be drawn.
   *
   * @param region city, or empty
   * @param item id of the item that it was about, or empty
   */
  record Unit(String creditCode, String region, String item) {
    String stratum() {
      return region + "/" + item;
    }

    String key() {
      return creditCode + "/" + stratum();
    }
  }

  /** The first so many of each stratum, strata in order; no enterprise twice in a round. */
  static List<Unit> draw(Collection<Unit> population, String seed, int perStratum) {
    Map<String, List<Unit>> strata = new TreeMap<>();
    population.forEach(
        one -> strata.computeIfAbsent(one.stratum(), key -> new ArrayList<>()).add(one));
    List<Unit> drawn = new ArrayList<>();
    java.util.Set<String> seen = new java.util.HashSet<>();
    for (List<Unit> stratum : strata.values()) {
      stratum.sort(Comparator.comparing(one -> EventChain.sha256(seed + "/" + one.key())));
      int taken = 0;
      for (Unit one : stratum) {
        if (taken < perStratum && seen.add(one.creditCode())) {
          drawn.add(one);
          taken++;
        }
      }
    }
    return drawn;
  }

  /** What the population was, so that nobody can say later that it was another. */
  static String digest(Collection<Unit> population) {
    StringBuilder all = new StringBuilder();
    population.stream().map(Unit::key).sorted().forEach(key -> all.append(key).append('\n'));
    return EventChain.sha256(all.toString());
  }
}
