package cn.zhitong.assistant.triage.learn;

import cn.zhitong.assistant.appeal.AppealDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a department's name stands in the text: bigrams of the name, those that few names
 * share weighing most. It is what tells the street offices apart that history names once.
 */
final class NameMatch {
  private final List<Set<Integer>> names = new ArrayList<>();
  private final Map<Integer, Double> rarity = new HashMap<>();

  NameMatch(List<String> labels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String label : labels) {
      Set<Integer> bigrams = Bigrams.of(Jurisdiction.told(label)).pairs();
      names.add(bigrams);
      bigrams.forEach(bigram -> counts.merge(bigram, 1, Integer::sum));
    }
    counts.forEach(
        (bigram, count) -> rarity.put(bigram, Math.log(1 + (double) labels.size() / count)));
  }

  /** For each label the share of its name, 0 to 1. */
  double[] shares(AppealDocument document) {
    Set<Integer> found = Bigrams.of(document.text()).pairs();
    double[] shares = new double[names.size()];
    for (int c = 0; c < shares.length; c++) {
      double total = 0;
      double matched = 0;
      for (Integer bigram : names.get(c)) {
        double weight = rarity.get(bigram);
        total += weight;
        matched += found.contains(bigram) ? weight : 0;
      }
      shares[c] = total == 0 ? 0 : matched / total;
    }
    return shares;
  }
}
