package cn.zhitong.assistant.triage.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a department's name stands in the text: bigrams of the name, those that few names
 * share weighing most. It is what tells the street offices apart that history names once.
 */
final class NameMatch {
  private final List<Set<String>> names = new ArrayList<>();
  private final Map<String, Double> rarity = new HashMap<>();

  NameMatch(List<String> labels) {
    Map<String, Integer> counts = new HashMap<>();
    for (String label : labels) {
      Set<String> bigrams = bigrams(label.replaceAll("人民政府|管理委员会|管委会|办事处", ""));
      names.add(bigrams);
      bigrams.forEach(bigram -> counts.merge(bigram, 1, Integer::sum));
    }
    counts.forEach(
        (bigram, count) -> rarity.put(bigram, Math.log(1 + (double) labels.size() / count)));
  }

  private static Set<String> bigrams(String text) {
    Set<String> result = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      result.add(text.substring(i, i + 2));
    }
    return result;
  }

  /** For each label the share of its name, 0 to 1. */
  double[] shares(Document document) {
    Set<String> found = bigrams(document.text());
    double[] shares = new double[names.size()];
    for (int c = 0; c < shares.length; c++) {
      double total = 0;
      double matched = 0;
      for (String bigram : names.get(c)) {
        double weight = rarity.get(bigram);
        total += weight;
        matched += found.contains(bigram) ? weight : 0;
      }
      shares[c] = total == 0 ? 0 : matched / total;
    }
    return shares;
  }
}
