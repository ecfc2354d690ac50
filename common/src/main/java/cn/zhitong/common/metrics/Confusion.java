package cn.zhitong.common.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of (gold, predicted) pairs and what follows from them. */
public final class Confusion {
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private int total;
  private int right;

  public void add(String gold, String predicted) {
    counts.computeIfAbsent(gold, g -> new TreeMap<>()).merge(predicted, 1, Integer::sum);
    total++;
    if (gold.equals(predicted)) {
      right++;
    }
  }

  public int total() {
    return total;
  }

  public double accuracy() {
    return total == 0 ? 0 : (double) right / total;
  }

  /** Gold and predicted labels, sorted. */
  public List<String> labels() {
    TreeMap<String, Boolean> labels = new TreeMap<>();
    counts.forEach(
        (gold, row) -> {
          labels.put(gold, true);
          row.keySet().forEach(p -> labels.put(p, true));
        });
    return List.copyOf(labels.keySet());
  }

  public int count(String gold, String predicted) {
    return counts.getOrDefault(gold, Map.of()).getOrDefault(predicted, 0);
  }

  /** Unweighted mean of F1 over the labels that occur as gold. */
  public double macroF1() {
    return perClass().stream()
        .filter(c -> c.support() > 0)
        .mapToDouble(PerClass::f1)
        .average()
        .orElse(0);
  }

  /** One row a label that occurs as gold or predicted. */
  public List<PerClass> perClass() {
    List<String> labels = labels();
    List<PerClass> result = new ArrayList<>();
    for (String label : labels) {
      int hit = count(label, label);
      int support = labels.stream().mapToInt(p -> count(label, p)).sum();
      int predicted = labels.stream().mapToInt(g -> count(g, label)).sum();
      double precision = predicted == 0 ? 0 : (double) hit / predicted;
      double recall = support == 0 ? 0 : (double) hit / support;
      double f1 = hit == 0 ? 0 : 2 * precision * recall / (precision + recall);
      result.add(
          new PerClass(
              label, support, precision, recall, f1, wilson(hit, predicted), wilson(hit, support)));
    }
    return result;
  }

  /** The largest off-diagonal cells, largest first. */
  public List<Cell> worst(int limit) {
    List<Cell> cells = new ArrayList<>();
    counts.forEach(
        (gold, row) ->
            row.forEach(
                (predicted, n) -> {
                  if (!gold.equals(predicted)) {
                    cells.add(new Cell(gold, predicted, n));
                  }
                }));
    cells.sort((a, b) -> b.count() - a.count());
    return cells.subList(0, Math.min(limit, cells.size()));
  }

  public record Cell(String gold, String predicted, int count) {}

  /**
   * @param support rows whose gold label this is
   */
  public record PerClass(
      String label,
      int support,
      double precision,
      double recall,
      double f1,
      Bootstrap.Interval precisionInterval,
      Bootstrap.Interval recallInterval) {}

  /**
   * Wilson score interval at 95 %. Wilson 1927; holds for small counts, where the normal one fails.
   */
  public static Bootstrap.Interval wilson(int hits, int n) {
    if (n == 0) {
      return new Bootstrap.Interval(0, 0, 1);
    }
    double z = 1.959964;
    double p = (double) hits / n;
    double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
    return new Bootstrap.Interval(p, Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
