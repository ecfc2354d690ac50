package cn.zhitong.ingest.read.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table without ruled lines: rows whose cells stand under one another with white space between.
 */
final class ColumnTable {
  /** A numeral set apart from its text is no cell. */
  private static final Pattern NUMERAL =
      Pattern.compile("[（(]?(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[）)、.．]|第[一二三四五六七八九十百\\d]{1,5}[条章节款]");

  /** Rows closer than this share of the usual distance of rows are lines of one cell. */
  private static final double CLOSER = .82;

  /** A cell set to the left may begin so many sizes beside its centred head. */
  private static final double BESIDE = 4;

  private final List<double[]> bands;

  private ColumnTable(List<double[]> bands) {
    this.bands = bands;
  }

  /** End of the table that begins at this row, or {@code from} where none does. */
  static int end(List<List<Run>> rows, int from) {
    if (!isRow(rows.get(from))) {
      return from;
    }
    int end = from + 1;
    int full = 1;
    List<double[]> bands = bands(rows.subList(from, from + 1));
    while (end < rows.size()) {
      List<Run> row = rows.get(end);
      boolean tabular = isRow(row) && fits(row, bands);
      boolean goesOn =
          !tabular
              && (isContinuation(rows.get(end - 1), row, bands) || isCellAhead(rows, end, bands));
      if (!tabular && !goesOn) {
        break;
      }
      full += tabular ? 1 : 0;
      bands = tabular ? bands(rows.subList(from, end + 1)) : bands;
      end++;
    }
    return full >= 2 && bands.size() >= 2 ? end : from;
  }

  private static boolean isRow(List<Run> row) {
    return row.size() >= 2 && !NUMERAL.matcher(row.get(0).text()).matches();
  }

  /**
   * No cell of the row reaches over two columns that stood apart so far, and one at least is in
   * one. A row of as many cells as there are columns fits also where a head is centred over them.
   */
  private static boolean fits(List<Run> row, List<double[]> bands) {
    int hit = 0;
    boolean over = false;
    for (Run run : row) {
      int touched = 0;
      for (double[] band : bands) {
        touched += Math.min(band[1], run.right()) - Math.max(band[0], run.left()) > 0 ? 1 : 0;
      }
      hit += touched > 0 ? 1 : 0;
      over |= touched > 1;
    }
    if (row.size() == bands.size() ? isUnder(row, bands) : !over && isNear(row, bands)) {
      return true;
    }
    return !(over && row.size() < bands.size()) && hit * 2 >= row.size();
  }

  /** Each cell stands in or beside a column of its own, where only heads were seen so far. */
  private static boolean isNear(List<Run> row, List<double[]> bands) {
    int before = -1;
    for (Run run : row) {
      int nearest = -1;
      double least = BESIDE * run.size();
      for (int i = 0; i < bands.size(); i++) {
        double distance =
            Math.max(0, Math.max(bands.get(i)[0] - run.right(), run.left() - bands.get(i)[1]));
        if (distance < least) {
          least = distance;
          nearest = i;
        }
      }
      if (nearest <= before) {
        return false;
      }
      before = nearest;
    }
    return true;
  }

  /** Each cell stands between its neighbours' columns, if not within its own. */
  private static boolean isUnder(List<Run> row, List<double[]> bands) {
    for (int i = 0; i < row.size(); i++) {
      double centre = (row.get(i).left() + row.get(i).right()) / 2;
      if (i > 0 && centre < bands.get(i - 1)[1]
          || i + 1 < row.size() && centre > bands.get(i + 1)[0]) {
        return false;
      }
    }
    return true;
  }

  /** A further line of some of the cells above: within their columns and close below. */
  private static boolean isContinuation(List<Run> above, List<Run> row, List<double[]> bands) {
    double gap = row.get(0).top() - above.get(0).top();
    boolean close = gap < 2 * Math.max(row.get(0).size(), above.get(0).size());
    boolean within =
        row.stream()
            .allMatch(
                run ->
                    bands.stream()
                        .anyMatch(
                            band ->
                                run.left() >= band[0] - run.size()
                                    && run.right() <= band[1] + run.size() * 1.5));
    boolean inFirst = row.stream().anyMatch(run -> run.left() < bands.get(0)[1]);
    return close && within && bands.size() >= 2 && (!inFirst || row.size() >= 2);
  }

