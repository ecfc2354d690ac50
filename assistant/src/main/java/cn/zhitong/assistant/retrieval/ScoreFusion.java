package cn.zhitong.assistant.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes one order of what the searches say. Scores are fused, not ranks: how far the best is ahead
 * counts. Words are shares of the best possible match, so where a question's own words are found
 * together they decide, and where they are not, meaning does; z-scores over the candidates, which
 * were tried first, blur that (.919 and .574 against .921 and .573 nDCG@10,
 * docs/experiments/retrieval.md).
 */
final class ScoreFusion {
  /** A cosine's deviation among candidates is about 1/16, so meaning counts in such deviations. */
  private static final double DENSE = 16;

  /** By cross-validation on ncp and stard together; 14 is better for lay questions, 22 for ncp. */
  private static final double WORDS = 17;

  /** Share of the words' weight that the whole policy's text has. */
  private static final double WHOLE = .35;

  /** Where a candidate by chance comes to, and a deviation: scores then run from 0 to about 5. */
  private static final double CHANCE = 10;

  private static final double DEVIATION = 2;

  /** More than anything that is merely alike reaches. */
  private static final double EXACT = 10;

  /** Passages of one policy that may stand together before other policies have had their turn. */
  private static final int TOGETHER = 2;

  /** What each further one of the same policy falls by: 200 passages must cover 100 policies. */
  private static final double STEP = .25;

  private ScoreFusion() {}

  /**
   * @param dense cosine to the question
   * @param passage share of the best possible BM25, of the passage
   * @param whole the same of its policy as one text
   * @param exact how surely the question names just this, 0 for not at all; goes before all else
   */
  record Evidence(UUID id, UUID policy, double dense, double passage, double whole, double exact) {

    double words() {
      return (1 - WHOLE) * passage + WHOLE * whole;
    }

    double score() {
      return alike(dense, words()) + EXACT * exact;
    }
  }

  /** Score of a passage that is not named exactly. */
  static double alike(double dense, double words) {
    return (DENSE * dense + WORDS * words - CHANCE) / DEVIATION;
  }

  record Ranked(UUID passage, UUID policy, double score, double dense) {}

  /** Best first, scores strictly falling. */
  static List<Ranked> rank(List<Evidence> candidates) {
    List<Ranked> ranked = new ArrayList<>();
    for (Evidence e : candidates) {
      ranked.add(new Ranked(e.id(), e.policy(), e.score(), e.dense()));
    }
    return falling(spread(ranked));
  }

  /** Third and later passages of one policy give way, so that a long list covers many policies. */
  private static List<Ranked> spread(List<Ranked> ranked) {
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
    Map<UUID, Integer> taken = new HashMap<>();
    List<Ranked> spread = new ArrayList<>(ranked.size());
    for (Ranked one : ranked) {
      int before = taken.merge(one.policy(), 1, Integer::sum) - 1;
      double fall = STEP * Math.max(0, before + 1 - TOGETHER);
      spread.add(new Ranked(one.passage(), one.policy(), one.score() - fall, one.dense()));
    }
    spread.sort(Comparator.comparingDouble(Ranked::score).reversed());
    return spread;
  }

  private static List<Ranked> falling(List<Ranked> ranked) {
    List<Ranked> falling = new ArrayList<>(ranked.size());
    double last = Double.POSITIVE_INFINITY;
    for (Ranked one : ranked) {
      double score = Math.min(one.score(), Math.nextDown(last));
      falling.add(new Ranked(one.passage(), one.policy(), score, one.dense()));
      last = score;
    }
    return falling;
  }
}
