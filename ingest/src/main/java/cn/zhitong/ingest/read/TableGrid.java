package cn.zhitong.ingest.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table with merged cells laid out as a grid: a value stands in every row and column that its
 * cell covers, so that each row carries its labels and each column its head.
 */
final class TableGrid {
  /** More columns than any printed table; a broken or hostile span ends here. */
  private static final int MOST_COLUMNS = 512;

  private static final int MOST_ROWS = 65_536;

  private final List<List<String>> rows = new ArrayList<>();

  /** The first column from {@code from} on that no cell above reaches into. */
  int free(int row, int from) {
    int column = from;
    while (at(row, column) != null) {
      column++;
    }
    return column;
  }

  /** What stands at a place, or null where nothing was put. */
  String at(int row, int column) {
    List<String> cells = row < rows.size() ? rows.get(row) : List.of();
    return column < cells.size() ? cells.get(column) : null;
  }

  /** A text this long stands once in its row: repeated in every column it would drown the row. */
  static final int LONG_TEXT = 60;

  /** Puts a cell; places beyond any sound table are left out, places taken stay as they are. */
  void put(int row, int column, int rowSpan, int columnSpan, String text) {
    TimeLimit.check();
    int lastRow = Math.min(MOST_ROWS, row + Math.max(1, rowSpan));
    int lastColumn = Math.min(MOST_COLUMNS, column + Math.max(1, columnSpan));
    for (int r = row; r < lastRow; r++) {
      while (rows.size() <= r) {
        rows.add(new ArrayList<>());
      }
      List<String> cells = rows.get(r);
      for (int c = column; c < lastColumn; c++) {
        cells.addAll(Collections.nCopies(Math.max(0, c + 1 - cells.size()), null));
        if (cells.get(c) == null) {
          cells.set(c, c > column && text.length() > LONG_TEXT ? "" : text);
        }
      }
    }
  }

  int height() {
    return rows.size();
  }

  /** Rows of equal length; places that no cell covers are empty. Empty columns are left out. */
  List<List<String>> rows() {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    List<Integer> used = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      int column = c;
      if (rows.stream().anyMatch(row -> column < row.size() && filled(row.get(column)))) {
        used.add(c);
      }
    }
    List<List<String>> full = new ArrayList<>();
    for (List<String> row : rows) {
      full.add(
          used.stream().map(c -> c < row.size() && row.get(c) != null ? row.get(c) : "").toList());
    }
    return full;
  }

  private static boolean filled(String cell) {
    return cell != null && !cell.isBlank();
  }
}
