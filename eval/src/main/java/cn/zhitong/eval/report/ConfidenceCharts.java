package cn.zhitong.eval.report;

import cn.zhitong.common.metrics.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures of a classifier: what it takes for what, and whether its confidences can be believed.
 */
public final class ConfidenceCharts {
  private ConfidenceCharts() {}

  /** Accuracy over confidence, with a bar for each bin's share of the rows behind it. */
  public static Chart reliability(String title, List<Calibration.Bin> bins) {
    List<Calibration.Bin> marks = bins.stream().filter(bin -> bin.count() > 0).toList();
    List<double[]> points =
        marks.stream().map(m -> new double[] {m.confidence(), m.accuracy()}).toList();
    Chart line = Charts.line(title, "置信度", "准确率", points, true);
    Map<String, Object> option = new LinkedHashMap<>(line.option());
    int most = marks.stream().mapToInt(Calibration.Bin::count).max().orElse(1);
    // The rows' own axis reaches higher than they do, so that the bars stay below the line.
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("type", "value");
    rows.put("name", "条数");
    rows.put("max", most * 3);
    rows.put("splitLine", Map.of("show", false));
    option.put("yAxis", List.of(option.get("yAxis"), rows));
    List<List<Double>> counts =
        marks.stream()
            .map(m -> List.of(Charts.rounded(m.confidence()), (double) m.count()))
            .toList();
    Map<String, Object> bars = Charts.series("bar", "条数", counts, true);
    bars.put("yAxisIndex", 1);
    bars.put("barWidth", 14);
    bars.put("itemStyle", Map.of("color", "#dbe6f5"));
    bars.put("z", 1);
    List<Object> series = new ArrayList<>();
    series.add(bars);
    series.addAll((List<?>) option.get("series"));
    option.put("series", series);
    return new Chart(title, line.height(), option);
  }

  /**
   * A matrix of counts, each row shaded by its shares; hits in blue, misses in red.
   *
   * @param counts rows (what it is) and columns (what it was taken for) in the order of the labels
   */
  public static Chart matrix(String title, List<String> labels, int[][] counts) {
    Map<String, Object> option = Charts.option(title);
    Map<String, Object> across = Charts.categories(labels);
    across.put("position", "top");
    across.put("axisLabel", Map.of("interval", 0, "rotate", labels.size() <= 4 ? 0 : 60));
    Map<String, Object> down = Charts.categories(labels);
    down.put("inverse", true);
    option.put("xAxis", across);
    option.put("yAxis", down);
    List<Map<String, Object>> cells = new ArrayList<>();
    for (int r = 0; r < counts.length; r++) {
      int total = Arrays.stream(counts[r]).sum();
      for (int c = 0; c < counts.length; c++) {
        double share = total == 0 ? 0 : (double) counts[r][c] / total;
        cells.add(
            Map.of(
                "value",
                List.of(c, r, counts[r][c]),
                "itemStyle",
                Map.of("color", shade(r == c, share), "borderColor", "#d5dbe3", "borderWidth", 1),
                "label",
                Map.of("show", counts[r][c] > 0, "color", "#1d2530")));
      }
    }
    option.put("series", List.of(Charts.series("heatmap", "", cells, false)));
    option.put(
        "grid", Map.of("left", 12, "right", 12, "top", 48, "bottom", 8, "containLabel", true));
    return new Chart(title, 120 + labels.size() * (labels.size() <= 4 ? 56 : 34), option);
  }

  private static String shade(boolean hit, double share) {
    double opacity = Charts.rounded(Math.min(.8, share));
    return (hit ? "rgba(47,111,191," : "rgba(192,57,43,") + opacity + ")";
  }
}
