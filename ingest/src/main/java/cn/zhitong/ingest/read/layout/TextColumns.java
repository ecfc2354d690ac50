package cn.zhitong.ingest.read.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells columns of running text, which are read one after the other, from columns of a table: lines
 * of running text fill their column and are long.
 */
final class TextColumns {
  /** Lines on each side that show two columns. */
  private static final int LEAST_LINES = 3;

  /** A line of running text has at least so many characters. */
  private static final int LONG = 8;

  /** Share of lines on each side that fill their column. */
  private static final double FULL = .5;

  private TextColumns() {}

  /** Parts of a page in reading order, each a list of rows from the top down. */
  static List<List<List<Run>>> split(List<List<Run>> rows, double width) {
    Double gutter = gutter(rows, width);
    if (gutter == null) {
      return List.of(rows);
    }
    int[] range = range(rows, gutter);
    List<List<List<Run>>> parts = new ArrayList<>();
    add(parts, rows.subList(0, range[0]));
    List<List<Run>> left = new ArrayList<>();
    List<List<Run>> right = new ArrayList<>();
    for (List<Run> row : rows.subList(range[0], range[1])) {
      List<Run> onLeft = row.stream().filter(run -> run.left() < gutter).toList();
      List<Run> onRight = row.stream().filter(run -> run.left() >= gutter).toList();
      add(left, onLeft);
      add(right, onRight);
    }
    add(parts, left);
    add(parts, right);
    add(parts, rows.subList(range[1], rows.size()));
    return parts;
  }

  private static <T> void add(List<List<T>> parts, List<T> part) {
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }

  /** Where the white space between two columns of running text lies; null where there is none. */
  private static Double gutter(List<List<Run>> rows, double width) {
    for (double at = .5; at <= .7; at += .02) {
      for (double candidate : new double[] {width * at, width * (1 - at)}) {
        int[] range = range(rows, candidate);
        if (range[1] - range[0] >= LEAST_LINES
            && isText(rows.subList(range[0], range[1]), candidate, true)
            && isText(rows.subList(range[0], range[1]), candidate, false)) {
          return candidate;
        }
      }
    }
    return null;
  }

  /** The longest stretch of rows that nothing printed across the gutter interrupts. */
  private static int[] range(List<List<Run>> rows, double gutter) {
    int[] best = {0, 0};
    int from = 0;
    for (int i = 0; i <= rows.size(); i++) {
      boolean crossed =
          i == rows.size()
              || rows.get(i).stream()
                  .anyMatch(
                      run ->
                          run.left() < gutter - run.size() * .2
                              && run.right() > gutter + run.size() * .2);
      if (crossed) {
        if (i - from > best[1] - best[0]) {
          best = new int[] {from, i};
        }
        from = i + 1;
      }
    }
    return best;
  }

  private static boolean isText(List<List<Run>> rows, double gutter, boolean onLeft) {
    List<Run> lines = new ArrayList<>();
    for (List<Run> row : rows) {
      List<Run> side = row.stream().filter(run -> run.left() < gutter == onLeft).toList();
      if (side.size() > 1) {
        return false;
      }
      lines.addAll(side);
    }
    double widest = lines.stream().mapToDouble(run -> run.right() - run.left()).max().orElse(0);
    long full =
        lines.stream()
            .filter(run -> run.right() - run.left() > .75 * widest && run.text().length() >= LONG)
            .count();
    return lines.size() >= LEAST_LINES && full >= FULL * lines.size();
  }
}
