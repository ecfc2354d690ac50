package cn.zhitong.eval.triage;

import cn.zhitong.eval.dataset.AppealRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Splits rows so that near-duplicates never stand on both sides. Seeded: a run repeats. */
final class Folds {
  private static final long SEED = 11;

  private Folds() {}

  /**
   * @return {@code n} lists that share no group and together hold every row
   */
  static List<List<AppealRow>> split(List<AppealRow> rows, int n) {
    Map<String, List<AppealRow>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(row.group(), g -> new ArrayList<>()).add(row));
    List<List<AppealRow>> shuffled = new ArrayList<>(groups.values());
    Collections.shuffle(shuffled, new Random(SEED));
    List<List<AppealRow>> folds = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      folds.add(new ArrayList<>());
    }
    for (int i = 0; i < shuffled.size(); i++) {
      folds.get(i % n).addAll(shuffled.get(i));
    }
    return folds;
  }
}
