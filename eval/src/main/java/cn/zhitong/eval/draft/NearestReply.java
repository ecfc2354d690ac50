package cn.zhitong.eval.draft;

import cn.zhitong.eval.dataset.AppealRow;
import cn.zhitong.eval.dataset.RepliedAppeal;
import cn.zhitong.eval.metrics.BigramRecall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What drafts are compared with: copying the reply to the nearest past appeal, by BM25 of pairs.
 */
final class NearestReply {
  private static final double K1 = 1.2;
  private static final double B = .75;

  private final List<RepliedAppeal> past;
  private final Map<String, List<double[]>> postings = new HashMap<>();

  NearestReply(List<RepliedAppeal> past) {
    this.past = past;
    List<Map<String, Integer>> documents =
        past.stream().map(appeal -> BigramRecall.counts(text(appeal.row()))).toList();
    double mean = documents.stream().mapToInt(NearestReply::length).average().orElse(1);
    for (int i = 0; i < documents.size(); i++) {
      double norm = K1 * (1 - B + B * length(documents.get(i)) / mean);
      for (Map.Entry<String, Integer> pair : documents.get(i).entrySet()) {
        double weight = pair.getValue() * (K1 + 1) / (pair.getValue() + norm);
        postings
            .computeIfAbsent(pair.getKey(), k -> new ArrayList<>())
            .add(new double[] {i, weight});
      }
    }
  }

  /**
   * Replies, empty where nothing is alike.
   *
   * @param ofDepartment among the replies of the appeal's own department, where it has any
   */
  record Replies(String ofAll, String ofDepartment) {}

  Replies of(AppealRow appeal) {
    double[] scores = new double[past.size()];
    for (String pair : BigramRecall.counts(text(appeal)).keySet()) {
      List<double[]> list = postings.getOrDefault(pair, List.of());
      double idf = Math.log(1 + (past.size() - list.size() + .5) / (list.size() + .5));
      list.forEach(posting -> scores[(int) posting[0]] += idf * posting[1]);
    }
    int best = best(scores, null);
    int own = best(scores, appeal.department());
    return new Replies(reply(best), reply(own >= 0 ? own : best));
  }

  private String reply(int i) {
    return i < 0 ? "" : past.get(i).reply();
  }

  private int best(double[] scores, String department) {
    int best = -1;
    for (int i = 0; i < scores.length; i++) {
      boolean fits = department == null || department.equals(past.get(i).row().department());
      if (fits && scores[i] > 0 && (best < 0 || scores[i] > scores[best])) {
        best = i;
      }
    }
    return best;
  }

  private static int length(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String text(AppealRow row) {
    return BigramRecall.flat(row.title() + "\n" + row.title() + "\n" + row.text());
  }
}
