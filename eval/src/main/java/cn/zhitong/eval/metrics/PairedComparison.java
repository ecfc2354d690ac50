package cn.zhitong.eval.metrics;

import cn.zhitong.common.metrics.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A measure of the same queries in two runs.
 *
 * @param changes the queries that both runs have and whose value differs, from worse to better
 * @param shared queries that both runs have
 * @param interval of the mean difference, new less old
 * @param p two-sided, that the mean difference is zero, see {@link Bootstrap#pairedP}
 */
public record PairedComparison(
    List<Change> changes, int shared, Bootstrap.Interval interval, double p) {
  private static final double SAME = 1e-6;

  /** One query's values. */
  public record Change(String query, double before, double after) {
    double difference() {
      return after - before;
    }
  }

  /** Compares what both have; a query of only one run says nothing about a change. */
  public static PairedComparison of(Map<String, Double> before, Map<String, Double> after) {
    List<Change> all = new ArrayList<>();
    after.forEach(
        (query, value) -> {
          if (before.containsKey(query)) {
            all.add(new Change(query, before.get(query), value));
          }
        });
    double[] differences = all.stream().mapToDouble(Change::difference).toArray();
    List<Change> changes =
        all.stream()
            .filter(change -> Math.abs(change.difference()) > SAME)
            .sorted((a, b) -> Double.compare(a.difference(), b.difference()))
            .toList();
    return new PairedComparison(
        changes, all.size(), Bootstrap.mean(differences), Bootstrap.pairedP(differences));
  }

  public long worse() {
    return changes.stream().filter(change -> change.difference() < 0).count();
  }

  public long better() {
    return changes.size() - worse();
  }
}
