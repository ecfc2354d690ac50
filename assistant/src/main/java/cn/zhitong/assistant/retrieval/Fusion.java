package cn.zhitong.assistant.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * Makes one order of what the searches say. Scores are fused, not ranks: how far the best is ahead
 * counts (z-scores .898 against .824 for reciprocal ranks on ncp).
 */
final class Fusion {
  private static final double DENSE = .3;
  private static final double PASSAGE = .4;
  private static final double POLICY = .3;

  /** Passages of one policy that may stand together before other policies have had their turn. */
  private static final int TOGETHER = 2;

  /** What each further one of the same policy falls by, in standard deviations. */
  private static final double STEP = .25;

  private Fusion() {}

  /**
   * @param dense cosine to the question
   * @param passage BM25 of the passage
   * @param whole BM25 of its policy as one text
   * @param exact how surely the question names just this, 0 for not at all; goes before all else
   */
  record Evidence(UUID id, UUID policy, double dense, double passage, double whole, double exact) {}

  record Ranked(UUID passage, UUID policy, double score, double dense) {}

  /** Best first, scores strictly falling. */
  static List<Ranked> rank(List<Evidence> candidates) {
    Scale dense = Scale.of(candidates, Evidence::dense);
    Scale passage = Scale.of(candidates, Evidence::passage);
    Scale whole = Scale.of(candidates, Evidence::whole);
    List<Ranked> ranked = new ArrayList<>();
    for (Evidence e : candidates) {
      double score =
          DENSE * dense.z(e.dense())
              + PASSAGE * passage.z(e.passage())
              + POLICY * whole.z(e.whole())
              + 10 * e.exact();
      ranked.add(new Ranked(e.id(), e.policy(), score, e.dense()));
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

  private record Scale(double mean, double deviation) {
    static Scale of(List<Evidence> candidates, ToDoubleFunction<Evidence> score) {
      double mean = candidates.stream().mapToDouble(score).average().orElse(0);
      double variance =
          candidates.stream()
              .mapToDouble(score)
              .map(value -> (value - mean) * (value - mean))
              .average()
              .orElse(0);
      return new Scale(mean, Math.sqrt(variance));
    }

    double z(double value) {
      return deviation < 1e-9 ? 0 : (value - mean) / deviation;
    }
  }
}
