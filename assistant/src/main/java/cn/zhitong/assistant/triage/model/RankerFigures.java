package cn.zhitong.assistant.triage.model;

import cn.zhitong.assistant.triage.learn.Ranker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cross-validated figures of one ranker, for its record and for the decision to use it. */
final class RankerFigures {
  private static final int BINS = 10;

  private final int rows;
  private int first;
  private int amongThree;
  private final double[] confidence = new double[BINS];
  private final double[] right = new double[BINS];
  private final Map<String, int[]> byClass = new TreeMap<>(); // right, actual, predicted

  private RankerFigures(int rows) {
    this.rows = rows;
  }

  static Map<String, Object> of(
      List<List<Ranker.Ranked>> outOfFold, List<String> labels, Map<String, Double> weights) {
    RankerFigures figures = new RankerFigures(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      figures.add(outOfFold.get(i), labels.get(i));
    }
    return figures.map(weights);
  }

  private void add(List<Ranker.Ranked> ranked, String label) {
    Ranker.Ranked best = ranked.get(0);
    boolean hit = best.label().equals(label);
    first += hit ? 1 : 0;
    amongThree += ranked.stream().limit(3).anyMatch(r -> r.label().equals(label)) ? 1 : 0;
    int bin = Math.min(BINS - 1, (int) (best.probability() * BINS));
    confidence[bin] += best.probability();
    right[bin] += hit ? 1 : 0;
    count(label)[1]++;
    count(best.label())[2]++;
    count(label)[0] += hit ? 1 : 0;
  }

  private int[] count(String label) {
    return byClass.computeIfAbsent(label, any -> new int[3]);
  }

  private Map<String, Object> map(Map<String, Double> weights) {
    double ece = 0;
    for (int bin = 0; bin < BINS; bin++) {
      ece += Math.abs(confidence[bin] - right[bin]) / rows;
    }
    List<Map<String, Object>> classes = new ArrayList<>();
    double f1 = 0;
    for (Map.Entry<String, int[]> entry : byClass.entrySet()) {
      int[] n = entry.getValue();
      double own = 2.0 * n[0] / Math.max(1, n[1] + n[2]);
      f1 += own / byClass.size();
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("label", entry.getKey());
      line.put("rows", n[1]);
      line.put("predicted", n[2]);
      line.put("right", n[0]);
      line.put("f1", rounded(own));
      classes.add(line);
    }
    classes.sort((a, b) -> Integer.compare((int) b.get("rows"), (int) a.get("rows")));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rows", rows);
    map.put("classes", byClass.size());
    map.put("top1", rounded((double) first / rows));
    map.put("top3", rounded((double) amongThree / rows));
    map.put("macroF1", rounded(f1));
    map.put("ece", rounded(ece));
    map.put("evidenceWeights", weights);
    map.put("perClass", classes);
    return map;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
