package cn.zhitong.ingest.read.layout;

import java.util.ArrayList;
import java.util.List;

/** Rows of a table without lines whose longer cells stand around the middle of their row. */
final class CentredRows {
  private CentredRows() {}

  private static boolean isAnchor(List<Run> line, List<double[]> bands) {
    return line.get(0).left() < bands.get(0)[1];
  }

  /** Cells of several lines stand around the middle of their row: one begins above its label. */
  static boolean isCentred(
      List<List<Run>> lines, double[] gaps, double widest, List<double[]> bands) {
    if (lines.size() < 3 || !isAnchor(lines.get(0), bands)) {
      return false;
    }
    boolean centred = !isAnchor(lines.get(1), bands) && lines.get(0).size() == bands.size();
    for (int i = 1; i + 1 < lines.size(); i++) {
      centred |=
          !isAnchor(lines.get(i), bands)
              && isAnchor(lines.get(i + 1), bands)
              && gaps[i + 1] < .7 * widest;
    }
    return centred;
  }

  /** Each line with the row whose label is nearest; the head takes none. */
  static List<List<List<Run>>> around(List<List<Run>> lines, List<double[]> bands) {
    List<Integer> anchors = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isAnchor(lines.get(i), bands)) {
        anchors.add(i);
      }
    }
    List<List<List<Run>>> groups = new ArrayList<>();
    anchors.forEach(anchor -> groups.add(new ArrayList<>()));
    for (List<Run> line : lines) {
      int nearest = 0;
      double least = Double.MAX_VALUE;
      for (int a = 0; a < anchors.size(); a++) {
        List<Run> anchor = lines.get(anchors.get(a));
        double distance = Math.abs(anchor.get(0).top() - line.get(0).top());
        if (distance < least && (a > 0 || anchor == line || anchors.size() == 1)) {
          least = distance;
          nearest = a;
        }
      }
      groups.get(nearest).add(line);
    }
    return groups;
  }
}
