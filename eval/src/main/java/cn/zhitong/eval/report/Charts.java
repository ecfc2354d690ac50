package cn.zhitong.eval.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Pictures as inline SVG, so that a report is one file that opens anywhere. */
public final class Charts {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 240;
  private static final int LEFT = 46;
  private static final int BOTTOM = 30;

  /** Told apart by people who do not see red and green, too. */
  private static final String[] COLOURS = {"#2f6fbf", "#d9822b", "#0f7b5f", "#8e4ec6"};

  /** Points that each get a dot; more would hide their line. */
  private static final int FEW = 60;

  private Charts() {}

  /** One bar a value, with its label below; values are scaled to the largest. */
  public static String bars(String title, List<String> labels, List<Double> values) {
    double max = Math.max(1e-9, values.stream().mapToDouble(Double::doubleValue).max().orElse(1));
    double step = (WIDTH - LEFT - 10.0) / Math.max(1, values.size());
    StringBuilder svg = open(title);
    for (int i = 0; i < values.size(); i++) {
      double height = values.get(i) / max * (HEIGHT - BOTTOM - 40);
      double x = LEFT + i * step;
      rect(svg, x + 2, step - 4, values.get(i) / max, COLOURS[0])
          .append(escape(labels.get(i)) + ": " + number(values.get(i)))
          .append("</title></rect>");
      if (values.size() <= 14) {
        text(svg, x + step / 2, HEIGHT - BOTTOM + 14, labels.get(i), "middle");
        text(svg, x + step / 2, HEIGHT - BOTTOM - height - 4, number(values.get(i)), "middle");
      }
    }
    return svg.append("</svg>").toString();
  }

  /**
   * How many of the values fall into each of so many bins of equal width; outliers go to the ends.
   */
  public static String histogram(String title, double[] values, double from, double to, int bins) {
    return bars(title, edges(from, to, bins), counts(values, from, to, bins));
  }

