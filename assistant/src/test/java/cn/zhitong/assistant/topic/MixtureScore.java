package cn.zhitong.assistant.topic;

import java.util.Collections;
import java.util.List;

/**
 * How a theme that was mixed in was found: by the issue that holds it best.
 *
 * @param size appeals mixed in
 * @param recall share of them in the issue
 * @param purity share of the issue that is theirs
 * @param rank of the issue, from 1
 */
record MixtureScore(int size, double recall, double purity, int rank, String title) {
  private static final int TOP = 5;
  private static final double ENOUGH = .8;

  /**
   * @param labels of each appeal the theme's number, -1 for ordinary ones
   */
  static MixtureScore of(List<Topic> found, List<Integer> labels, int theme) {
    int size = Collections.frequency(labels, theme);
    MixtureScore best = new MixtureScore(size, 0, 0, Integer.MAX_VALUE, "");
    for (int rank = 1; rank <= found.size(); rank++) {
      Topic one = found.get(rank - 1);
      double hits = one.members().stream().filter(i -> labels.get(i) == theme).count();
      MixtureScore score =
          new MixtureScore(size, hits / size, hits / one.members().size(), rank, one.title());
      if (Math.min(score.recall, score.purity) > Math.min(best.recall, best.purity)) {
        best = score;
      }
    }
    return best;
  }

  boolean inTop() {
    return rank <= TOP;
  }

  boolean whole() {
    return recall >= ENOUGH && purity >= ENOUGH;
  }

  boolean passes() {
    return inTop() && whole();
  }
}
