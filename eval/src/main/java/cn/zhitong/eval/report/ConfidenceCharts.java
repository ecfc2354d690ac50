package cn.zhitong.eval.report;

import cn.zhitong.common.metrics.Calibration;
import java.util.List;
import java.util.Locale;

/**
 * Pictures of a classifier: what it takes for what, and whether its confidences can be believed.
 */
public final class ConfidenceCharts {
  private ConfidenceCharts() {}

  /** Accuracy over confidence, with a bar for each bin's share of the rows behind it. */
  public static String reliability(String title, List<Calibration.Bin> bins) {
    List<Calibration.Bin> marks = bins.stream().filter(bin -> bin.count() > 0).toList();
    double most = marks.stream().mapToInt(Calibration.Bin::count).max().orElse(1);
    StringBuilder bars = new StringBuilder();
    for (Calibration.Bin mark : marks) {
      double top = Charts.y(mark.count() / most * .35);
      bars.append(
          String.format(
              Locale.ROOT,
              "<rect x='%.1f' y='%.1f' width='16' height='%.1f' fill='#dbe6f5'><title>%d</title></rect>",
              Charts.x(mark.confidence()) - 8,
              top,
              Charts.y(0) - top,
              mark.count()));
      Charts.text(
          bars, Charts.x(mark.confidence()), top - 3, String.valueOf(mark.count()), "middle");
    }
    List<double[]> points =
        marks.stream().map(m -> new double[] {m.confidence(), m.accuracy()}).toList();
    String line = Charts.line(title, "置信度", "准确率", points, true);
    int head = line.indexOf('>') + 1;
    return line.substring(0, head) + bars + line.substring(head);
  }

  /**
   * A matrix of counts, each row shaded by its shares; hits in blue, misses in red.
   *
   * @param counts rows and columns in the order of the labels
   */
  public static String matrix(String title, List<String> labels, int[][] counts) {
    int cell = labels.size() <= 4 ? 90 : 44;
    int left = 16 + 12 * labels.stream().mapToInt(String::length).max().orElse(1);
    int top = labels.size() <= 4 ? 56 : left + 20;
    int height = cell * 2 / 3;
    int margin = labels.size() <= 4 ? 10 : left / 2; // the slanted names reach out there
    int width = left + cell * labels.size() + margin;
    StringBuilder svg =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "<svg role='img' viewBox='0 0 %d %d' width='%d' aria-label='%s'>",
                width,
                top + height * labels.size() + 10,
                width,
                Charts.escape(title)));
    Charts.text(svg, 12, 16, title, "start");
    for (int r = 0; r < counts.length; r++) {
      int total = java.util.Arrays.stream(counts[r]).sum();
      Charts.text(svg, left - 6, top + r * height + height / 2.0 + 4, labels.get(r), "end");
      for (int c = 0; c < counts.length; c++) {
        double share = total == 0 ? 0 : (double) counts[r][c] / total;
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x='%d' y='%d' width='%d' height='%d' fill='%s' fill-opacity='%.2f' stroke='#d5dbe3'>"
                    + "<title>%s → %s: %d</title></rect>",
                left + c * cell,
                top + r * height,
                cell,
                height,
                r == c ? "#2f6fbf" : "#c0392b",
                Math.min(.8, share),
                Charts.escape(labels.get(r)),
                Charts.escape(labels.get(c)),
                counts[r][c]));
        if (counts[r][c] > 0) {
          String shown = String.valueOf(counts[r][c]);
          Charts.text(svg, left + (c + .5) * cell, top + (r + .5) * height + 4, shown, "middle");
        }
      }
    }
    for (int c = 0; c < counts.length; c++) {
      double x = left + (c + .5) * cell;
      if (labels.size() <= 4) {
        Charts.text(svg, x, top - 8, labels.get(c), "middle");
      } else {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text font-size='11' transform='translate(%.1f %d) rotate(-60)'>%s</text>",
                x + 4,
                top - 6,
                Charts.escape(labels.get(c))));
      }
    }
    return svg.append("</svg>").toString();
  }
}