  /** Two histograms side by side, each as shares of its own values. */
  public static String histograms(
      String title, String[] names, double[][] values, double from, double to, int bins) {
    double step = (WIDTH - LEFT - 10.0) / bins;
    StringBuilder svg = open(title);
    List<String> labels = edges(from, to, bins);
    List<List<Double>> shares = new ArrayList<>();
    double max = 1e-9;
    for (double[] group : values) {
      List<Double> share =
          counts(group, from, to, bins).stream().map(n -> n / Math.max(1, group.length)).toList();
      shares.add(share);
      max = Math.max(max, share.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }
    for (int g = 0; g < values.length; g++) {
      for (int i = 0; i < bins; i++) {
        double x = LEFT + i * step + 2 + g * (step - 4) / values.length;
        rect(svg, x, (step - 4) / values.length, shares.get(g).get(i) / max, COLOURS[g])
            .append(names[g] + " " + labels.get(i) + ": " + number(shares.get(g).get(i)))
            .append("</title></rect>");
      }
      text(
          svg, WIDTH - 10, 16 + 14 * g, names[g] + "（" + values[g].length + "）", "end", COLOURS[g]);
    }
    for (int i = 0; i < bins; i++) {
      text(svg, LEFT + i * step + step / 2, HEIGHT - BOTTOM + 14, labels.get(i), "middle");
    }
    return svg.append("</svg>").toString();
  }

  /** One bar a row, names at the left, on an axis that begins a little below the least value. */
  public static String rows(String title, List<String> labels, List<Double> values) {
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double zero = least >= 0 && most - least < .5 * most ? least - (most - least) * .25 : 0;
    int height = 30 + values.size() * 22;
    int left = 210;
    StringBuilder svg = open(title + (zero > 0 ? "（横轴不从 0 起）" : ""), height);
    for (int i = 0; i < values.size(); i++) {
      double width = (values.get(i) - zero) / Math.max(1e-9, most - zero) * (WIDTH - left - 60);
      int y = 26 + i * 22;
      text(svg, left - 6, y + 13, labels.get(i), "end");
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x='%d' y='%d' width='%.1f' height='16' fill='%s'/>",
              left,
              y,
              Math.max(1, width),
              COLOURS[0]));
      text(svg, left + Math.max(1, width) + 4, y + 13, number(values.get(i)), "start");
    }
    return svg.append("</svg>").toString();
  }

  /** A point of its own on a line's picture, e.g. the floor in use or a goal. */
  public record Mark(String label, double x, double y) {}

  /**
   * A line over points in [0,1] × [0,1]; with {@code diagonal} the line of perfect agreement too.
   */
  public static String line(
      String title, String xLabel, String yLabel, List<double[]> points, boolean diagonal) {
    return line(title, xLabel, yLabel, points, diagonal, List.of());
  }

  /** The same with marks. */
  public static String line(
      String title,
      String xLabel,
      String yLabel,
      List<double[]> points,
      boolean diagonal,
      List<Mark> marks) {
    StringBuilder svg = open(title);
    axes(svg, xLabel, yLabel);
    if (diagonal) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#aaa' stroke-dasharray='4 3'/>",
              x(0),
              y(0),
              x(1),
              y(1)));
    }
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.length() == 0 ? 'M' : 'L')
          .append(String.format(Locale.ROOT, "%.1f %.1f ", x(point[0]), y(point[1])));
      if (points.size() <= FEW) {
        dot(svg, point[0], point[1], COLOURS[0], "");
      }
    }
    svg.append("<path d='").append(path).append("' fill='none' stroke='" + COLOURS[0]);
    svg.append("' stroke-width='2'/>");
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      String colour = COLOURS[1 + i % (COLOURS.length - 1)];
      dot(svg, mark.x(), mark.y(), colour, mark.label());
      String label = mark.label() + " " + number(mark.x()) + ", " + number(mark.y());
      text(svg, LEFT + 10, HEIGHT - BOTTOM - 8 - 14.0 * i, "● " + label, "start", colour);
    }
    return svg.append("</svg>").toString();
  }

  private static void dot(StringBuilder svg, double px, double py, String colour, String name) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<circle cx='%.1f' cy='%.1f' r='%d' fill='%s'><title>%s %s, %s</title></circle>",
            x(px),
            y(py),
            name.isEmpty() ? 3 : 5,
            colour,
            escape(name),
            number(px),
            number(py)));
  }

  /** A bar's opening, up to its tooltip. */
  private static StringBuilder rect(
      StringBuilder svg, double x, double width, double share, String colour) {
    double height = share * (HEIGHT - BOTTOM - 40);
    return svg.append(
        String.format(
            Locale.ROOT,
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s'><title>",
            x,
            HEIGHT - BOTTOM - height,
            Math.max(1, width),
            height,
            colour));
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

  private static void axes(StringBuilder svg, String xLabel, String yLabel) {
    for (int i = 0; i <= 4; i++) {
      double at = i / 4.0;
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='#ddd'/>",
              x(0),
              y(at),
              x(1),
              y(at)));
      text(svg, LEFT - 6, y(at) + 4, number(at), "end");
      text(svg, x(at), HEIGHT - BOTTOM + 14, number(at), "middle");
    }
    text(svg, WIDTH - 10, HEIGHT - 3, xLabel, "end");
    text(svg, LEFT, 34, yLabel, "start");
  }

  private static StringBuilder open(String title) {
    return open(title, HEIGHT);
  }

  private static StringBuilder open(String title, int height) {
    StringBuilder svg =
        new StringBuilder(
            "<svg role='img' viewBox='0 0 "
                + WIDTH
                + " "
                + height
                + "' width='"
                + WIDTH
                + "' aria-label='"
                + escape(title)
                + "'>");
    text(svg, LEFT, 16, title, "start");
    return svg;
  }

  static void text(StringBuilder svg, double x, double y, String text, String anchor) {
    text(svg, x, y, text, anchor, "#1d2530");
  }

  private static void text(
      StringBuilder svg, double x, double y, String text, String anchor, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' font-size='11' text-anchor='%s' fill='%s'>%s</text>",
            x,
            y,
            anchor,
            colour,
            escape(text)));
  }

  static double x(double value) {
    return LEFT + value * (WIDTH - LEFT - 10);
  }

  static double y(double value) {
    return HEIGHT - BOTTOM - value * (HEIGHT - BOTTOM - 40);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value).replaceAll("0+$", "");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;");
  }
}
