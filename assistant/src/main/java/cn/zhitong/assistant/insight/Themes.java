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
 * loosely attached → unite those of one word → gather by what their titles call the matter → rank →
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

  /** A group that title words tell so badly has no name for its matter: it stays as it is. */
  private static final double TOLD = .45;

  /** A member that never names the matter stays when it is so far as near as those that do. */
  private static final double UNNAMED = .6;

  /** A letter that names the matter in its title joins when it is so far as near as members are. */
  private static final double JOINS = .2;

  private static final int GATHERINGS = 2;

  /** A group of which a stronger theme has more than this share is another side of it. */
  private static final double MOST_SHARED = .3;

  /** Groups without a name for their matter rank low, but not by nothing. */
  private static final double LEAST_FIT = .1;

  private final List<Letter> letters;
  private final Similarities similarities;
  private final Subjects subjects;

  private Themes(List<Letter> letters) {
    this.letters = letters;
    this.similarities = Similarities.of(letters);
    this.subjects = new Subjects(letters);
  }

  /** Themes, the strongest first; none overlap. */
  public static List<Theme> of(List<Letter> letters) {
    if (letters.size() < SMALLEST) {
      return List.of();
    }
    return new Themes(List.copyOf(letters)).find();
  }

  /**
   * A group that may be a theme.
   *
   * @param fit how well a few title words tell its letters from all others
   */
  private record Core(int[] members, double fit, double strength) {
    /** What groups are ranked by: many like letters that are not called alike are no one matter. */
    double weight() {
      return strength * Math.max(LEAST_FIT, fit);
    }
  }

  private List<Theme> find() {
    ThemeNames names = new ThemeNames(letters);
    List<int[]> trimmed =
        communities().stream()
            .map(this::trimmed)
            .filter(members -> members.length >= SMALLEST)
            .toList();
    List<Core> cores =
        new SharedWords(letters)
            .united(trimmed).stream()
                .map(this::gathered)
                .filter(members -> members.length >= SMALLEST)
                .map(members -> core(members, subjects.of(members).fit()))
                .toList();
    return apart(cores).stream()
        .filter(core -> core.strength() >= LEAST_STRENGTH * core.members().length)
        .map(core -> theme(core, names))
        .sorted(Comparator.comparingDouble(Theme::strength).reversed())
        .toList();
  }

  private Core core(int[] members, double fit) {
    return new Core(members, fit, strength(members, similarities.within(members)));
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

  /** Neighbours of the matter go, letters that name it come. */
  private int[] gathered(int[] group) {
    int[] members = group;
    for (int round = 0; round < GATHERINGS && members.length >= SMALLEST; round++) {
      Subjects.Subject subject = subjects.of(members);
      if (subject.fit() < TOLD) {
        return members;
      }
      int[] kept = kept(members, subject);
      if (kept.length < SMALLEST) {
        return members;
      }
      members = joined(members, kept, subject);
    }
    return members;
  }

  /** Those that name the matter, and those that stand out with them although they do not. */
  private int[] kept(int[] members, Subjects.Subject subject) {
    float[] within = similarities.within(members);
    boolean[] member = memberships(members);
    double[] margins = new double[members.length];
    boolean[] named = new boolean[members.length];
    for (int i = 0; i < members.length; i++) {
      margins[i] = within[i] - OUTSIDERS_WEIGHT * outsiders(members[i], member);
      named[i] = subjects.names(members[i], subject);
    }
    double[] usual =
        IntStream.range(0, members.length)
            .filter(i -> named[i])
            .mapToDouble(i -> margins[i])
            .sorted()
            .toArray();
    double least = UNNAMED * usual[usual.length / 2];
    return IntStream.range(0, members.length)
        .filter(i -> named[i] || margins[i] >= least)
        .map(i -> members[i])
        .toArray();
  }

  private int[] joined(int[] members, int[] kept, Subjects.Subject subject) {
    boolean[] member = memberships(members);
    Similarities.Centre centre = similarities.centre(kept);
    double[] near = Arrays.stream(kept).mapToDouble(centre::similarity).sorted().toArray();
    double least = JOINS * near[near.length / 2];
    IntStream more =
        subject.titled().stream()
            .filter(letter -> !member[letter] && centre.similarity(letter) >= least);
    return IntStream.concat(Arrays.stream(kept), more).toArray();
  }

  private boolean[] memberships(int[] members) {
    boolean[] member = new boolean[letters.size()];
    Arrays.stream(members).forEach(letter -> member[letter] = true);
    return member;
  }

  /** A letter that several groups gathered is the strongest one's. */
  private List<Core> apart(List<Core> cores) {
    boolean[] taken = new boolean[letters.size()];
    List<Core> apart = new ArrayList<>();
    for (Core core :
        cores.stream().sorted(Comparator.comparingDouble(core -> -core.weight())).toList()) {
      int[] left = Arrays.stream(core.members()).filter(letter -> !taken[letter]).toArray();
      if (left.length >= SMALLEST && left.length >= (1 - MOST_SHARED) * core.members().length) {
        Arrays.stream(left).forEach(letter -> taken[letter] = true);
        apart.add(core(left, core.fit()));
      }
    }
    return apart;
  }

  private Theme theme(Core core, ThemeNames names) {
    int[] members = core.members();
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
    return new Theme(typicalFirst, cohesion, core.weight(), name.title(), name.keywords());
  }

  /**
   * @param within each member's mean similarity to the others
   */
  private double strength(int[] members, float[] within) {
    boolean[] member = memberships(members);
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
