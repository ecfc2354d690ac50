package cn.zhitong.assistant.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds what many appeals are about: compare → link each to its nearest → communities → drop the
 * loosely attached → unite those that are near or halves → gather by what their titles call the
 * matter → see how far they are more than usual → rank → name. Appeals of no theme belong to none:
 * most do.
 *
 * <p>Figures were chosen on mixtures of real appeals; docs/experiments/topics.md tells how and what
 * they give.
 */
public final class TopicFinder {
  /** Fewer appeals are no theme. */
  public static final int SMALLEST = 8;

  /** Nearest appeals that an appeal is linked to. */
  static final int LINKS = 15;

  /** Weaker links are chance. */
  private static final float WEAKEST_LINK = .15f;

  /**
   * Appeals a unit of resolution. Themes are far smaller than modularity's natural communities, and
   * as large among many appeals as among few: so the resolution grows with the appeals.
   */
  private static final double LETTERS_A_RESOLUTION = 140;

  /** A member's similarity to the others must reach this share of the members' median. */
  private static final double ATTACHED = .6;

  private static final int TRIMS = 2;

  /**
   * A member's: below it, appeals are no nearer to one another than to others. What has nothing in
   * common but its kind (建议…, 希望…) reaches .05 at most where hardly anything else is written.
   */
  private static final double LEAST_STRENGTH = .055;

  /**
   * Three members of four stand out by so much at least: else it is a matter with others around.
   */
  private static final double LEAST_OF_MOST = .022;

  /** A group of which a stronger theme has more than this share is another side of it. */
  private static final double MOST_SHARED = .3;

  /** What is written as often as ever ranks low, but not by nothing. */
  private static final double LEAST_EXCESS = .3;

  private final List<TopicDocument> appeals;
  private final Similarities similarities;
  private final BackgroundModel.Expectation usual;

  private TopicFinder(List<TopicDocument> appeals, BackgroundModel usual) {
    this.appeals = appeals;
    this.similarities = Similarities.of(appeals);
    this.usual = usual.among(appeals);
  }

  /** Themes, the strongest first; none overlap. */
  public static List<Topic> of(List<TopicDocument> appeals, BackgroundModel usual) {
    if (appeals.size() < SMALLEST) {
      return List.of();
    }
    return new TopicFinder(List.copyOf(appeals), usual).find();
  }

  /**
   * A group that may be a theme.
   *
   * @param strength how far its appeals stand out together, summed over them
   * @param ofMost how far three of four do, each by itself
   * @param excess which share of it is more than usual
   */
  private record Core(int[] members, double strength, double ofMost, double excess) {
    boolean standsOut() {
      return strength >= LEAST_STRENGTH * members.length && ofMost >= LEAST_OF_MOST;
    }

    /**
     * What groups are ranked by. Strength alone would put twenty copies before thirty people's
     * words, size alone whatever is loosely alike; what is always written is not hot.
     */
    double weight() {
      double standing = Math.max(0, strength);
      return Math.cbrt(standing * standing * members.length) * (LEAST_EXCESS + excess * excess);
    }
  }

  private List<Topic> find() {
    TopicLabels names = new TopicLabels(appeals);
    ClusterRefiner gathering = new ClusterRefiner(similarities, new TitleKeywords(appeals));
    List<int[]> trimmed =
        communities().stream()
            .map(this::trimmed)
            .filter(members -> members.length >= SMALLEST)
            .toList();
    List<Core> cores =
        new ClusterMerger(similarities)
            .united(trimmed).stream()
                .map(gathering::gathered)
                .filter(members -> members.length >= SMALLEST)
                .map(members -> core(members, usual.excess(members)))
                .toList();
    return apart(cores).stream()
        .filter(core -> core.standsOut())
        .map(core -> theme(core, names))
        .sorted(Comparator.comparingDouble(Topic::strength).reversed())
        .toList();
  }

  private Core core(int[] members, double excess) {
    double[] margins = similarities.margins(members);
    Arrays.sort(margins);
    return new Core(members, Arrays.stream(margins).sum(), margins[margins.length / 4], excess);
  }

  private List<int[]> communities() {
    double resolution = Math.max(1, appeals.size() / LETTERS_A_RESOLUTION);
    int[] community = Communities.of(links(), resolution);
    Map<Integer, List<Integer>> groups =
        IntStream.range(0, community.length)
            .boxed()
            .collect(Collectors.groupingBy(appeal -> community[appeal]));
    return groups.values().stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .filter(group -> group.length >= SMALLEST)
        .toList();
  }

  /** Two appeals are linked when one is among the other's nearest. */
  private List<Map<Integer, Double>> links() {
    List<Map<Integer, Double>> links = new ArrayList<>();
    for (int appeal = 0; appeal < appeals.size(); appeal++) {
      links.add(new HashMap<>());
    }
    for (int appeal = 0; appeal < appeals.size(); appeal++) {
      int[] nearest = similarities.nearest[appeal];
      for (int i = 0; i < Math.min(LINKS, nearest.length); i++) {
        float weight = similarities.similarities[appeal][i];
        if (weight > WEAKEST_LINK) {
          links.get(appeal).put(nearest[i], (double) weight);
          links.get(nearest[i]).put(appeal, (double) weight);
        }
      }
    }
    return links;
  }

  /** Every appeal has a community; without this, noise would gather around themes. */
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

  /** An appeal that several groups gathered is the strongest one's. */
  private List<Core> apart(List<Core> cores) {
    boolean[] taken = new boolean[appeals.size()];
    List<Core> apart = new ArrayList<>();
    for (Core core :
        cores.stream().sorted(Comparator.comparingDouble(core -> -core.weight())).toList()) {
      int[] left = Arrays.stream(core.members()).filter(appeal -> !taken[appeal]).toArray();
      if (left.length >= SMALLEST && left.length >= (1 - MOST_SHARED) * core.members().length) {
        Arrays.stream(left).forEach(appeal -> taken[appeal] = true);
        apart.add(core(left, core.excess()));
      }
    }
    return apart;
  }

  private Topic theme(Core core, TopicLabels names) {
    int[] members = core.members();
    float[] within = similarities.within(members);
    List<Integer> typicalFirst =
        IntStream.range(0, members.length)
            .boxed()
            .sorted((a, b) -> Float.compare(within[b], within[a]))
            .map(i -> members[i])
            .toList();
    TopicLabels.Name name = names.name(typicalFirst);
    return new Topic(
        typicalFirst, Similarities.cohesion(within), core.weight(), name.title(), name.keywords());
  }

  private static double median(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
