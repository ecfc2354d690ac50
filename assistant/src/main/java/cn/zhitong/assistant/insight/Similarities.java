package cn.zhitong.assistant.insight;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How alike letters are: the cosine of their meanings and, weighing a little more, of their words.
 * Other weights are in docs/reports.md.
 */
final class Similarities {
  static final float MEANING = .9f;
  static final float WORDS = 1.1f;

  /** Kept of each letter: more than a theme's usual size, so that outsiders are among them. */
  static final int NEAREST = 80;

  /** Of each member, those that a group must stand out against. */
  private static final int OUTSIDERS = 5;

  private static final double OUTSIDERS_WEIGHT = .5;

  /** Nearest letters that tell whether one is amid its group. */
  private static final int NEIGHBOURS = 10;

  /** Letters compared in one pass: eight rows of 5,000 sums stay in a core's cache. */
  private static final int BLOCK = 8;

  final MeaningRows meanings;
  final TermRows words;
  final int[][] nearest;
  final float[][] similarities;

  private Similarities(MeaningRows meanings, TermRows words, int count) {
    this.meanings = meanings;
    this.words = words;
    this.nearest = new int[count][];
    this.similarities = new float[count][];
  }

  /** Compares all letters: a time that grows with the square of their number. */
  static Similarities of(List<Letter> letters) {
    int n = letters.size();
    Similarities result = new Similarities(MeaningRows.of(letters), TermRows.of(letters), n);
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

  private void keepNearest(int letter, float[] sums) {
    sums[letter] = Float.NEGATIVE_INFINITY;
    int kept = Math.min(NEAREST, sums.length - 1);
    if (kept == 0) {
      nearest[letter] = new int[0];
      similarities[letter] = new float[0];
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
    nearest[letter] = found;
    similarities[letter] = values;
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
      // A letter's similarity to itself is the greatest there is.
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

  /** Mean similarity to the nearest letters that are no members. */
  private double outsiders(int letter, boolean[] member) {
    double sum = 0;
    int found = 0;
    double last = 0;
    for (int i = 0; i < nearest[letter].length && found < OUTSIDERS; i++) {
      last = similarities[letter][i];
      if (!member[nearest[letter][i]]) {
        sum += last;
        found++;
      }
    }
    // None of those kept may be an outsider; the next ones are no nearer than the last.
    return (sum + (OUTSIDERS - found) * last) / OUTSIDERS;
  }

  /** Which share of each member's nearest letters are members, of those that could be. */
  double[] surrounded(int[] members) {
    boolean[] member = memberships(members);
    int asked = Math.min(NEIGHBOURS, members.length - 1);
    return Arrays.stream(members)
        .mapToDouble(
            letter ->
                (double)
                        Arrays.stream(nearest[letter])
                            .limit(NEIGHBOURS)
                            .filter(other -> member[other])
                            .count()
                    / Math.max(1, asked))
        .toArray();
  }

  boolean[] memberships(int[] members) {
    boolean[] member = new boolean[count()];
    Arrays.stream(members).forEach(letter -> member[letter] = true);
    return member;
  }

  Centre centre(int[] members) {
    return new Centre(meanings.mean(members), words.mean(members));
  }

  /** The mean of letters; its similarity to a letter is their mean similarity to it. */
  final class Centre {
    private final float[] meaning;
    private final float[] terms;

    private Centre(float[] meaning, float[] terms) {
      this.meaning = meaning;
      this.terms = terms;
    }

    float similarity(int letter) {
      return MEANING * meanings.dot(letter, meaning) + WORDS * words.dot(letter, terms);
    }
  }
}
