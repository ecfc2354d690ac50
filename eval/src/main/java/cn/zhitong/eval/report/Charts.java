package cn.zhitong.eval.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kinds of charts that reports have, as options for Apache ECharts. */
public final class Charts {
  private static final int HEIGHT = 300;

  /** Told apart by people who do not see red and green, too. */
  static final List<String> COLOURS = List.of("#2f6fbf", "#d9822b", "#0f7b5f", "#8e4ec6");

  /** Points that each get a dot; more would hide their line. */
  private static final int FEW = 60;

  private static final Map<String, Object> LEGEND = Map.of("top", 34, "left", 8);

  private Charts() {}

  /** One bar a value, with its label below. */
  public static Chart bars(String title, List<String> labels, List<Double> values) {
    Map<String, Object> option = option(title);
    option.put("xAxis", categories(labels));
    option.put("yAxis", numbers(""));
    option.put("series", List.of(series("bar", "", rounded(values), values.size() <= 14)));
    return new Chart(title, HEIGHT, option);
  }

  /**
   * How many of the values fall into each of so many bins of equal width; outliers go to the ends.
   */
  public static Chart histogram(String title, double[] values, double from, double to, int bins) {
    return bars(title, edges(from, to, bins), counts(values, from, to, bins));
  }

  /** Two histograms side by side, each as shares of its own values. */
  public static Chart histograms(
      String title, String[] names, double[][] values, double from, double to, int bins) {
    Map<String, Object> option = option(title);
    option.put("legend", LEGEND);
    option.put("xAxis", categories(edges(from, to, bins)));
    option.put("yAxis", numbers(""));
    List<Map<String, Object>> series = new ArrayList<>();
    for (int g = 0; g < values.length; g++) {
      int size = values[g].length;
      List<Double> shares =
          counts(values[g], from, to, bins).stream().map(n -> n / Math.max(1, size)).toList();
      series.add(series("bar", names[g] + "（" + size + "）", rounded(shares), false));
    }
    option.put("series", series);
    return new Chart(title, HEIGHT, option);
  }

  /** One bar a row, names at the left, on an axis that begins a little below the least value. */
  public static Chart rows(String title, List<String> labels, List<Double> values) {
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    boolean cut = least > 0 && most - least < .5 * most;
    Map<String, Object> option = option(cut ? title + "（横轴不从 0 起）" : title);
    Map<String, Object> across = numbers("");
    if (cut) {
      across.put("min", rounded(Math.max(0, least - (most - least) * .25)));
    }
    Map<String, Object> down = categories(labels);
    down.put("inverse", true);
    option.put("xAxis", across);
    option.put("yAxis", down);
    Map<String, Object> series = series("bar", "", rounded(values), true);
    series.put("label", Map.of("show", true, "position", "right"));
    option.put("series", List.of(series));
    return new Chart(title, 90 + values.size() * 24, option);
  }

  /** A point of its own on a line's picture, e.g. the floor in use or a goal. */
  public record Mark(String label, double x, double y) {}

  /**
   * A line over points in [0,1] × [0,1]; with {@code diagonal} the line of perfect agreement too.
   */
  public static Chart line(
      String title, String xLabel, String yLabel, List<double[]> points, boolean diagonal) {
    return line(title, xLabel, yLabel, points, diagonal, List.of());
  }

  /** The same with marks. */
  public static Chart line(
      String title,
      String xLabel,
      String yLabel,
      List<double[]> points,
      boolean diagonal,
      List<Mark> marks) {
    Map<String, Object> option = option(title);
    Map<String, Object> across = share(xLabel);
    across.put("nameLocation", "middle");
    across.put("nameGap", 26);
    Map<String, Object> up = share(yLabel);
    up.put("nameTextStyle", Map.of("align", "left"));
    option.put("xAxis", across);
    option.put("yAxis", up);
    List<Map<String, Object>> series = new ArrayList<>();
    Map<String, Object> main =
        series("line", "", points.stream().map(p -> pair(p[0], p[1])).toList(), false);
    main.put("showSymbol", points.size() <= FEW);
    series.add(main);
    if (diagonal) {
      Map<String, Object> agreement =
          series("line", "", List.of(List.of(0, 0), List.of(1, 1)), false);
      agreement.put("showSymbol", false);
      agreement.put("silent", true);
      agreement.put("lineStyle", Map.of("color", "#999", "type", "dashed", "width", 1));
      series.add(agreement);
    }
    for (Mark mark : marks) {
      Map<String, Object> dot =
          series("scatter", told(mark), List.of(pair(mark.x(), mark.y())), false);
      dot.put("symbolSize", 12);
      dot.put("z", 5);
      series.add(dot);
    }
    if (!marks.isEmpty()) {
      option.put("legend", legend(marks));
    }
    option.put("series", series);
    return new Chart(title, HEIGHT, option);
  }

  /** What every chart has: its title, colours, room for its axes, a tooltip; nothing moves. */
  static Map<String, Object> option(String title) {
    Map<String, Object> option = new LinkedHashMap<>();
    option.put("title", Map.of("text", title, "left", 8, "textStyle", Map.of("fontSize", 13)));
    option.put("color", COLOURS);
    option.put("animation", false);
    option.put("tooltip", Map.of("confine", true));
    option.put(
        "grid", Map.of("left", 12, "right", 44, "top", 78, "bottom", 28, "containLabel", true));
    return option;
  }

  static Map<String, Object> series(String type, String name, List<?> data, boolean labelled) {
    Map<String, Object> series = new LinkedHashMap<>();
    series.put("type", type);
    if (!name.isEmpty()) {
      series.put("name", name);
    }
    series.put("data", data);
    if (labelled) {
      series.put("label", Map.of("show", true, "position", "top"));
    }
    return series;
  }

  /** An axis of shares, from 0 to 1. */
  static Map<String, Object> share(String name) {
    Map<String, Object> axis = numbers(name);
    axis.put("min", 0);
    axis.put("max", 1);
    return axis;
  }

  static Map<String, Object> categories(List<String> labels) {
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.put("type", "category");
    axis.put("data", labels);
    axis.put("axisLabel", Map.of("interval", labels.size() <= 14 ? 0 : "auto"));
    return axis;
  }

  private static Map<String, Object> numbers(String name) {
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.put("type", "value");
    axis.put("name", name);
    return axis;
  }

  private static Map<String, Object> legend(List<Mark> marks) {
    Map<String, Object> legend = new LinkedHashMap<>(LEGEND);
    legend.put("data", marks.stream().map(Charts::told).toList());
    return legend;
  }

  private static String told(Mark mark) {
    return mark.label() + "（" + number(mark.x()) + "，" + number(mark.y()) + "）";
  }

  private static List<String> edges(double from, double to, int bins) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      labels.add(number(from + (to - from) * i / bins) + "+");
    }
    return labels;
  }

  private static List<Double> counts(double[] values, double from, double to, int bins) {
    Double[] counts = new Double[bins];
    Arrays.fill(counts, 0.);
    for (double value : values) {
      int bin = (int) Math.floor((value - from) / (to - from) * bins + 1e-9);
      counts[Math.max(0, Math.min(bins - 1, bin))]++;
    }
    return List.of(counts);
  }

  private static List<Double> pair(double x, double y) {
    return List.of(rounded(x), rounded(y));
  }

  private static List<Double> rounded(List<Double> values) {
    return values.stream().map(Charts::rounded).toList();
  }

  /** Three decimals, as reports show them. */
  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "");
  }
}
