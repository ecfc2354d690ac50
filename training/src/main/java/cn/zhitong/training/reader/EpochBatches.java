package cn.zhitong.training.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The batches of an epoch, which depend on nothing but the seed and the epoch's number: every
 * written example, every passage that was judged to be on the matter, a few of each question's
 * other searched ones, similar lengths together.
 */
final class EpochBatches {
  /** Examples among which lengths are sorted: enough for little padding, few enough to mix. */
  private static final int SORTED = 1024;

  private EpochBatches() {}

  static List<List<Example>> of(List<Example> examples, ReaderOptions options, int epoch) {
    Random random = new Random(options.seed() * 31 + epoch);
    List<Example> chosen = new ArrayList<>();
    Map<Integer, List<Example>> mined = new LinkedHashMap<>();
    for (Example example : examples) {
      if (example.kind() != Example.Kind.MINED && !isJudgedZero(example)) {
        chosen.add(example);
      } else {
        mined.computeIfAbsent(example.question(), q -> new ArrayList<>()).add(example);
      }
    }
    for (List<Example> found : mined.values()) {
      Collections.shuffle(found, random);
      chosen.addAll(found.subList(0, Math.min(options.mined(), found.size())));
    }
    Collections.shuffle(chosen, random);
    List<List<Example>> batches = new ArrayList<>();
    for (int from = 0; from < chosen.size(); from += SORTED) {
      List<Example> part =
          new ArrayList<>(chosen.subList(from, Math.min(chosen.size(), from + SORTED)));
      part.sort(Comparator.comparingInt(e -> e.pair().ids().length));
      addBatches(part, options.batchTokens(), batches);
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private static boolean isJudgedZero(Example example) {
    return example.kind() == Example.Kind.JUDGED && example.wanted() == 0;
  }

  private static void addBatches(
      List<Example> sorted, int batchTokens, List<List<Example>> batches) {
    int from = 0;
    while (from < sorted.size()) {
      int to = from + 1;
      while (to < sorted.size()
          && (to + 1 - from) * sorted.get(to).pair().ids().length <= batchTokens) {
        to++;
      }
      batches.add(List.copyOf(sorted.subList(from, to)));
      from = to;
    }
  }
}
