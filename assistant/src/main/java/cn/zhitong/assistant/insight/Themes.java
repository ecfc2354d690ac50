package cn.zhitong.assistant.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds what many letters are about: compare → link each to its nearest → communities → drop the
 * loosely attached → unite those of one word → fetch those with the theme's own words → rank →
 * name. Letters of no theme belong to none: most do.
 *
 * <p>Figures were chosen on mixtures of real letters; docs/reports.md tells how and what they give.
 */
public final class Themes {
  /** Fewer letters are no theme. */
  public static final int SMALLEST = 8;

  /** Nearest letters that a letter is linked to. */
  private static final int LINKS = 15;

  /** Weaker links are chance. */
  private static final float WEAKEST_LINK = .15f;

  /**
   * Letters a unit of resolution. Themes are far smaller than modularity's natural communities, and
   * as large among many letters as among few: so the resolution grows with the letters.
   */
  private static final double LETTERS_A_RESOLUTION = 280;

  /** A member's similarity to the others must reach this share of the members' median. */
  private static final double ATTACHED = .6;

  private static final int TRIMS = 2;

  /** Outsiders that a theme must stand out against, of each member. */
  private static final int OUTSIDERS = 5;

  private static final double OUTSIDERS_WEIGHT = .5;

  /** A member's: below it, letters are no nearer to one another than to others. */
  private static final double LEAST_STRENGTH = .03;

  private final List<Letter> letters;
  private final Similarities similarities;

  private Themes(List<Letter> letters) {
    this.letters = letters;
    this.similarities = Similarities.of(letters);
  }

  /** Themes, the strongest first; none overlap. */
  public static List<Theme> of(List<Letter> letters) {
    if (letters.size() < SMALLEST) {
      return List.of();
    }
    return new Themes(List.copyOf(letters)).find();
  }

  /** With its strength: too slow to reckon at each comparison. */
  private record Core(int[] members, double strength) {}

  private List<Theme> find() {
    ThemeNames names = new ThemeNames(letters);
    List<int[]> trimmed =
        communities().stream()
            .map(this::trimmed)
            .filter(members -> members.length >= SMALLEST)
            .toList();
    List<int[]> cores =
        new SharedWords(letters)
            .united(trimmed).stream()
                .map(members -> new Core(members, strength(members, similarities.within(members))))
                .sorted(Comparator.comparingDouble(core -> -core.strength()))
                .map(Core::members)
                .toList();
    return completed(cores).stream()
        .map(members -> theme(members, names))
        .filter(theme -> theme.strength() >= LEAST_STRENGTH * theme.members().size())
        .sorted(Comparator.comparingDouble(Theme::strength).reversed())
        .toList();
  }

  private List<int[]> communities() {
    double resolution = Math.max(1, letters.size() / LETTERS_A_RESOLUTION);
    int[] community = Communities.of(links(), resolution);
    Map<Integer, List<Integer>> groups =
        IntStream.range(0, community.length)
            .boxed()
            .collect(Collectors.groupingBy(letter -> community[letter]));
    return groups.values().stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .filter(group -> group.length >= SMALLEST)
        .toList();
  }

  /** Two letters are linked when one is among the other's nearest. */
  private List<Map<Integer, Double>> links() {
    List<Map<Integer, Double>> links = new ArrayList<>();
    for (int letter = 0; letter < letters.size(); letter++) {
      links.add(new HashMap<>());
    }
    for (int letter = 0; letter < letters.size(); letter++) {
      int[] nearest = similarities.nearest[letter];
      for (int i = 0; i < Math.min(LINKS, nearest.length); i++) {
        float weight = similarities.similarities[letter][i];
        if (weight > WEAKEST_LINK) {
          links.get(letter).put(nearest[i], (double) weight);
          links.get(nearest[i]).put(letter, (double) weight);
        }
      }
    }
    return links;
  }

  /** Every letter has a community; without this, noise would gather around themes. */
  private int[] trimmed(int[] community) {
    int[] members = community;
    for (int round = 0; round < TRIMS && members.length >= SMALLEST; round++) {
      float[] within = similarities.within(members);
      double floor = ATTACHED * median(within);
      int[] present = members;
      members =
          IntStream.range(0, present.length)
              .filter(i -> within[i] >= floor)
              .map(i -> present[i])
              .toArray();
    }
    return members;
  }

  /** Stronger themes come first: they take of the letters that are nobody's. */
  private List<int[]> completed(List<int[]> cores) {
    boolean[] taken = new boolean[letters.size()];
    cores.forEach(core -> Arrays.stream(core).forEach(letter -> taken[letter] = true));
    OwnWords words = new OwnWords(letters);
    List<int[]> themes = new ArrayList<>();
    for (int[] core : cores) {
      int[] more =
          words.letters(core).stream()
              .filter(letter -> !taken[letter])
              .mapToInt(Integer::intValue)
              .sorted()
              .toArray();
      Arrays.stream(more).forEach(letter -> taken[letter] = true);
      themes.add(IntStream.concat(Arrays.stream(core), Arrays.stream(more)).toArray());
    }
    return themes;
  }

  private Theme theme(int[] members, ThemeNames names) {
    float[] within = similarities.within(members);
    double cohesion = 0;
    for (float similarity : within) {
      cohesion += similarity / members.length;
    }
    List<Integer> typicalFirst =
        IntStream.range(0, members.length)
            .boxed()
            .sorted((a, b) -> Float.compare(within[b], within[a]))
            .map(i -> members[i])
            .toList();
    ThemeNames.Name name = names.name(typicalFirst);
    return new Theme(
        typicalFirst, cohesion, strength(members, within), name.title(), name.keywords());
  }

  /**
   * @param within each member's mean similarity to the others
   */
  private double strength(int[] members, float[] within) {
    boolean[] member = new boolean[letters.size()];
    Arrays.stream(members).forEach(letter -> member[letter] = true);
    double strength = 0;
    for (int i = 0; i < members.length; i++) {
      strength += within[i] - OUTSIDERS_WEIGHT * outsiders(members[i], member);
    }
    return strength;
  }

  /** Mean similarity to the nearest letters that are no members. */
  private double outsiders(int letter, boolean[] member) {
    int[] nearest = similarities.nearest[letter];
    double sum = 0;
    int found = 0;
    double last = 0;
    for (int i = 0; i < nearest.length && found < OUTSIDERS; i++) {
      last = similarities.similarities[letter][i];
      if (!member[nearest[i]]) {
        sum += last;
        found++;
      }
    }
    // None of those kept may be an outsider; the next ones are no nearer than the last.
    return (sum + (OUTSIDERS - found) * last) / OUTSIDERS;
  }

  private static double median(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
