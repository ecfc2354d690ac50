package cn.zhitong.eval.report;

import java.util.List;
import java.util.Locale;

/** Pictures as inline SVG, so that a report is one file that opens anywhere. */
public final class Charts {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 240;
  private static final int LEFT = 46;
  private static final int BOTTOM = 30;

  private Charts() {}

  /** One bar a value, with its label below; values are scaled to the largest. */
  public static String bars(String title, List<String> labels, List<Double> values) {
    double max = Math.max(1e-9, values.stream().mapToDouble(Double::doubleValue).max().orElse(1));
    double step = (WIDTH - LEFT - 10.0) / Math.max(1, values.size());
    StringBuilder svg = open(title);
    for (int i = 0; i < values.size(); i++) {
      double height = values.get(i) / max * (HEIGHT - BOTTOM - 40);
      double x = LEFT + i * step;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='#2f6fbf'><title>%s: %s</title></rect>",
              x + 2,
              HEIGHT - BOTTOM - height,
              Math.max(1, step - 4),
              height,
              escape(labels.get(i)),
              number(values.get(i))));
      if (values.size() <= 14) {
        text(svg, x + step / 2, HEIGHT - BOTTOM + 14, labels.get(i), "middle");
        text(svg, x + step / 2, HEIGHT - BOTTOM - height - 4, number(values.get(i)), "middle");
      }
    }
    return svg.append("</svg>").toString();
  }

  /**
   * A line over points in [0,1] × [0,1]; with {@code diagonal} the line of perfect agreement too.
   */
  public static String line(
      String title, String xLabel, String yLabel, List<double[]> points, boolean diagonal) {
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
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx='%.1f' cy='%.1f' r='3' fill='#2f6fbf'><title>%s, %s</title></circle>",
              x(point[0]),
              y(point[1]),
              number(point[0]),
              number(point[1])));
    }
    svg.append("<path d='")
        .append(path)
        .append("' fill='none' stroke='#2f6fbf' stroke-width='2'/>");
    return svg.append("</svg>").toString();
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
    StringBuilder svg =
        new StringBuilder(
            "<svg role='img' viewBox='0 0 "
                + WIDTH
                + " "
                + HEIGHT
                + "' width='"
                + WIDTH
                + "' aria-label='"
                + escape(title)
                + "'>");
    text(svg, LEFT, 16, title, "start");
    return svg;
  }

  private static void text(StringBuilder svg, double x, double y, String text, String anchor) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x='%.1f' y='%.1f' font-size='11' text-anchor='%s'>%s</text>",
            x,
            y,
            anchor,
            escape(text)));
  }

  private static double x(double value) {
    return LEFT + value * (WIDTH - LEFT - 10);
  }

  private static double y(double value) {
    return HEIGHT - BOTTOM - value * (HEIGHT - BOTTOM - 40);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;");
  }
}