  /**
   * The first line of a cell that is set around the middle of its row: it reaches into one column
   * only, and the row itself comes right below.
   */
  private static boolean isCellAhead(List<List<Run>> rows, int at, List<double[]> bands) {
    List<Run> row = rows.get(at);
    if (row.size() > 1 || bands.size() < 3 || at + 1 >= rows.size()) {
      return false;
    }
    Run run = row.get(0);
    List<Run> below = rows.get(at + 1);
    boolean alone = run.left() > bands.get(bands.size() - 2)[1];
    double gap = below.get(0).top() - run.top();
    return alone
        && below.size() >= 2
        && below.size() <= bands.size()
        && gap < 2 * run.size()
        && run.top() - rows.get(at - 1).get(0).top() < 3 * run.size();
  }

  /** Left and right edges of the columns, united over all rows. */
  private static List<double[]> bands(List<List<Run>> rows) {
    List<Run> runs = new ArrayList<>();
    int most = rows.stream().mapToInt(List::size).max().orElse(0);
    // Rows with fewer cells may have one that stands across columns: they come into no column.
    rows.stream().filter(row -> row.size() == most).forEach(runs::addAll);
    List<double[]> byPlace = byPlace(rows, most);
    if (byPlace != null) {
      return byPlace;
    }
    runs.sort(Comparator.comparingDouble(Run::left));
    List<double[]> bands = new ArrayList<>();
    for (Run run : runs) {
      double[] last = bands.isEmpty() ? null : bands.get(bands.size() - 1);
      if (last != null && run.left() < last[1]) {
        last[1] = Math.max(last[1], run.right());
      } else {
        bands.add(new double[] {run.left(), run.right()});
      }
    }
    return bands;
  }

  /** Columns by the order of cells in full rows; null where cells of two columns would overlap. */
  private static List<double[]> byPlace(List<List<Run>> rows, int most) {
    List<double[]> bands = new ArrayList<>();
    for (List<Run> row : rows) {
      for (int i = 0; row.size() == most && i < most; i++) {
        if (bands.size() <= i) {
          bands.add(new double[] {row.get(i).left(), row.get(i).right()});
        }
        bands.get(i)[0] = Math.min(bands.get(i)[0], row.get(i).left());
        bands.get(i)[1] = Math.max(bands.get(i)[1], row.get(i).right());
      }
    }
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i)[0] < bands.get(i - 1)[1]) {
        return null;
      }
    }
    return bands;
  }

  /** The rows as cells; lines of one cell are joined. */
  static List<List<String>> cells(List<List<Run>> lines) {
    ColumnTable table = new ColumnTable(bands(lines));
    List<List<String>> rows = new ArrayList<>();
    for (List<List<Run>> group : groups(lines)) {
      rows.add(table.row(group));
    }
    return rows;
  }

  /**
   * Lines by the row they belong to: told by distance where rows stand apart, else by the first
   * cell.
   */
  private static List<List<List<Run>>> groups(List<List<Run>> lines) {
    double[] gaps = new double[lines.size()];
    double widest = 0;
    double narrowest = Double.MAX_VALUE;
    for (int i = 1; i < lines.size(); i++) {
      gaps[i] = lines.get(i).get(0).top() - lines.get(i - 1).get(0).top();
      widest = Math.max(widest, gaps[i]);
      narrowest = Math.min(narrowest, gaps[i]);
    }
    List<double[]> bands = bands(lines);
    boolean whole = lines.stream().allMatch(line -> line.size() == bands.size());
    if (!whole && CentredRows.isCentred(lines, gaps, widest, bands)) {
      return CentredRows.around(lines, bands);
    }
    boolean apart = !whole && narrowest < CLOSER * widest;
    double border = (widest + narrowest) / 2;
    List<List<List<Run>>> groups = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean first = lines.get(i).get(0).left() < bands.get(0)[1];
      boolean begins = i == 0 || whole || (apart ? gaps[i] > border : first);
      if (begins) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(lines.get(i));
    }
    return groups;
  }

  private List<String> row(List<List<Run>> lines) {
    List<StringBuilder> cells = new ArrayList<>();
    bands.forEach(band -> cells.add(new StringBuilder()));
    for (List<Run> line : lines) {
      for (Run run : line) {
        Run.append(cells.get(column(run)), run.text());
      }
    }
    return cells.stream().map(StringBuilder::toString).toList();
  }

  /** The column that shares most with the run, else the nearest. */
  private int column(Run run) {
    int best = 0;
    double most = -Double.MAX_VALUE;
    for (int i = 0; i < bands.size(); i++) {
      double shared =
          Math.min(bands.get(i)[1], run.right()) - Math.max(bands.get(i)[0], run.left());
      if (shared > most) {
        most = shared;
        best = i;
      }
    }
    return best;
  }
}
