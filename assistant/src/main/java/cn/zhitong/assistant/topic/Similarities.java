package cn.zhitong.assistant.topic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How alike appeals are: the cosine of their meanings and, weighing a little more, of their words.
 * Other weights are in docs/experiments/topics.md.
 */
final class Similarities {
  static final float MEANING = .9f;
  static final float WORDS = 1.1f;

  /** Kept of each appeal: more than a theme's usual size, so that outsiders are among them. */
  static final int NEAREST = 80;

  /** Of each member, those that a group must stand out against. */
  private static final int OUTSIDERS = 5;

  private static final double OUTSIDERS_WEIGHT = .5;

  /** Nearest appeals that tell whether one is amid its group. */
  private static final int NEIGHBOURS = 10;

  /** Appeals compared in one pass: eight rows of 5,000 sums stay in a core's cache. */
  private static final int BLOCK = 8;

  final EmbeddingMatrix meanings;
  final TfidfMatrix words;
  final int[][] nearest;
  final float[][] similarities;

  private Similarities(EmbeddingMatrix meanings, TfidfMatrix words, int count) {
    this.meanings = meanings;
    this.words = words;
    this.nearest = new int[count][];
    this.similarities = new float[count][];
  }

  /** Compares all appeals: a time that grows with the square of their number. */
  static Similarities of(List<TopicDocument> appeals) {
    int n = appeals.size();
    Similarities result = new Similarities(EmbeddingMatrix.of(appeals), TfidfMatrix.of(appeals), n);
    IntStream.range(0, (n + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> result.compare(block * BLOCK, Math.min(n, (block + 1) * BLOCK), n));
    return result;
  }

  private void compare(int first, int end, int n) {
    float[][] sums = new float[end - first][n];
    meanings.addCosines(first, MEANING, sums);
    for (int b = 0; b < sums.length; b++) {
      words.addCosines(first + b, WORDS, sums[b]);
      keepNearest(first + b, sums[b]);
    }
  }

  private void keepNearest(int appeal, float[] sums) {
    sums[appeal] = Float.NEGATIVE_INFINITY;
    int kept = Math.min(NEAREST, sums.length - 1);
    if (kept == 0) {
      nearest[appeal] = new int[0];
      similarities[appeal] = new float[0];
      return;
    }
    float[] sorted = sums.clone();
    Arrays.sort(sorted);
    float floor = sorted[sorted.length - kept];
    int[] found =
        IntStream.range(0, sums.length)
            .filter(other -> sums[other] >= floor)
            .boxed()
            .sorted((a, b) -> Float.compare(sums[b], sums[a]))
            .limit(kept)
            .mapToInt(Integer::intValue)
            .toArray();
    float[] values = new float[found.length];
    for (int i = 0; i < found.length; i++) {
      values[i] = sums[found[i]];
    }
    nearest[appeal] = found;
    similarities[appeal] = values;
  }

  int count() {
    return nearest.length;
  }

  /** Each member's mean similarity to the other members, in their order. */
  float[] within(int[] members) {
    return within(members, centre(members));
  }

  private float[] within(int[] members, Centre centre) {
    float[] means = new float[members.length];
    for (int i = 0; i < members.length; i++) {
      // An appeal's similarity to itself is the greatest there is.
      float sum = centre.similarity(members[i]) * members.length - (MEANING + WORDS);
      means[i] = sum / Math.max(1, members.length - 1);
    }
    return means;
  }

  /** Two groups' mean similarity to each other, as a share of that within them. */
  double nearness(int[] one, int[] other) {
    Centre centre = centre(one);
    double between = Arrays.stream(other).mapToDouble(centre::similarity).average().orElse(0);
    double inside = cohesion(within(one, centre)) * cohesion(within(other));
    return between / Math.sqrt(Math.max(1e-9, inside));
  }

  /**
   * Mean similarity of two members.
   *
   * @param within each member's to the others
   */
  static double cohesion(float[] within) {
    double sum = 0;
    for (float similarity : within) {
      sum += similarity / within.length;
    }
    return sum;
  }

  /** How far each member stands out with the others: against its nearest that are no members. */
  double[] margins(int[] members) {
    boolean[] member = memberships(members);
    float[] within = within(members);
    return IntStream.range(0, members.length)
        .mapToDouble(i -> within[i] - OUTSIDERS_WEIGHT * outsiders(members[i], member))
        .toArray();
  }

  /** Mean similarity to the nearest appeals that are no members. */
  private double outsiders(int appeal, boolean[] member) {
    double sum = 0;
    int found = 0;
    double last = 0;
    for (int i = 0; i < nearest[appeal].length && found < OUTSIDERS; i++) {
      last = similarities[appeal][i];
      if (!member[nearest[appeal][i]]) {
        sum += last;
        found++;
      }
    }
    // None of those kept may be an outsider; the next ones are no nearer than the last.
    return (sum + (OUTSIDERS - found) * last) / OUTSIDERS;
  }

  /** Which share of each member's nearest appeals are members, of those that could be. */
  double[] surrounded(int[] members) {
    boolean[] member = memberships(members);
    int asked = Math.min(NEIGHBOURS, members.length - 1);
    return Arrays.stream(members)
        .mapToDouble(
            appeal ->
                (double)
                        Arrays.stream(nearest[appeal])
                            .limit(NEIGHBOURS)
                            .filter(other -> member[other])
                            .count()
                    / Math.max(1, asked))
        .toArray();
  }

  boolean[] memberships(int[] members) {
    boolean[] member = new boolean[count()];
    Arrays.stream(members).forEach(appeal -> member[appeal] = true);
    return member;
  }

  Centre centre(int[] members) {
    return new Centre(meanings.mean(members), words.mean(members));
  }

  /** The mean of appeals; its similarity to an appeal is their mean similarity to it. */
  final class Centre {
    private final float[] meaning;
    private final float[] terms;

    private Centre(float[] meaning, float[] terms) {
      this.meaning = meaning;
      this.terms = terms;
    }

    float similarity(int appeal) {
      return MEANING * meanings.dot(appeal, meaning) + WORDS * words.dot(appeal, terms);
    }
  }
}
