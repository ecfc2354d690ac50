package cn.zhitong.ingest.read.layout;

import java.util.ArrayList;
import java.util.List;

/** Puts together what a page break cut out of one table: a repeated head goes, labels stay. */
final class TableJoiner {
  private static final double SAME_COLUMN = 6;

  private TableJoiner() {}

  static boolean goesOn(List<Double> above, List<Double> below) {
    if (above.size() != below.size()) {
      return false;
    }
    for (int i = 0; i < above.size(); i++) {
      if (Math.abs(above.get(i) - below.get(i)) > SAME_COLUMN) {
        return false;
      }
    }
    return true;
  }

  /** Rows above and below as one table. */
  static List<List<String>> join(
      List<List<String>> above, List<List<String>> below, boolean[] open) {
    List<List<String>> rows = new ArrayList<>(above);
    int from = 0;
    while (from < below.size() && from < above.size() && below.get(from).equals(above.get(from))) {
      from++;
    }
    List<String> last = above.get(above.size() - 1);
    boolean head = from > 0;
    for (int r = from; r < below.size(); r++) {
      List<String> row = new ArrayList<>(below.get(r));
      for (int c = 0; c < row.size() && c < last.size(); c++) {
        boolean carried =
            c < open.length
                && open[c]
                && row.get(c).isEmpty()
                && (!head || c == 0 && isLabel(above, below, from));
        if (carried && isCarried(below, from, r, c)) {
          row.set(c, last.get(c));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  /** The first column has labels that stand for several rows, on either side of the break. */
  private static boolean isLabel(List<List<String>> above, List<List<String>> below, int from) {
    int size = above.size();
    boolean before = size > 2 && above.get(size - 1).get(0).equals(above.get(size - 2).get(0));
    boolean behind = from + 1 < below.size() && below.get(from + 1).get(0).isEmpty();
    return before || behind;
  }

  /** Empty from the page's first row down to here: the cell began on the page before. */
  private static boolean isCarried(List<List<String>> below, int from, int row, int column) {
    for (int r = from; r <= row; r++) {
      if (!below.get(r).get(column).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
